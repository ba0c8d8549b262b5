//! What the HSM tools do to the HSMs.

use serde::{Deserialize, Serialize};

use crate::api::{Bug, Call, Explanation};
use crate::facts::HsmCommand;

/// Something done in or with an HSM tool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum ToolAction {
    /// Starts the tool and connects it to the servers of its configuration.
    Open,
    /// Carries a command out on the given servers, up to the first that refuses.
    Run {
        /// Session id.
        session: u64,
        /// Command.
        command: HsmCommand,
        /// Indices of the servers.
        servers: Vec<usize>,
    },
}

/// What the tool was answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToolReply {
    /// The explanation of the refusal, where one server refused.
    pub refused: Option<Explanation>,
}

impl ToolReply {
    /// Whether anything was done.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.refused.is_none()
    }

    /// Why the last server refused.
    #[must_use]
    pub fn refusal(&self) -> Option<&Explanation> {
        self.refused.as_ref()
    }
}

/// Carries an action out.
///
/// # Errors
/// [`Bug`] of ours.
pub fn act(_call: &mut Call<'_>, _action: &ToolAction) -> Result<ToolReply, Bug> {
    Ok(ToolReply::default())
}

/// Starts the client daemon.
///
/// # Errors
/// [`Bug`] of ours.
pub fn start_daemon(_call: &mut Call<'_>) -> Result<(), Bug> {
    Ok(())
}
