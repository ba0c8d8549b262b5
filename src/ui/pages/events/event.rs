//! An event of the history: a call as CloudTrail shows it, or what was done where CloudTrail looks not.

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

/// What happened to the account in every Region, newest first.
pub(super) fn events<'a>(playground: &'a Playground, past: &Past<'a>) -> Vec<Event<'a>> {
    let seed = past.seed();
    let mut events: Vec<Event<'a>> = past
        .entries()
        .map(|(index, entry)| {
            let key = Key::Entry(index + 1);
            match Past::call(index, entry) {
                Some(call) => Event {
                    entry: Some(entry),
                    ..Event::happened(Happening::Call { call, seed }, key)
                },
                None => Event::done(key, entry),
            }
        })
        .collect();
    for (region, found) in &playground.account().regions {
        for deletion in &found.deletions {
            let happening = Happening::Deletion {
                deletion,
                region,
                seed,
            };
            events.push(Event::happened(happening, Key::Deleted(&deletion.key)));
        }
    }
    // What was called at the moment of a deletion was called after it, and stays before it.
    events.order_by_key(|event| std::cmp::Reverse(event.at));
    events
}

/// Name of the event of an entry, which has an index in the log.
pub(in crate::ui) fn name_of(index: usize, entry: &Entry) -> String {
    match Past::call(index, entry) {
        Some(call) => call.operation.to_owned(),
        None => Event::done(Key::Entry(index + 1), entry).name.into_owned(),
    }
}

impl<'a> Event<'a> {
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
