//! What an HSM tool was answered.

use crate::api::Explanation;
use crate::facts::Facts;
use crate::rules::Broken;
use crate::text;

/// What the tool was answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToolReply {
    /// The session that was opened.
    pub session: Option<u64>,
    /// The servers that a starting tool tried to reach, in order, up to the first that it could not reach.
    pub connections: Vec<Connection>,
    /// Indices of the servers that did what they were told.
    pub done: Vec<usize>,
    /// The servers that refused.
    pub refusals: Vec<Refusal>,
}

/// A server that a starting tool tried to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Address as configured.
    pub address: String,
    /// Whether it was reached.
    pub open: bool,
}

/// Why a server, or the tool itself, refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Index of the server; `None` when the tool got to none.
    pub server: Option<usize>,
    /// What the tool prints.
    pub message: String,
    /// What it means.
    pub explanation: Explanation,
}

impl ToolReply {
    /// Whether anything was done.
    #[must_use]
    pub fn accepted(&self) -> bool {
        self.session.is_some() || !self.done.is_empty() || self.refusals.is_empty()
    }

    /// Why the first server that refused did so.
    #[must_use]
    pub fn refusal(&self) -> Option<&Explanation> {
        self.refusals.first().map(|refusal| &refusal.explanation)
    }
}

impl Refusal {
    pub(super) fn new(server: Option<usize>, broken: &Broken, facts: &dyn Facts) -> Self {
        let words = text::words(broken.rule.id);
        Self {
            server,
            message: text::fill(words.message, &broken.evidence),
            explanation: Explanation::new(broken, facts),
        }
    }
}
