//! The words that the tool knows. A beginning that fits only one of them will do.

use crate::shell::aws::closest;

/// What a command word means here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    ChangePassword,
    CreateUser,
    DeleteUser,
    EnableE2e,
    Exit,
    Help,
    HsmInfo,
    Info,
    ListUsers,
    Login,
    Logout,
    Quit,
    Server,
    SyncUser,
    /// A command of the real tool that is not simulated.
    Other,
}

/// All command words with what they are for, in the order of the help text.
const WORDS: &[(&str, Word, &str)] = &[
    (
        "changePswd",
        Word::ChangePassword,
        "Changes the password of a user",
    ),
    ("createUser", Word::CreateUser, "Creates a user"),
    ("deleteUser", Word::DeleteUser, "Deletes a user"),
    (
        "enable_e2e",
        Word::EnableE2e,
        "Sets up the encrypted sessions with the servers",
    ),
    ("exit", Word::Exit, "Leaves the server mode"),
    (
        "findAllKeys",
        Word::Other,
        "Finds the keys of a user (not simulated here)",
    ),
    (
        "getAttribute",
        Word::Other,
        "Shows an attribute of a key (not simulated here)",
    ),
    (
        "getCert",
        Word::Other,
        "Saves a certificate of a server (not simulated here)",
    ),
    (
        "getHSMInfo",
        Word::HsmInfo,
        "Shows the hardware of the servers",
    ),
    (
        "getKeyInfo",
        Word::Other,
        "Shows who owns a key (not simulated here)",
    ),
    ("help", Word::Help, "Shows this list"),
    ("info", Word::Info, "Shows the connection to a server"),
    (
        "listAttributes",
        Word::Other,
        "Lists the attributes of keys (not simulated here)",
    ),
    (
        "listUsers",
        Word::ListUsers,
        "Lists the users of every server",
    ),
    ("loginHSM", Word::Login, "Logs in to every server"),
    ("logoutHSM", Word::Logout, "Logs out of every server"),
    ("quit", Word::Quit, "Ends the tool"),
    (
        "server",
        Word::Server,
        "Enters the server mode: commands go to one server",
    ),
    (
        "setAttribute",
        Word::Other,
        "Changes an attribute of a key (not simulated here)",
    ),
    (
        "shareKey",
        Word::Other,
        "Shares a key with another user (not simulated here)",
    ),
    (
        "syncKey",
        Word::Other,
        "Copies a key to another server (not simulated here)",
    ),
    (
        "syncUser",
        Word::SyncUser,
        "Copies a user to another server, in server mode",
    ),
];

/// The command that was meant by a word, mistyped or not; where several are possible, one whose line holds a password.
pub(super) fn meant(typed: &str) -> Option<Word> {
    if let Ok(word) = find(typed) {
        return Some(word);
    }
    let low = typed.to_lowercase();
    let near = closest(typed, WORDS.iter().map(|(word, ..)| *word));
    let fitting: Vec<Word> = WORDS
        .iter()
        .filter(|(word, ..)| word.to_lowercase().starts_with(&low) || near.contains(word))
        .map(|(_, meaning, _)| *meaning)
        .collect();
    let holds =
        |word: &&Word| matches!(word, Word::Login | Word::CreateUser | Word::ChangePassword);
    fitting.iter().find(holds).or(fitting.first()).copied()
}

/// The command that `typed` is, or is the beginning of; else the text that says why it is none.
pub(super) fn find(typed: &str) -> Result<Word, String> {
    let fitting: Vec<_> = WORDS
        .iter()
        .filter(|(word, ..)| word.starts_with(typed))
        .collect();
    match fitting.as_slice() {
        [] => Err(format!(
            "Unknown command: {typed}. Type help for the list of commands.\n"
        )),
        [(_, meaning, _)] => Ok(*meaning),
        several => match several.iter().find(|(word, ..)| *word == typed) {
            Some((_, meaning, _)) => Ok(*meaning),
            None => {
                let words: Vec<_> = several.iter().map(|(word, ..)| *word).collect();
                Err(format!(
                    "Ambiguous command: {typed} ({})\n",
                    words.join(", ")
                ))
            }
        },
    }
}

/// The help text.
pub(super) fn help() -> String {
    let lines: Vec<String> = WORDS
        .iter()
        .map(|(word, _, purpose)| format!("{word:<20}{purpose}\n"))
        .collect();
    format!("{:<20}{}\n\n{}", "Command Name", "Purpose", lines.concat())
}
