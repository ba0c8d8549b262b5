//! Words that are nobody's password, by their form alone.

use super::letters::EXPANSION;
use crate::api;
use crate::model::REGIONS;
use crate::shell::word::is_name;

/// Shorter than the shortest password that any of the tools takes.
const SHORTEST: usize = 4;

/// What begins a word that names something: a resource by its id, a file by its path, a page.
const BEGINNINGS: &[&str] = &[
    "/", "./", "../", "~/", "alias/", "arn:", "file://", "fileb://", "http://", "https://",
];

/// What ends the name of a file.
const ENDINGS: &[&str] = &[
    ".cfg", ".cnf", ".conf", ".crt", ".csr", ".der", ".ext", ".json", ".key", ".log", ".pem",
    ".sh", ".srl", ".txt", ".yaml", ".yml",
];

/// What begins the ids of resources.
const RESOURCES: &[&str] = &[
    "acl", "aclassoc", "backup", "cks", "cluster", "eni", "hsm", "igw", "mrk", "nat", "rtb",
    "rtbassoc", "sg", "sgr", "subnet", "vpc",
];

/// Words with a meaning of their own.
const WORDS: &[&str] = &["false", "none", "null", "true"];

/// Programs that other hosts have, which a reader may look for here.
const PROGRAMS: &[&str] = &[
    "alias",
    "apt",
    "apt-get",
    "awk",
    "bash",
    "brew",
    "cargo",
    "case",
    "clear",
    "cloudhsm-cli",
    "command",
    "coproc",
    "curl",
    "docker",
    "env",
    "eval",
    "exec",
    "file",
    "find",
    "function",
    "history",
    "htop",
    "ifconfig",
    "jobs",
    "keytool",
    "key_mgmt_util",
    "kill",
    "kubectl",
    "less",
    "make",
    "more",
    "nano",
    "netstat",
    "nohup",
    "nslookup",
    "ping",
    "pip3",
    "pkcs11-tool",
    "print",
    "printenv",
    "python",
    "python3",
    "reset",
    "select",
    "sha256sum",
    "sort",
    "source",
    "ssh-keygen",
    "terraform",
    "time",
    "trap",
    "type",
    "ulimit",
    "uname",
    "uniq",
    "vault",
    "wget",
    "which",
    "xargs",
    "yum",
];

/// Whether a word is nobody's password: it is too short, or has the form of something else. What is expanded in it counts for nothing.
pub(super) fn is_harmless(word: &str) -> bool {
    let bare: String = word.chars().filter(|letter| *letter != EXPANSION).collect();
    let word = bare.trim_matches(['"', '\'', ',', ':', '=', '-', '.', '/']);
    word.chars().count() < SHORTEST
        || WORDS.contains(&word.to_ascii_lowercase().as_str())
        || BEGINNINGS
            .iter()
            .any(|beginning| bare.starts_with(beginning))
        || ENDINGS.iter().any(|ending| bare.ends_with(ending))
        || is_hole(&bare)
        || is_option(&bare)
        || is_resource(word)
        || is_place(word)
        || is_address(word)
        || is_moment(word)
        || is_choice(word)
}

/// Whether a word that stands where a command's name does may be shown though there is no such command.
pub(super) fn is_program(word: &str) -> bool {
    is_harmless(word) || PROGRAMS.contains(&word)
}

/// `"$NAME"`, as lines for the tools have it.
pub(super) fn is_hole(word: &str) -> bool {
    word.strip_prefix("\"$")
        .and_then(|rest| rest.strip_suffix('"'))
        .is_some_and(is_name)
}

/// Hyphens with a name, as options have them.
fn is_option(word: &str) -> bool {
    let name = word.trim_start_matches('-');
    let hyphens = word.len() - name.len();
    (1..=2).contains(&hyphens)
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '-')
}

/// The id of a resource, or a UUID.
fn is_resource(word: &str) -> bool {
    let by_prefix = word
        .split_once('-')
        .is_some_and(|(prefix, _)| RESOURCES.contains(&prefix));
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    let hexadecimal = word
        .chars()
        .all(|letter| letter.is_ascii_hexdigit() || letter == '-');
    by_prefix || (hexadecimal && lengths == [8, 4, 4, 4, 12])
}

/// A Region or one of its Availability Zones.
fn is_place(word: &str) -> bool {
    let region = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    REGIONS
        .iter()
        .any(|(name, ..)| *name == word || *name == region)
}

/// An IPv4 address or a range of them.
fn is_address(word: &str) -> bool {
    let address = word.split_once('/').map_or(word, |(address, _)| address);
    address.parse::<std::net::Ipv4Addr>().is_ok()
}

/// A date.
fn is_moment(word: &str) -> bool {
    let date: Vec<&str> = word.split(['-', 'T']).take(3).collect();
    matches!(date[..], [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() >= 2)
        && word
            .chars()
            .all(|letter| letter.is_ascii_digit() || "-:TZ.+".contains(letter))
}

/// A word of an enumeration of the services.
fn is_choice(word: &str) -> bool {
    word.bytes()
        .any(|letter| letter == b'_' || letter.is_ascii_uppercase())
        && api::operations()
            .flat_map(|operation| operation.input)
            .any(|member| member.shape.words.contains(&word))
}
