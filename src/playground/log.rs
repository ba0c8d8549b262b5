//! The log: what was done, in order. The account is a pure function of the seed and this.

use std::ops::Deref;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::command::{Command, LabCommand, Outcome};
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

/// The entries of a log, with what finds some of them: nobody wants to look through thousands for the last call in a Region.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries {
    all: Vec<Entry>,
    /// Where the calls in each Region lie, in rising order.
    calls: Vec<(String, Vec<usize>)>,
    /// Where another account begins, or another world, in rising order.
    turns: Vec<usize>,
    /// The work of all entries up to each.
    work: Vec<u64>,
}

impl Entries {
    /// Adds the next entry, which took so much work.
    pub(super) fn push(&mut self, entry: Entry, work: u64) {
        let place = self.all.len();
        self.work.push(self.work_of(place) + work);
        match &entry.command {
            Command::Aws { region, .. } => {
                match self.calls.iter_mut().find(|(name, _)| name == region) {
                    Some((_, places)) => places.push(place),
                    None => self.calls.push((region.clone(), vec![place])),
                }
            }
            Command::Lab {
                command: LabCommand::Scenario { .. } | LabCommand::Account { .. },
            } => self.turns.push(place),
            _ => {}
        }
        self.all.push(entry);
    }

    /// The work of the first so many entries.
    pub(super) fn work_of(&self, count: usize) -> u64 {
        let last = count.checked_sub(1).and_then(|last| self.work.get(last));
        last.copied().unwrap_or_default()
    }

    /// Hash of the last of so many entries.
    pub(super) fn tail(&self, count: usize) -> String {
        let last = count.checked_sub(1).and_then(|last| self.all.get(last));
        last.map(Entry::hash).unwrap_or_default()
    }

    /// Drops all but the first so many.
    pub(super) fn truncate(&mut self, count: usize) {
        self.all.truncate(count);
        self.work.truncate(count);
        let found = self.calls.iter_mut().map(|(_, places)| places);
        for places in found.chain([&mut self.turns]) {
            places.truncate(places.partition_point(|place| *place < count));
        }
    }

    /// Where the calls in a Region lie, in rising order.
    pub(super) fn calls(&self, region: &str) -> &[usize] {
        let found = self.calls.iter().find(|(name, _)| name == region);
        found.map_or(&[], |(_, places)| places)
    }

    /// Where a command lies that enters another account or a scenario, in rising order.
    pub(super) fn turns(&self) -> &[usize] {
        &self.turns
    }
}

impl Deref for Entries {
    type Target = [Entry];
    fn deref(&self) -> &[Entry] {
        &self.all
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
