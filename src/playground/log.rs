//! The log: what was done, in order. The account is a pure function of the seed and this.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::command::{Command, Outcome};
use crate::hsm::ToolReply;
use crate::model::{Timestamp, Trail};
use crate::sim::hex;

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Simulated time at which the command ran.
    pub at: Timestamp,
    /// Hash of the entry before it; empty for the first. A log is a chain: no entry can be taken out or put in unnoticed.
    pub parent: String,
    /// The command.
    pub command: Command,
    /// What came of it. Replay computes it again; it is kept for those who only read the log.
    pub outcome: Summary,
}

/// What came of a command, in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Whether it was refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
    /// Error code, where the refusal has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The broken rule, where it was refused.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// Message of the error, where AWS refused.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// What its event shows besides, where it was an AWS call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trail: Option<Trail>,
}

impl Summary {
    pub(super) fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Answer(_) | Outcome::Done => Self::default(),
            Outcome::Refused(error) => Self {
                refused: true,
                code: error.code.clone(),
                rule: error.explanation.rule_id.clone(),
                message: error.message.clone(),
                trail: None,
            },
            Outcome::Tool(reply) => Self {
                refused: !reply.accepted(),
                code: String::new(),
                rule: ToolReply::refusal(reply)
                    .map(|explanation| explanation.rule_id.clone())
                    .unwrap_or_default(),
                ..Self::default()
            },
        }
    }
}

impl Entry {
    /// The hash by which the next entry names this one.
    #[must_use]
    pub fn hash(&self) -> String {
        let text =
            serde_json::to_string(&(&self.at, &self.parent, &self.command)).unwrap_or_default();
        hex(&Sha256::digest(text.as_bytes()))
    }
}
