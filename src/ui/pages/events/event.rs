//! An event of the history: a call as CloudTrail shows it, or an action that CloudTrail does not record.

use std::borrow::Cow;

use serde_json::Value;

use crate::api::cloudtrail::Happening;
use crate::command::Command;
use crate::facts::History;
use crate::hsm::ToolAction;
use crate::model::{Sort, Timestamp, USER, json};
use crate::playground::{Entry, Past, Playground};
use crate::shell;
use crate::text::pages::events as words;

/// What an event shows in the table.
pub(super) struct Event<'a> {
    /// What it is known by.
    pub(super) key: Key<'a>,
    pub(super) at: Timestamp,
    pub(super) name: Cow<'a, str>,
    /// Error code, or what else it was refused for; empty where it was not.
    pub(super) error: &'a str,
    pub(super) user: &'static str,
    pub(super) source: &'static str,
    pub(super) region: Cow<'a, str>,
    /// The event as CloudTrail has it, where CloudTrail would.
    pub(super) happening: Option<Happening<'a>>,
    pub(super) entry: Option<&'a Entry>,
}

/// What an event is known by: the number of its entry, or the key whose end it was.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Key<'a> {
    Entry(usize),
    Deleted(&'a str),
}

/// What happened to the account in every Region, the one done last first.
pub(super) fn events<'a>(playground: &'a Playground, past: &Past<'a>) -> Vec<Event<'a>> {
    let seed = past.seed();
    // A scenario turns the clock back: what was done before it may have a later time.
    let mut latest = Timestamp(i64::MAX);
    let mut events: Vec<(Timestamp, Event<'a>)> = before(past)
        .map(|event| {
            latest = latest.min(event.at);
            (latest, event)
        })
        .collect();
    for (region, found) in &playground.account().regions {
        for deletion in &found.deletions {
            let happening = Happening::Deletion {
                deletion,
                region,
                seed,
            };
            let event = Event::happened(happening, Key::Deleted(&deletion.key));
            events.push((event.at, event));
        }
    }
    // What was called at the moment of a deletion was called after it, and stays before it.
    events.order_by_key(|(done, _)| std::cmp::Reverse(*done));
    events.into_iter().map(|(_, event)| event).collect()
}

/// What a past holds of itself, the entry written last first.
pub(super) fn before<'a>(past: &Past<'a>) -> impl Iterator<Item = Event<'a>> {
    let (seed, earlier) = (past.seed(), past.earlier());
    past.entries()
        .map(move |(index, entry)| Event::of(index, earlier + index, entry, seed))
}

/// What an entry, which has an index in the log, was about; empty where it was about nothing that has a name.
pub(in crate::ui) fn resource_of(index: usize, entry: &Entry) -> String {
    // The seed makes the event's id, which is of no interest here.
    Event::of(index, index, entry, 0).resource()
}

impl<'a> Event<'a> {
    /// The event of an entry, which has an index in the log, and the number of its event.
    fn of(index: usize, number: usize, entry: &'a Entry, seed: u64) -> Self {
        let key = Key::Entry(index + 1);
        match Past::call(number, entry) {
            Some(call) => Self {
                entry: Some(entry),
                ..Self::happened(Happening::Call { call, seed }, key)
            },
            None => Self::done(key, entry),
        }
    }

    /// What CloudTrail records.
    fn happened(happening: Happening<'a>, key: Key<'a>) -> Self {
        Self {
            key,
            at: happening.at(),
            name: happening.name().into(),
            error: happening.code(),
            user: happening.user(),
            source: happening.source(),
            region: happening.region().into(),
            happening: Some(happening),
            entry: None,
        }
    }

    /// What was done on the client host or with the playground itself, which CloudTrail knows nothing of.
    fn done(key: Key<'a>, entry: &'a Entry) -> Self {
        let value = json::written(&entry.command);
        let inner = value.get("action").or_else(|| value.get("command"));
        let kind = inner.and_then(|inner| inner["do"].as_str());
        let name = match &entry.command {
            Command::Tool {
                action: ToolAction::Run { command, .. } | ToolAction::RollBack { command, .. },
                ..
            } => command.word(),
            _ => kind.unwrap_or_default(),
        };
        let lab = matches!(entry.command, Command::Lab { .. });
        let outcome = &entry.outcome;
        Self {
            key,
            at: entry.at,
            name: name.to_owned().into(),
            // An HSM refuses without an error code; the rule has a name always.
            error: if outcome.code.is_empty() {
                &outcome.rule
            } else {
                &outcome.code
            },
            user: if lab { USER } else { shell::USER },
            source: if lab { words::LAB } else { words::CLIENT },
            region: value["region"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
                .into(),
            happening: None,
            entry: Some(entry),
        }
    }

    /// What it was about; empty where it was about nothing that has a name.
    pub(super) fn resource(&self) -> String {
        if let Some(happening) = self.happening {
            let named = happening.resources().into_iter().next();
            let short = |(_, name): (_, String)| name.rsplit('/').next().map(str::to_owned);
            return named
                .and_then(short)
                .unwrap_or_else(|| happening.about().to_owned());
        }
        match self.entry.map(|entry| &entry.command) {
            Some(Command::Tool {
                action: ToolAction::Run { command, .. } | ToolAction::RollBack { command, .. },
                ..
            }) => command.user().1.to_owned(),
            Some(command) => {
                let value = json::written(command);
                let named = ["path", "subnet", "certificate"];
                let said = |name: &&str| value["action"][*name].as_str().map(str::to_owned);
                named.iter().find_map(said).unwrap_or_default()
            }
            None => String::new(),
        }
    }

    /// All of it, as JSON.
    pub(super) fn whole(&self, playground: &Playground) -> Value {
        match (self.happening, self.entry) {
            (Some(happening), _) => happening.json(playground.account()),
            (None, entry) => json::written(&entry),
        }
    }
}
