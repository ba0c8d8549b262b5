//! The words that the tool knows. A beginning that fits only one of them will do.

use crate::shell::aws::closest;
use crate::text::hsm_tools as words;

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

/// All command words, in the order of the help text.
const WORDS: &[(&str, Word)] = &[
    ("changePswd", Word::ChangePassword),
    ("createUser", Word::CreateUser),
    ("deleteUser", Word::DeleteUser),
    ("enable_e2e", Word::EnableE2e),
    ("exit", Word::Exit),
    ("findAllKeys", Word::Other),
    ("getAttribute", Word::Other),
    ("getCert", Word::Other),
    ("getHSMInfo", Word::HsmInfo),
    ("getKeyInfo", Word::Other),
    ("help", Word::Help),
    ("info", Word::Info),
    ("listAttributes", Word::Other),
    ("listUsers", Word::ListUsers),
    ("loginHSM", Word::Login),
    ("logoutHSM", Word::Logout),
    ("quit", Word::Quit),
    ("server", Word::Server),
    ("setAttribute", Word::Other),
    ("shareKey", Word::Other),
    ("syncKey", Word::Other),
    ("syncUser", Word::SyncUser),
];

/// The command that was meant by a word, mistyped or not; where several are possible, one whose line holds a password.
pub(super) fn meant(typed: &str) -> Option<Word> {
    if let Ok(word) = find(typed) {
        return Some(word);
    }
    let low = typed.to_ascii_lowercase();
    let near = closest(typed, WORDS.iter().map(|(word, ..)| *word));
    let fitting: Vec<Word> = WORDS
        .iter()
        .filter(|(word, ..)| word.to_ascii_lowercase().starts_with(&low) || near.contains(word))
        .map(|(_, meaning)| *meaning)
        .collect();
    let holds =
        |word: &&Word| matches!(word, Word::Login | Word::CreateUser | Word::ChangePassword);
    fitting.iter().find(holds).or(fitting.first()).copied()
}

/// The command that `typed` is, or is the beginning of; else the text that says why it is none.
pub(super) fn find(typed: &str) -> Result<Word, String> {
    let fitting: Vec<_> = WORDS
        .iter()
        .filter(|(word, _)| word.starts_with(typed))
        .collect();
    match fitting.as_slice() {
        [] => Err(words::unknown_command(typed)),
        [(_, meaning)] => Ok(*meaning),
        several => match several.iter().find(|(word, _)| *word == typed) {
            Some((_, meaning)) => Ok(*meaning),
            None => {
                let words: Vec<_> = several.iter().map(|(word, _)| *word).collect();
                Err(words::ambiguous_command(typed, &words))
            }
        },
    }
}

/// The help text.
pub(super) fn help() -> String {
    let lines: Vec<String> = WORDS
        .iter()
        .map(|(word, _)| format!("{word:<20}{}\n", words::purpose(word)))
        .collect();
    format!("{:<20}{}\n\n{}", "Command Name", "Purpose", lines.concat())
}
