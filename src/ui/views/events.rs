//! The log.

use yew::prelude::*;

use crate::command::Command;
use crate::playground::Entry;
use crate::text::page as words;
use crate::ui::parts::{Mood, code, lines, mark, section, table};

/// Entries that are shown.
const MOST: usize = 50;

/// The log, newest first.
pub(super) fn view(log: &[Entry]) -> Html {
    let rows = log
        .iter()
        .rev()
        .take(MOST)
        .map(|entry| {
            let at = entry.at.iso();
            let (date, clock) = at.split_once('T').unwrap_or(("", &at));
            vec![
                lines([
                    html! { <time datetime={at.clone()}>{ clock.get(..8).unwrap_or(clock) }</time> },
                    html! { <span class="note">{ date }</span> },
                ]),
                lines([
                    html! { name(&entry.command) },
                    html! { <span class="note">{ region(&entry.command) }</span> },
                ]),
                result(entry),
            ]
        })
        .collect();
    let more = log.len().saturating_sub(MOST);
    section(
        words::EVENTS,
        html! {
            <>
                { table(words::EVENTS, words::EVENT_COLUMNS, rows, words::NO_EVENTS) }
                if more > 0 { <p class="note">{ words::more_events(more) }</p> }
            </>
        },
    )
}

fn result(entry: &Entry) -> Html {
    let outcome = &entry.outcome;
    if !outcome.refused {
        return mark(Mood::Good, words::DONE);
    }
    // An HSM refuses without an error code; the rule has a name always.
    let said = if outcome.code.is_empty() {
        code(&outcome.rule)
    } else {
        html! { &outcome.code }
    };
    html! { <span class="refused">{ mark(Mood::Bad, words::REFUSED) }{ " " }{ said }</span> }
}

fn region(command: &Command) -> &str {
    match command {
        Command::Aws { region, .. }
        | Command::Tool { region, .. }
        | Command::Host { region, .. } => region,
        Command::Lab { .. } => "",
    }
}

/// What was done, in the words of the log itself.
fn name(command: &Command) -> String {
    if let Command::Aws {
        service, operation, ..
    } = command
    {
        return format!("{service} {operation}");
    }
    let value = serde_json::to_value(command).unwrap_or_default();
    let kind = value["type"].as_str().unwrap_or_default();
    let done = [&value["action"], &value["command"]]
        .into_iter()
        .find_map(|inner| inner["do"].as_str())
        .unwrap_or_default();
    format!("{kind} {done}")
}
