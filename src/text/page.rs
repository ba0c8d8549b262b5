//! What the page says.

use crate::playground::ImportProblem;

/// The name.
pub const TITLE: &str = "Keystore Playground";
/// Below the name.
pub const SUBTITLE: &str = "A simulated AWS account. Nothing here reaches AWS.";
/// What the terminal says first.
pub const WELCOME: &str = "This is the client host of a simulated AWS account. Type `help` to begin, or load a scenario:\n  lab scenario ready-cluster     a cluster that waits for a key store\n  lab scenario store-failed      a key store that failed to connect, and `lab why` it did\n";
/// The browser keeps nothing.
pub const NOT_SAVED: &str = "This browser does not let the page save. Your account lives until the page is closed; use Export to keep it.";
/// Before the account is replaced.
pub const REPLACE: &str = "This replaces your account and everything in it. Export it first if you want to keep it. Go on?";
/// A file is not text.
pub const NOT_TEXT: &str = "is not a text file and was not uploaded. Certificates and requests are uploaded in PEM format.";
/// Nothing in a table.
pub const NO_CLUSTERS: &str = "No clusters in this Region.";
/// Nothing in a table.
pub const NO_STORES: &str = "No custom key stores in this Region.";
/// Nothing in a table.
pub const NO_KEYS: &str = "No KMS keys in this Region.";
/// Nothing in a table.
pub const NO_FILES: &str = "No files on the client host.";
/// Nothing in a table.
pub const NO_EVENTS: &str = "Nothing has happened yet.";
/// Nothing in a table.
pub const NO_JOBS: &str = "Nothing is under way.";
/// The client host is nowhere.
pub const CLIENT_NOWHERE: &str = "The client host is not attached to a network yet.";

/// A save cannot be read.
#[must_use]
pub fn import_failed(problem: &ImportProblem) -> String {
    let why = match problem {
        ImportProblem::NotASave(what) => format!("it is not an exported account ({what})"),
        ImportProblem::Newer(format) => {
            format!("a newer version of the playground wrote it (format {format})")
        }
        ImportProblem::Broken(entry) => {
            format!("its log is damaged at entry {}", entry + 1)
        }
        ImportProblem::Replay(bug) => format!("its log cannot be replayed: {}", bug.0),
    };
    format!("The account could not be read: {why}. Nothing was changed.")
}

/// A save from an earlier visit cannot be read.
#[must_use]
pub fn save_damaged(problem: &ImportProblem) -> String {
    format!(
        "{} It was put aside in this browser's storage, and a new account was started.",
        import_failed(problem)
    )
}
