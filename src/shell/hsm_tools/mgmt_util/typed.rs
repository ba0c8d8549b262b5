//! A typed line becomes a command. Passwords are sealed here, before anything else sees them.

use std::collections::BTreeMap;

use super::commands::Word;
use super::secrets::ASK;
use crate::facts::HsmCommand;
use crate::model::{Secret, UserKind};
use crate::shell::Door;
use crate::shell::mask::said_back;
use crate::text::hsm_tools as words;

/// Users of the guides, whose names are no passwords.
const USERS: &[&str] = &["admin", "app_user", "kmsuser"];

/// What a typed line came to.
pub(super) enum Typed {
    /// A command.
    Complete(HsmCommand),
    /// A command whose password will be asked for.
    LacksPassword(Pending),
    /// What is wrong with the line.
    Problem(String),
}

/// A command that lacks its password.
#[derive(Clone)]
pub(super) struct Pending {
    word: Word,
    kind: String,
    name: String,
    two_factor: bool,
}

impl Pending {
    /// The question for the password.
    pub(super) fn prompt(&self) -> &'static str {
        if self.repeats() {
            "Enter new password: "
        } else {
            "Enter password:"
        }
    }

    /// Whether the password is asked for twice: it is when it is a new one.
    pub(super) fn repeats(&self) -> bool {
        self.word != Word::Login
    }

    /// The command with its password.
    pub(super) fn with(self, password: Secret) -> HsmCommand {
        let Self {
            word,
            kind,
            name,
            two_factor,
        } = self;
        match word {
            Word::CreateUser => HsmCommand::CreateUser {
                kind,
                name,
                password,
                two_factor,
            },
            Word::ChangePassword => HsmCommand::ChangePassword {
                kind,
                name,
                password,
            },
            _ => HsmCommand::Login {
                kind,
                name,
                password,
            },
        }
    }
}

/// The words of a line. A hole of a generated line, `"$NAME"`, is filled from the terminal's variables.
pub(super) fn words(line: &str, variables: &BTreeMap<String, String>) -> Vec<String> {
    line.split_whitespace()
        .map(|word| {
            word.strip_prefix("\"$")
                .and_then(|rest| rest.strip_suffix('"'))
                .and_then(|name| variables.get(name))
                .map_or_else(|| word.to_owned(), Clone::clone)
        })
        .collect()
}

/// Reads the arguments of a command about a user.
pub(super) fn parse(word: Word, arguments: &[String], door: &mut dyn Door) -> Typed {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (kind, name, password, rest) = match (word, arguments.as_slice()) {
        (Word::DeleteUser, [kind, name]) => {
            let (kind, name) = user(kind, name);
            return Typed::Complete(HsmCommand::DeleteUser { kind, name });
        }
        (Word::DeleteUser, _) | (_, [] | [_] | [_, _]) => return Typed::Problem(usage(word)),
        (_, [kind, name, password, rest @ ..]) => (*kind, *name, *password, rest),
    };
    let two_factor = match (word, rest) {
        (_, []) | (Word::CreateUser, ["1FA"]) => false,
        (Word::CreateUser, ["2FA"]) => true,
        (Word::CreateUser | Word::ChangePassword, ["-2fa", _]) => {
            return Typed::Problem(words::NO_TWO_FACTOR_FILE.to_owned());
        }
        _ => return Typed::Problem(usage(word)),
    };
    let (kind, name) = user(kind, name);
    let pending = Pending {
        word,
        kind,
        name,
        two_factor,
    };
    if password == ASK {
        return Typed::LacksPassword(pending);
    }
    Typed::Complete(pending.with(door.seal(password.as_bytes())))
}

/// Type and name of a user, as they are kept. Where the first word is no type, the words may stand in any order, and any of them may
/// be the password.
fn user(kind: &str, name: &str) -> (String, String) {
    if UserKind::parse(kind).is_some() {
        return (kind.to_owned(), name.to_owned());
    }
    let known = USERS.contains(&name);
    let name = if known { name } else { said_back(name) };
    (said_back(kind).to_owned(), name.to_owned())
}

/// Reads the arguments of `syncUser`; else how it is used.
pub(super) fn sync(arguments: &[String]) -> Result<HsmCommand, String> {
    let numbers = match arguments {
        [user, to] => user.parse().ok().zip(to.parse().ok()),
        _ => None,
    };
    numbers
        .map(|(user, to)| HsmCommand::SyncUser { user, to })
        .ok_or_else(|| "Usage: syncUser <user-id> <server-number>\n".to_owned())
}

fn usage(word: Word) -> String {
    match word {
        Word::CreateUser => {
            "Usage: createUser <user-type> <user-name> <password|-hpswd> [1FA|2FA]\n"
        }
        Word::ChangePassword => "Usage: changePswd <user-type> <user-name> <password|-hpswd>\n",
        Word::DeleteUser => "Usage: deleteUser <user-type> <user-name>\n",
        _ => "Usage: loginHSM <user-type> <user-name> <password|-hpswd>\n",
    }
    .to_owned()
}
