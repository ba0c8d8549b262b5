//! The help of the terminal, and of each command of `lab`.

/// What `help` says before the help of `lab`.
pub const HELP: &str = "\
This is the client host of a simulated AWS account. Nothing here reaches AWS.

  aws <service> <operation> …                    the AWS command line: kms, cloudhsmv2, ec2, iam, sts, cloudtrail (aws help)
  /opt/cloudhsm/bin/configure --cmu <address>    gives the HSM tools the address of an HSM
  /opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
                                                 manages HSM users
  openssl genrsa|req|x509|verify|rsa …           real keys, certificate requests and certificates (openssl help)
  ls cat cp mv rm echo head grep wc diff base64  files of this host; > writes a file
  NAME=value, $NAME, $(command), $((1 + 2)), |, &&, ||, ;, !, <<END
  for, if, while, until, { }, test, [ ], read    as in bash
  sleep <seconds>                                moves the simulated clock; you don't have to wait
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
        &["explains the last refused call, or why a key store failed to connect"],
    ),
    entry(
        "fix",
        "fix [<store-id>]",
        &["runs the commands that fix it"],
    ),
    entry(
        "advance",
        "advance <20m|2h|7d>",
        &["moves the simulated clock forward"],
    ),
    entry(
        "settle",
        "settle",
        &["moves the clock until everything in progress is finished"],
    ),
    entry("now", "now", &["shows the simulated time"]),
    entry("jobs", "jobs", &["lists everything in progress"]),
    entry("undo", "undo", &["undoes the last command"]),
    entry("redo", "redo", &["redoes what undo took back"]),
    entry("reset", "reset", &["starts again with an empty account"]),
    entry(
        "scenario",
        "scenario <id>",
        &[
            "replaces the account: {scenarios}",
            "undo brings the old account back; the event history starts again",
        ],
    ),
    entry(
        "account",
        "account [<id>]",
        &["switches to a user of another, empty account; without an ID shows the current account"],
    ),
    entry(
        "region",
        "region <name>",
        &["switches to the client host of another Region"],
    ),
    entry(
        "client",
        "client [show]",
        &["shows where the client host is"],
    ),
    entry(
        "client",
        "client attach <subnet-id> [--security-groups <group-id> …]",
        &["attaches it to a subnet"],
    ),
    entry(
        "sign",
        "sign <request> [<certificate>]",
        &["signs a certificate request without openssl; creates customerCA.key and customerCA.crt"],
    ),
    entry(
        "download",
        "download <file>",
        &["saves a file of this host on your computer; the button beside the line uploads a file"],
    ),
    entry(
        "roots",
        "roots",
        &["saves the root certificates of the HSM hardware, instead of the downloads in the guide"],
    ),
    entry(
        "deny",
        "deny [<action>]",
        &[
            "removes a permission (kms:CreateCustomKeyStore, kms:*); without an action lists the removed ones",
        ],
    ),
    entry(
        "allow",
        "allow [<action>]",
        &["restores a permission, or all of them"],
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
            "throttle needs an operation of AWS KMS, and how often others call it per second: throttle Encrypt=1799",
            "for an operation that only reads, others use up the whole rate, so every call is refused",
            "internal-error makes connecting fail; with kms or cloudhsmv2 every call of that service",
            "without a fault lists the active faults",
        ],
    ),
    entry(
        "request",
        "request <service> <target> ['<body>']",
        &["sends a raw request that the client does not check"],
    ),
    entry(
        "share",
        "share",
        &["prints a link that opens a copy of this account elsewhere"],
    ),
    entry(
        "export",
        "export",
        &["prints the account as text that you can import on the page"],
    ),
    entry(
        "help",
        "help [<command>]",
        &["shows this help, or the help of one command"],
    ),
];

/// Where the second column of the help begins.
const COLUMN: usize = 28;

/// The help of `lab`, or of one of its commands.
#[must_use]
pub fn help(scenarios: &[&str], faults: &[&str], word: Option<&str>) -> String {
    let mut text = String::new();
    if word.is_none() {
        text.push_str("lab: the command of the playground\n\n");
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
