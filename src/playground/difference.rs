//! What a version answers otherwise than the one that wrote an account.

use std::fmt::{self, Display};

use serde_json::Value;

use super::log::{Entry, Summary};
use crate::api::Bug;
use crate::command::Command;
use crate::model::Sort;
use crate::sim::fingerprint;
use crate::text::changes;

/// Characters of the digest of ids.
const DIGEST: usize = 8;

/// The first command that is answered otherwise now than when it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its index on the log.
    pub index: usize,
    /// Its name, such as `kms CreateKey`.
    pub command: String,
    /// What was recorded.
    pub recorded: Verdict,
    /// What comes of it now.
    pub now: Verdict,
}

/// What came of a command, as far as later ones depend on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was accepted; digest of the ids that it made, empty where it made none or that is not known.
    Accepted(String),
    /// It was refused; the rule that it broke.
    Refused(String),
    /// It cannot be run.
    Impossible(String),
}

impl Verdict {
    /// What a summary says.
    pub(super) fn of(summary: &Summary) -> Self {
        if summary.refused {
            let rule = [&summary.rule, &summary.code];
            let rule = rule.into_iter().find(|rule| !rule.is_empty());
            return Self::Refused(rule.cloned().unwrap_or_default());
        }
        let shown = summary.trail.as_ref().map(|trail| ids(&trail.response));
        let made = match shown {
            Some(shown) if summary.made.is_empty() => shown,
            _ => summary.made.clone(),
        };
        Self::Accepted(made)
    }

    /// Whether what comes of a command is what was recorded, as far as that is known.
    pub(super) fn allows(&self, now: &Self) -> bool {
        match (self, now) {
            (Self::Accepted(recorded), Self::Accepted(now)) => now.starts_with(recorded.as_str()),
            _ => self == now,
        }
    }
}

impl Difference {
    /// What is different in what came of an entry; `None` where nothing is.
    pub(super) fn of(
        index: usize,
        entry: &Entry,
        recorded: Option<&Verdict>,
        now: &Result<Summary, Bug>,
    ) -> Option<Self> {
        if now.as_ref() == Ok(&entry.outcome) {
            return None;
        }
        let now = match now {
            Ok(summary) => Verdict::of(summary),
            Err(bug) => Verdict::Impossible(bug.0.clone()),
        };
        let recorded = match recorded {
            Some(recorded) => recorded.clone(),
            None => Verdict::of(&entry.outcome),
        };
        (!recorded.allows(&now)).then(|| Self {
            index,
            command: name(&entry.command),
            recorded,
            now,
        })
    }
}

impl Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |verdict: &Verdict| match verdict {
            Verdict::Accepted(_) => changes::ACCEPTED.to_owned(),
            Verdict::Refused(rule) => changes::refused(rule),
            Verdict::Impossible(why) => changes::impossible(why),
        };
        let both = matches!(
            (&self.recorded, &self.now),
            (Verdict::Accepted(_), Verdict::Accepted(_))
        );
        let recorded = said(&self.recorded);
        let now = if both {
            changes::OTHER_IDS.to_owned()
        } else {
            said(&self.now)
        };
        formatter.write_str(&changes::differs(
            self.index + 1,
            &self.command,
            &recorded,
            &now,
        ))
    }
}

/// The name of a command.
fn name(command: &Command) -> String {
    let written = |value: serde_json::Result<Value>| {
        let value = value.unwrap_or_default();
        value["do"].as_str().unwrap_or_default().to_owned()
    };
    match command {
        Command::Aws {
            service, operation, ..
        } => format!("{service} {operation}"),
        Command::Tool { action, .. } => {
            changes::tool_command(&written(serde_json::to_value(action)))
        }
        Command::Host { action, .. } => {
            changes::host_command(&written(serde_json::to_value(action)))
        }
        Command::Lab { command } => format!("lab {}", written(serde_json::to_value(command))),
    }
}

/// Digest of the ids in an answer; empty where there are none.
fn ids(answer: &Value) -> String {
    let mut found = Vec::new();
    collect(answer, false, &mut found);
    digest(found)
}

/// Digest of ids in whatever order; empty where there are none.
pub(super) fn digest(mut ids: Vec<&str>) -> String {
    if ids.is_empty() {
        return String::new();
    }
    ids.order();
    let mut digest = fingerprint(ids.join("/").as_bytes());
    digest.truncate(DIGEST);
    digest
}

fn collect<'v>(value: &'v Value, names: bool, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) if names => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, names, found)),
        Value::Object(members) => {
            for (name, member) in members {
                collect(member, name.to_ascii_lowercase().ends_with("id"), found);
            }
        }
        _ => {}
    }
}
