//! The HSM tools of the client host.

mod configure;
mod daemon;
mod mgmt_util;
#[cfg(test)]
mod tests;

use super::mask::{Verdict, doubtful};
use super::program::Command;
pub(in crate::shell) use mgmt_util::{is_word, verdicts as line};

/// Directories in which the tools may be named; a name without a directory is looked up too.
const DIRECTORIES: &[&str] = &[
    "",
    "/opt/cloudhsm/bin/",
    "/usr/bin/",
    "/usr/sbin/",
    "/bin/",
    "/sbin/",
];

/// The tools by their names.
const COMMANDS: &[(&str, Command)] = &[
    ("cloudhsm_mgmt_util", mgmt_util::start),
    ("configure", configure::run),
    ("service", daemon::service),
    ("systemctl", daemon::systemctl),
    ("start", daemon::start),
    ("stop", daemon::stop),
    ("restart", daemon::restart),
];

/// The command of that name, with or without its directory.
#[must_use]
pub fn command(name: &str) -> Option<Command> {
    let at = name.rfind('/').map_or(0, |slash| slash + 1);
    let (directory, word) = name.split_at(at);
    if !DIRECTORIES.contains(&directory) {
        return None;
    }
    COMMANDS
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, command)| *command)
}

/// The names of all tools.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    COMMANDS.iter().map(|(name, _)| *name)
}

/// What is known of the words behind the name of a tool.
pub(super) fn verdicts(name: &str, words: &[String]) -> Vec<Verdict> {
    if name.ends_with("cloudhsm_mgmt_util") || name.ends_with("configure") {
        return doubtful(words);
    }
    // The name of a service, and what becomes of it.
    words.iter().map(|_| Verdict::Shown).collect()
}
