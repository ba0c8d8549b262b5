//! The event history: the log as CloudTrail's reader knows it.

use serde_json::Value;
use yew::prelude::*;

use crate::command::Command;
use crate::hsm::ToolAction;
use crate::model::USER;
use crate::playground::Entry;
use crate::rules;
use crate::shell;
use crate::text;
use crate::text::page;
use crate::text::pages::{events as words, frame};
use crate::ui::desk::use_desk;
use crate::ui::explanation;
use crate::ui::parts::{DataTable, Dialog, Mood, Rows, code, mark, maybe, page_head, panel, time};

/// The event history.
#[component]
pub(super) fn Events() -> Html {
    let open = use_state(|| None::<usize>);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let log = session.playground.log();
    let rows = {
        let (desk, open) = (desk.clone(), open.setter());
        Rows::sought(log.len(), move |sought| {
            let session = desk.session();
            let newest_first = session.playground.log().iter().enumerate().rev();
            sought.among(
                newest_first,
                |(_, entry)| text_of(entry),
                |(index, entry)| cells(*index, entry, &open),
            )
        })
    };
    let shown = open.and_then(|index| log.get(index)).map(|entry| {
        let open = open.setter();
        details(entry, Callback::from(move |()| open.set(None)))
    });
    html! {
        <>
            { page_head(frame::EVENTS, words::ABOUT, Html::default()) }
            { panel(frame::EVENTS, Html::default(), html! {
                <DataTable name={frame::EVENTS} columns={words::COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_EVENTS }</p> }} />
            }) }
            { maybe(shown) }
        </>
    }
}

/// What an event is found by.
fn text_of(entry: &Entry) -> String {
    let Event {
        name,
        user,
        source,
        resource,
        region,
    } = Event::of(&entry.command);
    let outcome = &entry.outcome;
    format!(
        "{name} {user} {source} {resource} {region} {} {}",
        outcome.code, outcome.rule
    )
}

fn cells(index: usize, entry: &Entry, open: &UseStateSetter<Option<usize>>) -> Vec<Html> {
    let event = Event::of(&entry.command);
    let view = {
        let open = open.clone();
        move |_| open.set(Some(index))
    };
    let label = words::details(&event.name, index + 1);
    vec![
        html! { <button type="button" aria-label={label} onclick={view}>{ event.name }</button> },
        outcome(entry),
        time(entry.at),
        html! { event.user },
        html! { event.source },
        if event.resource.is_empty() {
            known("")
        } else {
            code(&event.resource)
        },
        known(&event.region),
    ]
}

/// A text, or the mark for none.
fn known(text: &str) -> Html {
    let text = if text.is_empty() { frame::NONE } else { text };
    html! { text }
}

/// What an event shows in the table.
struct Event {
    name: String,
    user: &'static str,
    source: String,
    resource: String,
    region: String,
}

impl Event {
    fn of(command: &Command) -> Self {
        let kind = |value: &Value| {
            let inner = value.get("action").or_else(|| value.get("command"));
            let kind = inner.and_then(|inner| inner["do"].as_str());
            kind.unwrap_or_default().to_owned()
        };
        // Nearly all events are requests, and all of them are looked through for a typed letter.
        if let Command::Aws {
            service,
            operation,
            input,
            region,
        } = command
        {
            return Self {
                name: operation.clone(),
                user: USER,
                source: format!("{}.amazonaws.com", service.trim_end_matches("v2")),
                resource: resource(input),
                region: region.clone(),
            };
        }
        let value = serde_json::to_value(command).unwrap_or_default();
        let region = value["region"].as_str().unwrap_or_default().to_owned();
        match command {
            Command::Tool {
                action: ToolAction::Run { command, .. } | ToolAction::RollBack { command, .. },
                ..
            } => Self {
                name: command.word().to_owned(),
                user: shell::USER,
                source: words::CLIENT.to_owned(),
                resource: command.user().1.to_owned(),
                region,
            },
            Command::Tool { .. } | Command::Host { .. } => Self {
                name: kind(&value),
                user: shell::USER,
                source: words::CLIENT.to_owned(),
                resource: host_resource(&value["action"]),
                region,
            },
            Command::Aws { .. } | Command::Lab { .. } => Self {
                name: kind(&value),
                user: USER,
                source: words::LAB.to_owned(),
                resource: String::new(),
                region,
            },
        }
    }
}

/// What a request names first that has an id.
fn resource(input: &Value) -> String {
    let fields = input.as_object().into_iter().flatten();
    let named = fields.filter(|(name, _)| name.ends_with("Id"));
    let first = named.filter_map(|(_, value)| value.as_str()).next();
    first.unwrap_or_default().to_owned()
}

/// The file or the subnet that an action of the client host is about.
fn host_resource(action: &Value) -> String {
    let named = ["path", "subnet", "certificate"];
    let first = named.iter().find_map(|name| action[*name].as_str());
    first.unwrap_or_default().to_owned()
}

fn outcome(entry: &Entry) -> Html {
    let outcome = &entry.outcome;
    if !outcome.refused {
        return html! { frame::NONE };
    }
    // An HSM refuses without an error code; the rule has a name always.
    let said = if outcome.code.is_empty() {
        &outcome.rule
    } else {
        &outcome.code
    };
    mark(Mood::Bad, said)
}

fn details(entry: &Entry, close: Callback<()>) -> Html {
    let name = Event::of(&entry.command).name;
    let text = serde_json::to_string_pretty(entry).unwrap_or_default();
    let rule = rules::rule(&entry.outcome.rule);
    html! {
        <Dialog title={name} {close}>
            { maybe(rule.map(|rule| {
                let said = text::words(rule.id);
                html! {
                    <aside class="explanation" aria-label={page::explanation(rule.id)}>
                        <h3>{ outcome(entry) }</h3>
                        { explanation::part(page::WHY, text::general(said.why)) }
                        { explanation::part(page::WHAT_TO_DO, text::general(said.todo)) }
                        <ul class="docs">
                            { for rule.docs.iter().map(|doc| html! {
                                <li><a href={doc.url()} target="_blank" rel="noopener noreferrer">{ doc.title }</a></li>
                            }) }
                        </ul>
                        <p class="note">{ words::rule(rule.id) }</p>
                    </aside>
                }
            })) }
            <pre class="listing" tabindex="0">{ text }</pre>
        </Dialog>
    }
}
