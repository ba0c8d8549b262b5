//! The event history: the log as CloudTrail's reader knows it.

use yew::prelude::*;

use crate::command::Command;
use crate::playground::Entry;
use crate::rules;
use crate::text::pages::{events as words, frame};
use crate::ui::desk::use_desk;
use crate::ui::parts::{DataTable, Dialog, Mood, code, mark, page_head, panel, row, time};

/// Events that are shown.
const MOST: usize = 500;

/// The event history.
#[component]
pub(super) fn Events() -> Html {
    let open = use_state(|| None::<usize>);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let log = session.playground.log();
    let rows = log
        .iter()
        .enumerate()
        .rev()
        .take(MOST)
        .map(|(index, entry)| {
            let (name, source, region) = event(&entry.command);
            let view = {
                let open = open.setter();
                move |_| open.set(Some(index))
            };
            let label = words::details(&name, index + 1);
            row(
                format!("{name} {source} {region} {} {}", entry.outcome.code, entry.outcome.rule),
                vec![
                    time(entry.at),
                    html! { &name },
                    html! { source },
                    html! { if region.is_empty() { { frame::NONE } } else { { region } } },
                    outcome(entry),
                    html! { <button type="button" aria-label={label} onclick={view}>{ words::DETAILS }</button> },
                ],
            )
        })
        .collect::<Vec<_>>();
    let earlier = log.len().saturating_sub(MOST);
    let shown = open.and_then(|index| log.get(index)).map(|entry| {
        let open = open.setter();
        details(entry, Callback::from(move |()| open.set(None)))
    });
    html! {
        <>
            { page_head(frame::EVENTS, words::ABOUT, Html::default()) }
            { panel(frame::EVENTS, Html::default(), html! {
                <>
                    <DataTable name={frame::EVENTS} columns={words::COLUMNS.to_vec()} {rows}
                        empty={html! { <p>{ words::NO_EVENTS }</p> }} />
                    if earlier > 0 { <p class="note">{ words::earlier(earlier) }</p> }
                </>
            }) }
            { for shown }
        </>
    }
}

/// Name, source and Region of an event.
fn event(command: &Command) -> (String, String, &str) {
    let kind = || {
        let value = serde_json::to_value(command).unwrap_or_default();
        [&value["action"], &value["command"]]
            .into_iter()
            .find_map(|inner| inner["do"].as_str().map(str::to_owned))
            .unwrap_or_default()
    };
    match command {
        Command::Aws {
            service,
            operation,
            region,
            ..
        } => {
            let host = service.trim_end_matches("v2");
            (operation.clone(), format!("{host}.amazonaws.com"), region)
        }
        Command::Tool { region, .. } | Command::Host { region, .. } => {
            (kind(), words::CLIENT.to_owned(), region)
        }
        Command::Lab { .. } => (kind(), words::LAB.to_owned(), ""),
    }
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
    let (name, ..) = event(&entry.command);
    let text = serde_json::to_string_pretty(entry).unwrap_or_default();
    let docs = rules::rule(&entry.outcome.rule).map(|rule| rule.docs);
    html! {
        <Dialog title={name} {close}>
            { for docs.map(|docs| html! {
                <>
                    <p>{ words::RULE }{ ": " }{ code(&entry.outcome.rule) }</p>
                    <ul>
                        { for docs.iter().map(|doc| html! {
                            <li><a href={doc.url()} target="_blank" rel="noopener noreferrer">{ doc.title }</a></li>
                        }) }
                    </ul>
                </>
            }) }
            <pre class="listing" tabindex="0">{ text }</pre>
        </Dialog>
    }
}
