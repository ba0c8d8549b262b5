//! The help of the terminal, and of each command of `lab`.

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
pub fn help(scenarios: &[&str], faults: &[&str], word: Option<&str>) -> String {
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
