//! What the HSM tools do to the HSMs. Every HSM decides for itself: a command reaches the servers that the tool is connected to, and
//! nothing brings the others into line afterwards.

mod daemon;
mod open;
mod reply;
mod run;
mod session;

pub use daemon::{members, start_daemon};
pub use reply::{Connection, Refusal, ToolReply};
pub use session::{hsm_behind, session};

use serde::Serialize;
use serde_json::{Error, Value};

use crate::api::{Bug, Call};
use crate::facts::HsmCommand;
use crate::model::json::{Tagged, deserialize_by};

/// Something done in or with an HSM tool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum ToolAction {
    /// Starts the tool and connects it to the servers of its configuration.
    Open,
    /// Tries again to set up the encrypted session with every server that lacks one.
    EnableE2e {
        /// Session id.
        session: u64,
    },
    /// Runs a command on the given servers, up to the first that refuses. A login is tried on all of them.
    Run {
        /// Session id.
        session: u64,
        /// Command.
        command: HsmCommand,
        /// Indices of the servers.
        servers: Vec<usize>,
    },
    /// Gives a user back to servers on which it was deleted, from the copy of the server that refused to delete it.
    RollBack {
        /// Session id.
        session: u64,
        /// The deletion that is taken back.
        command: HsmCommand,
        /// Index of the server that refused.
        from: usize,
        /// Indices of the servers on which the user was deleted.
        servers: Vec<usize>,
    },
    /// Logs out on all servers.
    Logout {
        /// Session id.
        session: u64,
    },
    /// Ends the tool: its logins end with it.
    Close {
        /// Session id.
        session: u64,
    },
}

deserialize_by!(ToolAction, ToolAction::read);

impl ToolAction {
    fn read(value: Value) -> Result<Self, Error> {
        let mut from = Tagged::inside("do", value)?;
        Ok(match from.name.as_str() {
            "open" => Self::Open,
            "enableE2e" => Self::EnableE2e {
                session: from.take("session")?,
            },
            "run" => Self::Run {
                session: from.take("session")?,
                command: from.take("command")?,
                servers: from.take("servers")?,
            },
            "rollBack" => Self::RollBack {
                session: from.take("session")?,
                command: from.take("command")?,
                from: from.take("from")?,
                servers: from.take("servers")?,
            },
            "logout" => Self::Logout {
                session: from.take("session")?,
            },
            "close" => Self::Close {
                session: from.take("session")?,
            },
            _ => return Err(from.unknown()),
        })
    }
}

/// Carries an action out.
///
/// # Errors
/// [`Bug`] of ours, such as an action in a session that is not open.
pub fn act(call: &mut Call<'_>, action: &ToolAction) -> Result<ToolReply, Bug> {
    match action {
        ToolAction::Open => open::open(call),
        ToolAction::EnableE2e { session } => open::enable_encryption(call, *session),
        ToolAction::Run {
            session,
            command,
            servers,
        } => run::run(call, *session, command, servers),
        ToolAction::RollBack {
            session,
            command,
            from,
            servers,
        } => run::roll_back(call, *session, command, *from, servers),
        ToolAction::Logout { session } => session::log_out(call, *session),
        ToolAction::Close { session } => session::close(call, *session),
    }
}
