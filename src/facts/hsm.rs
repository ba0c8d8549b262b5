//! Facts about an HSM tool and the HSM on which one of its commands runs.

use serde::{Deserialize, Serialize};

use super::{AccountFacts, Subject};
use crate::model::{HsmContents, HsmSession, Secret, ToolSession, UserKind};

/// A command of an HSM tool that acts on the HSMs, with its secrets sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HsmCommand {
    /// `loginHSM`
    Login {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
        /// Password.
        password: Secret,
    },
    /// `createUser`
    CreateUser {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
        /// Password.
        password: Secret,
        /// Whether the `2FA` word was given.
        two_factor: bool,
    },
    /// `changePswd`
    ChangePassword {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
        /// New password.
        password: Secret,
    },
    /// `deleteUser`
    DeleteUser {
        /// User type word as typed.
        kind: String,
        /// User name.
        name: String,
    },
}

impl HsmCommand {
    /// The command word, as rules name it after `hsm:`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Login { .. } => "loginHSM",
            Self::CreateUser { .. } => "createUser",
            Self::ChangePassword { .. } => "changePswd",
            Self::DeleteUser { .. } => "deleteUser",
        }
    }

    /// User type word and user name.
    #[must_use]
    pub fn user(&self) -> (&str, &str) {
        match self {
            Self::Login { kind, name, .. }
            | Self::CreateUser { kind, name, .. }
            | Self::ChangePassword { kind, name, .. }
            | Self::DeleteUser { kind, name } => (kind, name),
        }
    }

    /// The password, where there is one.
    #[must_use]
    pub fn password(&self) -> Option<&Secret> {
        match self {
            Self::Login { password, .. }
            | Self::CreateUser { password, .. }
            | Self::ChangePassword { password, .. } => Some(password),
            Self::DeleteUser { .. } => None,
        }
    }
}

/// The tool that the command was typed into.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolFacts {
    /// Its session id.
    pub id: u64,
    /// Its connections and login.
    pub session: ToolSession,
}

/// The HSM on which the command is being carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerFacts {
    /// Number of the server in the tool's list.
    pub number: usize,
    /// Address.
    pub address: String,
    /// Users and keys.
    pub contents: HsmContents,
    /// Open logins.
    pub sessions: Vec<HsmSession>,
    /// Who the tool is logged in as on this server.
    pub login: Option<(UserKind, String)>,
    /// Whether the encrypted session stands.
    pub encrypted: bool,
}

pub(super) fn tool(facts: &AccountFacts<'_>) -> Option<ToolFacts> {
    let Subject::Tool { session, .. } = facts.subject else {
        return None;
    };
    Some(ToolFacts {
        id: session,
        session: facts.here()?.client.sessions.get(&session)?.clone(),
    })
}

pub(super) fn server(facts: &AccountFacts<'_>) -> Option<ServerFacts> {
    let Subject::Tool {
        session,
        server: number,
        ..
    } = facts.subject
    else {
        return None;
    };
    let region = facts.here()?;
    let session = region.client.sessions.get(&session)?;
    let server = session.servers.get(number)?;
    let hsm = region
        .clusters
        .get(&server.cluster_id)?
        .hsm(&server.hsm_id)?;
    Some(ServerFacts {
        number,
        address: server.address.clone(),
        contents: hsm.contents.clone(),
        sessions: hsm.sessions.clone(),
        login: session
            .login
            .as_ref()
            .filter(|login| login.servers.contains(&number))
            .map(|login| (login.kind, login.name.clone())),
        encrypted: server.encrypted,
    })
}

pub(super) fn command(facts: &AccountFacts<'_>) -> Option<HsmCommand> {
    match facts.subject {
        Subject::Tool { command, .. } => Some(command.clone()),
        Subject::Request | Subject::Store(_) => None,
    }
}
