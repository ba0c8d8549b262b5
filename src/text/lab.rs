//! What `lab` says.

use crate::api::Explanation;
use crate::model::Job;
use crate::pki::CertificateProblem;

/// There is nothing to undo.
pub const NOTHING_TO_UNDO: &str = "there is nothing to undo";
/// There is nothing to redo.
pub const NOTHING_TO_REDO: &str = "there is nothing to redo";
/// Nothing was refused so far.
pub const NOTHING_REFUSED: &str =
    "nothing was refused so far; name a key store to ask why its connection failed: lab why cks-…";
/// What no request to AWS achieves.
pub const QUOTA_STORES: &str =
    "AWS does not raise the quota of key stores; this is so in the playground only.\n";
/// The client host is nowhere.
pub const CLIENT_NOWHERE: &str = "The client host is not attached to a network. Put it into a subnet: lab client attach <subnet-id>\n";

/// What `help` says before the help of `lab`.
pub const HELP: &str = "\
This is the client host of a simulated AWS account. Nothing here reaches AWS.

  aws <service> <operation> …                    the AWS command line: kms, cloudhsmv2, ec2, iam, sts, cloudtrail (aws help)
  /opt/cloudhsm/bin/configure --cmu <address>    tells the HSM tools where the cluster is
  /opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
                                                 manages HSM users
  openssl genrsa|req|x509|verify|rsa …           keys, requests and certificates, real ones (openssl help)
  ls cat cp mv rm echo head grep wc diff base64  files of this host; > writes one
  NAME=value, $NAME, $(command), $((1 + 2)), |, &&, ||, ;, !, <<END
  for, if, while, until, { }, test, [ ], read    as in bash
  sleep <seconds>                                moves the clock: nobody has to wait
";

/// A command of `lab`.
#[derive(Debug)]
pub struct Entry {
    /// Its first word.
    pub word: &'static str,
    /// How it is typed, behind `lab`.
    pub usage: &'static str,
    /// What it does, a line each.
    pub does: &'static [&'static str],
}

const fn entry(word: &'static str, usage: &'static str, does: &'static [&'static str]) -> Entry {
    Entry { word, usage, does }
}

/// The commands of `lab`. `{scenarios}` and `{faults}` stand for what there is.
pub const ENTRIES: &[Entry] = &[
    entry(
        "why",
        "why [<store-id>]",
        &["explains the last refusal, or why a key store failed to connect"],
    ),
    entry(
        "fix",
        "fix [<store-id>]",
        &["runs the command lines that cure it"],
    ),
    entry("advance", "advance <20m|2h|7d>", &["moves the clock"]),
    entry(
        "settle",
        "settle",
        &["moves the clock until nothing is under way any more"],
    ),
    entry("now", "now", &["says what time it is"]),
    entry("jobs", "jobs", &["lists what is due"]),
    entry("undo", "undo", &["takes the last command back"]),
    entry("redo", "redo", &["brings it back"]),
    entry("reset", "reset", &["starts over with an empty account"]),
    entry(
        "scenario",
        "scenario <id>",
        &[
            "replaces the account: {scenarios}",
            "it is a world of its own: undo brings the old one back, and its event history begins there",
        ],
    ),
    entry(
        "account",
        "account [<id>]",
        &[
            "goes on as a user of another account, which has nothing of this one; without an id says which it is",
        ],
    ),
    entry(
        "region",
        "region <name>",
        &["goes to the client host of another Region"],
    ),
    entry(
        "client",
        "client [show]",
        &["says where the client host is"],
    ),
    entry(
        "client",
        "client attach <subnet-id> [--security-groups <group-id> …]",
        &["puts it into a subnet"],
    ),
    entry(
        "sign",
        "sign <request> [<certificate>]",
        &[
            "signs a certificate request, for readers without openssl; makes customerCA.key and customerCA.crt",
        ],
    ),
    entry(
        "download",
        "download <file>",
        &["saves a file of this host on your computer; the button beside the line uploads one"],
    ),
    entry(
        "roots",
        "roots",
        &["fetches the root certificates of the hardware, in place of the guide's downloads"],
    ),
    entry(
        "deny",
        "deny [<action>]",
        &[
            "takes a permission away (kms:CreateCustomKeyStore, kms:*); without an action lists what was taken",
        ],
    ),
    entry(
        "allow",
        "allow [<action>]",
        &["gives it back, or all of them"],
    ),
    entry(
        "quota",
        "quota clusters|hsms|keys|stores|aliases <number>",
        &["sets a quota"],
    ),
    entry(
        "inject",
        "inject [<fault> [<target>] [--off]]",
        &[
            "{faults}",
            "throttle takes an operation of KMS, and what others call in a second: throttle Encrypt=1799",
            "of an operation that only looks others take all there is, so every call is refused",
            "internal-error strikes connecting key stores, with kms or cloudhsmv2 every call of that service",
            "without a fault lists what is on",
        ],
    ),
    entry(
        "request",
        "request <service> <target> ['<body>']",
        &["sends a raw request, past everything that the client checks"],
    ),
    entry(
        "share",
        "share",
        &["prints a link that opens this account elsewhere, as a sandbox of its own"],
    ),
    entry(
        "export",
        "export",
        &["prints the account as a text that the page imports"],
    ),
    entry(
        "help",
        "help [<command>]",
        &["says this, or what one command does"],
    ),
];

/// Where the second column of the help begins.
const COLUMN: usize = 28;

/// The help of `lab`, or of one of its commands.
#[must_use]
pub fn help(scenarios: &[&str], word: Option<&str>) -> String {
    let faults: Vec<&str> = crate::command::FAULTS
        .iter()
        .map(|(name, _)| *name)
        .collect();
    let mut text = String::new();
    if word.is_none() {
        text.push_str("lab: the playground's own command\n\n");
    }
    let entries = ENTRIES
        .iter()
        .filter(|entry| word.is_none_or(|word| entry.word == word));
    for entry in entries {
        let mut start = format!("  lab {}", entry.usage);
        if start.chars().count() >= COLUMN {
            text.push_str(&start);
            text.push('\n');
            start.clear();
        }
        for line in entry.does {
            let line = line
                .replace("{scenarios}", &scenarios.join(", "))
                .replace("{faults}", &faults.join(", "));
            text.push_str(&format!("{start:COLUMN$}{line}\n"));
            start.clear();
        }
    }
    text
}

/// How a command of `lab` is typed.
#[must_use]
pub fn usage(word: &str) -> String {
    let ways: Vec<String> = ENTRIES
        .iter()
        .filter(|entry| entry.word == word)
        .map(|entry| format!("lab {}", entry.usage))
        .collect();
    format!("usage: {}", ways.join(" or "))
}

/// What a link to an account carries.
#[must_use]
pub fn shared(link: &str) -> String {
    format!(
        "{link}\n\nPut it behind the address of a playground, in place of its own `#`. It carries every command, and the files of this host with their private keys; of passwords only hashes, from which a short one can be guessed.\n"
    )
}

/// An account that is too large for a link.
#[must_use]
pub fn too_long(length: usize) -> String {
    format!(
        "a link to this account would have {length} characters, more than mail and browsers let through ({}). `lab export`, or Export on the page, makes a file of it",
        crate::playground::LONGEST_LINK
    )
}

/// A span of time that is none.
#[must_use]
pub fn advance(span: &str) -> String {
    format!(
        "`{span}` is no span of time that the clock can move at once; say for example 90s, 20m, 2h or 7d, and at most 7300d"
    )
}

/// A word that `lab` does not know.
#[must_use]
pub fn unknown(word: &str) -> String {
    format!("there is no command `{word}`; `lab help` lists them")
}

/// A scenario that does not exist.
#[must_use]
pub fn unknown_scenario(id: &str, known: &[&str]) -> String {
    format!(
        "there is no scenario `{id}`; there are {}",
        known.join(", ")
    )
}

/// An account id that is none.
#[must_use]
pub fn bad_account(id: &str) -> String {
    format!("`{id}` is no account id; it has twelve digits, such as 444455556666")
}

/// A Region that is not simulated.
#[must_use]
pub fn unknown_region(name: &str, known: &[&String]) -> String {
    let known: Vec<&str> = known.iter().map(|name| name.as_str()).collect();
    format!(
        "Region `{name}` is not simulated; there are {}",
        known.join(", ")
    )
}

/// A subnet that does not exist.
#[must_use]
pub fn no_subnet(id: &str, region: &str) -> String {
    format!("there is no subnet `{id}` in {region}; `aws ec2 describe-subnets` lists them")
}

/// A subnet without a free address.
#[must_use]
pub fn full_subnet(id: &str) -> String {
    format!("the subnet {id} has no free address")
}

/// A security group that does not exist.
#[must_use]
pub fn no_group(id: &str, region: &str) -> String {
    format!(
        "there is no security group `{id}` in {region}; `aws ec2 describe-security-groups` lists them"
    )
}

/// A security group of another VPC.
#[must_use]
pub fn foreign_group(id: &str, subnet: &str) -> String {
    format!("the security group {id} and the subnet {subnet} are in different VPCs")
}

/// Where the client host is.
#[must_use]
pub fn client(instance: &str, subnet: &str, ip: &str, groups: &[String]) -> String {
    format!(
        "{instance} is in {subnet} with address {ip} and security groups {}\n",
        groups.join(", ")
    )
}

/// A fault that does not exist.
#[must_use]
pub fn unknown_fault(fault: &str) -> String {
    format!("there is no fault `{fault}`; `lab help` lists them")
}

/// A fault that has to be told what it strikes.
#[must_use]
pub fn fault_needs_target(fault: &str) -> String {
    format!(
        "say what it strikes: lab inject {fault} <id>, for cluster-state <cluster-id>=<STATE>, for throttle <operation>"
    )
}

/// An action that nothing here needs.
#[must_use]
pub fn unknown_action(action: &str) -> String {
    format!("no operation of this playground needs `{action}`; `aws kms help` lists operations")
}

/// A service without a raw form.
#[must_use]
pub fn no_wire(service: &str) -> String {
    format!("`{service}` does not speak the JSON protocol; kms, cloudhsmv2 and cloudtrail do")
}

/// A raw request was refused.
#[must_use]
pub fn refused(code: &str) -> String {
    format!("the request was refused ({code})")
}

/// A permission that is none.
#[must_use]
pub fn bad_action(action: &str) -> String {
    format!("`{action}` is no action; say for example kms:CreateCustomKeyStore")
}

/// A file that does not exist.
#[must_use]
pub fn no_file(name: &str) -> String {
    format!("there is no file `{name}` here; `ls` lists the files")
}

/// A file that holds no certificate request.
#[must_use]
pub fn no_request(name: &str, problem: &CertificateProblem) -> String {
    match problem {
        CertificateProblem::WrongLabel { label } => {
            format!("`{name}` holds a PEM block labelled `{label}`, not a certificate request")
        }
        _ => format!("`{name}` is no certificate request"),
    }
}

/// A key store that does not exist.
#[must_use]
pub fn no_store(id: &str, region: &str) -> String {
    format!("there is no key store `{id}` in {region}")
}

/// A key store whose connection never failed.
#[must_use]
pub fn never_failed(id: &str) -> String {
    format!("no connection of the key store {id} has failed")
}

/// A failure that no command cures.
#[must_use]
pub fn no_fix(explanation: &Explanation) -> String {
    format!("no command cures this. {}", explanation.todo)
}

/// Values that the reader has to give first.
#[must_use]
pub fn open_holes(names: &[String]) -> String {
    let lines: Vec<String> = names.iter().map(|name| format!("{name}=…")).collect();
    format!("set what is needed first: {}", lines.join("  "))
}

/// A bug of ours.
#[must_use]
pub fn bug(text: &str) -> String {
    format!("a fault of this playground, nothing was changed: {text}")
}

/// A bug of ours, as a line of its own.
#[must_use]
pub fn bug_line(text: &str) -> String {
    format!("playground: {}\n", bug(text))
}

/// A file is offered to the reader's own computer.
pub const DOWNLOAD: &str = "The button below this line saves the file on your computer.\n";

/// A root certificate lies among the reader's files.
#[must_use]
pub fn root(name: &str) -> String {
    format!("{name}: made up like everything here; nothing real trusts it\n")
}

/// A program asks something where nobody can answer: in a pipe or in a command substitution.
pub const NOBODY_TO_ASK: &str = "playground: this asks something, which nobody can answer in the middle of a line; run it as a line of its own\n";

/// A program whose session undo took away.
pub const PROGRAM_GONE: &str =
    "playground: the session of this program was undone; start the program again\n";

/// Something stands inside something else, and so on, without an end in sight.
pub const TOO_DEEP: &str = "playground: this is nested deeper than anything that makes sense";

/// Something of bash that is not simulated.
#[must_use]
pub fn not_in_this_shell(what: &str) -> String {
    format!("playground: bash knows `{what}`, this shell does not; `help` says what it knows")
}

/// A loop that does not end.
#[must_use]
pub fn endless(rounds: u32) -> String {
    format!(
        "playground: interrupted, the loops of this line have gone round {rounds} times. What a loop waits for comes when time passes: put a `sleep` into it.\n"
    )
}

/// The prompt of the guide was pasted with the command.
pub const GUIDE_PROMPT: &str =
    "playground: the $ at the beginning is the prompt of the guide, not part of the command.\n";

/// The guide's pattern matches nothing that `describe-key` prints.
pub const GUIDE_PATTERN: &str = "playground: describe-key prints no CustomKeyStoreType, so this pattern never matches; keys in a key store have a CustomKeyStoreId.\n";

/// The guide's example lacks a backslash.
pub const MISSING_BACKSLASH: &str =
    "playground: the line before this one ends without a backslash, so it ran alone.\n";

/// What stands for a placeholder in the corrected line.
pub const GUIDE_FILE: &str = "file://customerCA.crt";

/// A placeholder of the guide was left in the command.
#[must_use]
pub fn placeholder(placeholder: &str) -> String {
    format!(
        "playground: {placeholder} is a placeholder, and the shell reads < and > as redirections; name the certificate's file instead.\n"
    )
}

/// The corrected command.
#[must_use]
pub fn meant(command: &str) -> String {
    format!("playground: as one command:\n{command}\n")
}

/// A target that does not exist.
#[must_use]
pub fn no_target(fault: &str, target: &str, region: &str) -> String {
    if fault == "throttle" {
        return format!(
            "no rate is documented for `{target}`, or it is none of AWS KMS; say for example CreateKey, or Encrypt=1799 for what is computed in key stores"
        );
    }
    format!(
        "`{target}` is no target of {fault} in {region}; `aws cloudhsmv2 describe-clusters` lists clusters and HSMs, and a state is one of the service's own, such as DEGRADED"
    )
}

/// The prompt of a second terminal, where a script is typed in two.
#[must_use]
pub fn second_terminal(prompt: &str) -> String {
    format!("(second terminal) {prompt}")
}

/// What a job does, in a phrase.
#[must_use]
pub fn job(job: &Job) -> &'static str {
    match job {
        Job::ClusterCreated { .. } => "cluster is created",
        Job::HsmSnapshot { .. } => "joining HSM copies the users",
        Job::HsmCreated { .. } => "HSM becomes active",
        Job::HsmDeleted { .. } => "deleted HSM is no longer listed",
        Job::ClusterInitialized { .. } => "cluster is initialized",
        Job::ClusterActivated { .. } => "service notices the activation",
        Job::ClusterModified { .. } => "cluster has its new HSM type",
        Job::ClusterDeleted { .. } => "cluster is deleted",
        Job::ClusterForgotten { .. } => "deleted cluster is no longer listed",
        Job::BackupCreated { .. } => "backup becomes ready",
        Job::DailyBackup { .. } => "daily backup",
        Job::BackupRetention { .. } => "purge of old backups",
        Job::BackupDeleted { .. } => "backup is gone for good",
        Job::StoreConnected { .. } => "connection attempt ends",
        Job::StoreDisconnected { .. } => "key store is disconnected",
        Job::KeyDeleted { .. } => "key is gone for good",
    }
}

/// An explanation as the terminal prints it.
#[must_use]
pub fn explain(code: Option<&str>, explanation: &Explanation) -> String {
    let mut text = String::new();
    if let Some(code) = code {
        text += &format!("{code}\n\n");
    }
    text += &format!(
        "What   {}\nWhy    {}\nDo     {}\n",
        explanation.what, explanation.why, explanation.todo
    );
    for (title, url) in &explanation.docs {
        text += &format!("Read   {title}: {url}\n");
    }
    for (index, line) in explanation.fix.iter().enumerate() {
        text += &format!("{}  {line}\n", if index == 0 { "Fix  " } else { "     " });
    }
    text += &format!(
        "Rule   {} ({}{})\n",
        explanation.rule_id,
        explanation.origin,
        if explanation.our_wording {
            "; the wording of the message is ours"
        } else {
            ""
        }
    );
    text
}
