//! The event history: the log in the form that CloudTrail has.

mod event;

use yew::prelude::*;

use crate::model::Sort;
use crate::playground::Playground;
use crate::rules;
use crate::text;
use crate::text::page;
use crate::text::pages::{events as words, frame};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::explanation;
use crate::ui::parts::{
    CopyButton, DataTable, Dialog, Mood, Rows, code, mark, maybe, page_head, panel, time,
};
use crate::web::control;
pub(in crate::ui) use event::resource_of;
use event::{Event, Key, before, events};

/// The event history.
#[component]
pub(super) fn Events() -> Html {
    let open = use_state(|| None::<Open>);
    let wanted = use_state(Wanted::default);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let playground = &session.playground;
    let past = playground.history();
    let all = events(playground, &past);
    let count = all.iter().filter(|event| wanted.fits(event)).count();
    let rows = {
        let (desk, open, wanted) = (desk.clone(), open.setter(), wanted.clone());
        Rows::sought(count, move |sought| {
            let session = desk.session();
            let past = session.playground.history();
            let mut found = events(&session.playground, &past);
            found.retain(|event| wanted.fits(event));
            sought.among(found.into_iter(), text_of, |event| cells(event, &open))
        })
    };
    let earlier = playground.before_scenario().map(|(scenario, past)| {
        let found: Vec<Event<'_>> = before(&past).collect();
        (scenario, found)
    });
    let chosen = (*open).as_ref().and_then(|open| {
        let mut both = all
            .iter()
            .chain(earlier.iter().flat_map(|(_, found)| found));
        both.find(|event| open.is(event.key))
    });
    let shown = chosen.map(|event| {
        let open = open.setter();
        details(event, playground, Callback::from(move |()| open.set(None)))
    });
    let empty = if all.is_empty() {
        words::NO_EVENTS
    } else {
        words::NONE_FITS
    };
    html! {
        <>
            { page_head(frame::EVENTS, words::ABOUT, Html::default()) }
            { panel(frame::EVENTS, Html::default(), html! {
                <>
                    if !all.is_empty() { { choices(&all, &wanted) } }
                    // A new filter begins at its first page.
                    <div class="prosy">
                        <DataTable key={wanted.key()} name={frame::EVENTS} columns={words::COLUMNS.to_vec()} {rows}
                            empty={html! { <p>{ empty }</p> }} />
                    </div>
                </>
            }) }
            { maybe(earlier.as_ref().map(|(scenario, found)| apart(&desk, scenario, found.len(), &open.setter()))) }
            { maybe(shown) }
        </>
    }
}

/// The history of what was there before a scenario was loaded.
fn apart(desk: &Desk, scenario: &str, count: usize, open: &UseStateSetter<Option<Open>>) -> Html {
    let title = words::before(scenario);
    let (desk, open) = (desk.clone(), open.clone());
    let rows = Rows::sought(count, move |sought| {
        let session = desk.session();
        let past = session.playground.before_scenario();
        let found = past.iter().flat_map(|(_, past)| before(past));
        let found: Vec<Event<'_>> = found.collect();
        sought.among(
            found.iter(),
            |event| text_of(event),
            |event| cells(event, &open),
        )
    });
    let empty = html! { <p>{ words::NO_EVENTS }</p> };
    panel(
        &title,
        Html::default(),
        html! {
            <>
                <p class="about">{ words::BEFORE_ABOUT }</p>
                <div class="prosy">
                    <DataTable name={title.clone()} columns={words::COLUMNS.to_vec()} {rows} {empty} />
                </div>
            </>
        },
    )
}

/// The event that is shown whole.
#[derive(Clone, PartialEq)]
enum Open {
    Entry(usize),
    Deleted(String),
}

impl Open {
    fn of(key: Key<'_>) -> Self {
        match key {
            Key::Entry(number) => Self::Entry(number),
            Key::Deleted(key) => Self::Deleted(key.to_owned()),
        }
    }

    fn is(&self, key: Key<'_>) -> bool {
        *self == Self::of(key)
    }
}

/// Which events the reader wants to see; an empty text is all of them.
#[derive(Clone, Default, PartialEq)]
struct Wanted {
    name: String,
    source: String,
    /// An error code, or one of the words for accepted and refused.
    error: String,
}

impl Wanted {
    fn key(&self) -> String {
        format!("{}/{}/{}", self.name, self.source, self.error)
    }

    fn fits(&self, event: &Event<'_>) -> bool {
        let fits = |wanted: &str, found: &str| wanted.is_empty() || wanted == found;
        let outcome = match self.error.as_str() {
            words::ACCEPTED => event.error.is_empty(),
            words::REFUSED => !event.error.is_empty(),
            code => fits(code, event.error),
        };
        outcome && fits(&self.name, &event.name) && fits(&self.source, event.source)
    }
}

/// The fields that choose among the events.
fn choices(events: &[Event<'_>], wanted: &UseStateHandle<Wanted>) -> Html {
    let choice = |label: &'static str,
                  all: &'static str,
                  options: Vec<String>,
                  now: &str,
                  put: fn(&mut Wanted, String)| {
        let state = wanted.clone();
        let onchange = move |event: web_sys::Event| {
            if let Some(value) = control::value(&event) {
                let mut wanted = (*state).clone();
                put(&mut wanted, value);
                state.set(wanted);
            }
        };
        html! {
            <label>
                { label }
                <select {onchange}>
                    <option value="" selected={now.is_empty()}>{ all }</option>
                    { for options.iter().map(|option| html! {
                        <option key={option.clone()} value={option.clone()} selected={option == now}>{ option }</option>
                    }) }
                </select>
            </label>
        }
    };
    let errors = [words::ACCEPTED, words::REFUSED]
        .map(str::to_owned)
        .into_iter();
    let errors = errors
        .chain(distinct(events, |event| event.error))
        .collect();
    html! {
        <div class="choices">
            { choice(words::NAME, words::ALL_NAMES, distinct(events, |event| &event.name), &wanted.name,
                |wanted, value| wanted.name = value) }
            { choice(words::SOURCE, words::ALL_SOURCES, distinct(events, |event| event.source), &wanted.source,
                |wanted, value| wanted.source = value) }
            { choice(words::OUTCOME, words::ALL_OUTCOMES, errors, &wanted.error, |wanted, value| wanted.error = value) }
        </div>
    }
}

/// What the events say in one place, each text once.
fn distinct(events: &[Event<'_>], say: for<'e> fn(&'e Event<'_>) -> &'e str) -> Vec<String> {
    let mut texts: Vec<&str> = Vec::new();
    for text in events.iter().map(say) {
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.order();
    texts.into_iter().map(str::to_owned).collect()
}

/// What an event is found by.
fn text_of(event: &Event<'_>) -> String {
    let Event {
        name,
        error,
        user,
        source,
        region,
        ..
    } = event;
    format!(
        "{name} {user} {source} {} {region} {error}",
        event.resource()
    )
}

fn cells(event: &Event<'_>, open: &UseStateSetter<Option<Open>>) -> Vec<Html> {
    let key = Open::of(event.key);
    let label = match event.key {
        Key::Entry(number) => words::details(&event.name, number),
        Key::Deleted(_) => words::details_of_deletion(&event.name),
    };
    let open = open.clone();
    let view = move |_| open.set(Some(key.clone()));
    let resource = event.resource();
    vec![
        html! { <button type="button" aria-label={label} onclick={view}>{ event.name.to_string() }</button> },
        outcome(event.error),
        time(event.at),
        known(event.user),
        known(event.source),
        if resource.is_empty() {
            known("")
        } else {
            code(&resource)
        },
    ]
}

/// A text, or the mark for none.
fn known(text: &str) -> Html {
    let text = if text.is_empty() { frame::NONE } else { text };
    html! { text }
}

/// What became of an event: nothing, or the error.
fn outcome(error: &str) -> Html {
    if error.is_empty() {
        known(error)
    } else {
        mark(Mood::Bad, error)
    }
}

fn details(event: &Event<'_>, playground: &Playground, close: Callback<()>) -> Html {
    let text = serde_json::to_string_pretty(&event.whole(playground)).unwrap_or_default();
    let rule = event
        .entry
        .and_then(|entry| rules::rule(&entry.outcome.rule));
    html! {
        <Dialog title={event.name.to_string()} {close}>
            { maybe(rule.map(|rule| {
                let said = text::words(rule.id);
                html! {
                    <aside class="explanation" aria-label={page::explanation(rule.id)}>
                        <h3>{ outcome(event.error) }</h3>
                        { explanation::part(page::WHY, text::general(said.why)) }
                        { explanation::part(page::WHAT_TO_DO, text::general(said.todo)) }
                        <ul class="docs">
                            { for rule.docs.iter().map(|doc| html! { <li>{ explanation::to_docs(doc.title, doc.url()) }</li> }) }
                        </ul>
                        <p class="note">{ words::RULE }</p>
                        { explanation::entry(rule.id, rule.origin.mark().0) }
                    </aside>
                }
            })) }
            <CopyButton text={text.clone()} />
            <pre class="listing" tabindex="0">{ text }</pre>
        </Dialog>
    }
}
