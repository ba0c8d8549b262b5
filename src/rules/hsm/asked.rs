//! What a command of the tool asks of an HSM.

use crate::facts::{Facts, HsmCommand, NotGiven, ServerFacts};
use crate::model::UserKind;
use crate::rules::{Raise, Raised};

/// Raised by a command of the tool.
pub(super) const fn refuses(on: &'static str, order: u16) -> Raise {
    Raise {
        on,
        order,
        error: Raised::Hsm,
    }
}

/// The command and the HSM on which it is carried out.
pub(super) struct Asked {
    pub command: HsmCommand,
    pub server: ServerFacts,
}

impl Asked {
    /// Both, where both are there.
    pub(super) fn of(facts: &dyn Facts) -> Result<Option<Self>, NotGiven> {
        Ok(facts
            .hsm_command()
            .given()?
            .zip(facts.server().given()?)
            .map(|(command, server)| Self { command, server }))
    }

    /// The type word as it was typed.
    pub(super) fn word(&self) -> &str {
        self.command.user().0
    }

    /// The user name as it was typed.
    pub(super) fn name(&self) -> &str {
        self.command.user().1
    }

    /// The user type that the word means on this HSM.
    pub(super) fn kind(&self) -> Option<UserKind> {
        ServerFacts::kind(&self.server.contents, self.word())
    }

    /// The server as the tool names it: number and address.
    pub(super) fn place(&self) -> String {
        format!("{}({})", self.server.number, self.server.address)
    }
}

/// The same command once more; `rest` follows the user's name.
pub(super) fn again(facts: &dyn Facts, rest: &str) -> Option<String> {
    let command = facts.hsm_command().known()?;
    if let HsmCommand::SyncUser { user, to } = command {
        return Some(format!("{} {user} {to}", command.word()));
    }
    let (word, name) = command.user();
    Some(format!("{} {word} {name}{rest}", command.word()))
}

/// Leaves the tool's question, then the lines: the question after a refusal is answered first.
pub(super) fn after_question(
    facts: &dyn Facts,
    lines: impl IntoIterator<Item = String>,
) -> Vec<String> {
    let answer = match facts.hsm_command().known() {
        Some(HsmCommand::CreateUser { .. } | HsmCommand::ChangePassword { .. }) => Some("A"),
        Some(HsmCommand::DeleteUser { .. }) => Some("B"),
        Some(HsmCommand::Login { .. } | HsmCommand::SyncUser { .. }) | None => None,
    };
    answer.map(str::to_owned).into_iter().chain(lines).collect()
}

/// Logs the crypto officer in.
pub(super) const LOGIN_OFFICER: &str = "loginHSM CO admin \"$ADMIN_PASSWORD\"";
