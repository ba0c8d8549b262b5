//! The log: all commands in order. The account is a pure function of the seed and the log.

use std::ops::Deref;

use serde::{Deserialize, Serialize};
use serde_json::Value;
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
    /// Hash of the entry before it; of what the account is made from, for the first. A log is a chain: nothing in it can be changed
    /// unnoticed.
    pub parent: String,
    /// The command.
    pub command: Command,
    /// What came of it. A replay finds the same, or says what is different.
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
    /// Digest of the ids that it made, where `trail` does not show them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub made: String,
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
                ..Self::default()
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
#[derive(Clone, Debug)]
pub(super) struct Entries {
    /// What stands for the entry before the first.
    origin: String,
    all: Vec<Entry>,
    /// Where the calls in each Region lie, in rising order.
    calls: Vec<(String, Vec<usize>)>,
    /// Where another account or a scenario begins, in rising order.
    turns: Vec<usize>,
    /// The work of all entries up to each.
    work: Vec<u64>,
}

impl Entries {
    pub(super) fn new(origin: String) -> Self {
        Self {
            origin,
            all: Vec::new(),
            calls: Vec::new(),
            turns: Vec::new(),
            work: Vec::new(),
        }
    }

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
        last.map_or_else(|| self.origin.clone(), Entry::hash)
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
        hash(&(&self.at, &self.parent, &self.command, &self.outcome))
    }
}

/// The hash of an entry as it was written in a format. A later version may write the same otherwise.
pub(super) fn hash_as_written(format: u64, entry: &Value) -> String {
    let [at, parent, command, outcome] =
        ["at", "parent", "command", "outcome"].map(|member| &entry[member]);
    match format {
        // What came of it was not in the hash.
        ..=1 => hash(&(at, parent, command)),
        _ => hash(&(at, parent, command, outcome)),
    }
}

/// The hash of a value as JSON.
pub(super) fn hash(value: &impl Serialize) -> String {
    let text = serde_json::to_vec(value).unwrap_or_default();
    hex(&Sha256::digest(&text))
}
