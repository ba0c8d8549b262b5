//! The failure catalogue: every rule, found by what it raises, and which of them the reader has met.

use std::cell::RefCell;

use yew::prelude::*;

use super::failure::Failure;
use crate::rules::catalogue::{self, Group, Wanted};
use crate::rules::{self, Origin, Rule};
use crate::text::failures::service;
use crate::text::pages::{failures as words, frame};
use crate::text::{sentence, title, words as words_of};
use crate::ui::explanation::{prose, to_docs};
use crate::ui::met::met;
use crate::ui::parts::{Control, DataTable, Field, Mood, Rows, code, link, mark, page_head, panel};
use crate::ui::route::Page;

thread_local! {
    /// The last search, so that the list is unchanged when the reader comes back from an entry.
    static LAST: RefCell<Wanted> = RefCell::default();
}

/// The entry of a name, or of a code that nothing else raises; where several raise it, or nothing does, the catalogue that looks for it.
/// So an error code alone makes an address.
pub(super) fn named(name: &str) -> Html {
    let of_code = || {
        let mut rules = rules::all().filter(|rule| rule.codes().contains(&name));
        rules.next().filter(|_| rules.next().is_none())
    };
    match rules::rule(name).or_else(of_code) {
        Some(rule) => html! { <Failure id={rule.id} /> },
        None => html! { <Failures find={name.to_owned()} /> },
    }
}

/// Properties of the catalogue.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What to look for; what was looked for last where it is empty.
    #[prop_or_default]
    find: AttrValue,
}

/// The catalogue.
#[component]
pub(super) fn Failures(props: &Props) -> Html {
    let wanted = use_state(|| match &*props.find {
        "" => LAST.with_borrow(Clone::clone),
        find => Wanted {
            text: find.to_owned(),
            ..Wanted::default()
        },
    });
    let met = met();
    let found = wanted.find(&|id| met.contains(id));
    let all = rules::all().count();
    let set = |change: fn(&mut Wanted, String)| {
        let wanted = wanted.clone();
        Callback::from(move |value: String| {
            let mut next = (*wanted).clone();
            change(&mut next, value);
            LAST.with_borrow_mut(|last| last.clone_from(&next));
            wanted.set(next);
        })
    };
    let select = |name: &'static str,
                  label: &'static str,
                  options: Vec<(String, String)>,
                  value: &str,
                  change: fn(&mut Wanted, String)| {
        html! {
            <Field {name} {label} control={Control::Select(options)} any={words::ANY} value={value.to_owned()}
                on_change={set(change)} />
        }
    };
    let named = |items: Vec<&'static str>, name: fn(&'static str) -> &'static str| {
        let pair = |item: &'static str| (item.to_owned(), name(item).to_owned());
        items.into_iter().map(pair).collect::<Vec<_>>()
    };
    let origins =
        Origin::ALL.map(|origin| (origin.mark().0.to_owned(), origin.mark().0.to_owned()));
    let chosen_origin = wanted.origin.map_or("", |origin| origin.mark().0);
    let met_options = words::MET_OPTIONS
        .map(|(value, name)| (value.to_owned(), name.to_owned()))
        .to_vec();
    let chosen_met = match wanted.met {
        Some(true) => words::MET_OPTIONS[0].0,
        Some(false) => words::MET_OPTIONS[1].0,
        None => "",
    };
    let clear = {
        let wanted = wanted.clone();
        move |_: MouseEvent| {
            LAST.take();
            wanted.set(Wanted::default());
        }
    };
    let (count, met_count) = (found.len(), met.len());
    // Who looks for something sees all of it.
    let looking = *wanted != Wanted::default();
    let list = |group: Group| {
        let of_group = |rule: &&'static Rule| rule.group() == group;
        let found: Vec<_> = found.iter().copied().filter(of_group).collect();
        let (met, count) = (met.clone(), found.len());
        let rows = Rows::sought(count, move |sought| {
            sought.among(
                found.iter(),
                |rule| rule.id.to_owned(),
                |rule| entry(rule, met.contains(rule.id)),
            )
        });
        let name = group.name();
        html! {
            if count > 0 {
                <details class="panel" key={name} open={looking || group == Group::Connect}>
                    <summary><h2>{ words::group(name, count) }</h2></summary>
                    <div class="prosy">
                        <DataTable {name} columns={words::COLUMNS.to_vec()} {rows} found=true empty={Html::default()} />
                    </div>
                </details>
            }
        }
    };
    html! {
        <>
            { page_head(frame::FAILURES, words::ABOUT, link(&Page::Fidelity.route(), frame::FIDELITY)) }
            <section class="panel" aria-label={words::MET_SO_FAR}>
                <p><strong>{ words::met_of(met_count, all) }</strong></p>
                <progress max={all.to_string()} value={met_count.to_string()} aria-label={words::MET_SO_FAR} />
                <p class="note">{ words::MET_ABOUT }</p>
            </section>
            { panel(words::LIST, Html::default(), html! {
                <>
                    <div class="filters">
                        <Field name="find" label={words::FIND} hint={words::FIND_HINT} control={Control::Text} value={wanted.text.clone()}
                            on_change={set(|wanted, value| wanted.text = value)} />
                        { select("service", words::SERVICE, named(catalogue::services(), service), &wanted.service, |wanted, value| {
                            // An operation belongs to its service.
                            wanted.operation = String::new();
                            wanted.service = value;
                        }) }
                        { select("operation", words::OPERATION, named(catalogue::operations(&wanted.service), |on| catalogue::split(on).1),
                            &wanted.operation, |wanted, value| wanted.operation = value) }
                        { select("code", words::CODE, named(catalogue::codes(), |code| code), &wanted.code, |wanted, value| wanted.code = value) }
                        { select("origin", words::FIDELITY, origins.to_vec(), chosen_origin, |wanted, value| {
                            wanted.origin = Origin::ALL.into_iter().find(|origin| origin.mark().0 == value);
                        }) }
                        { select("met", words::MET, met_options, chosen_met, |wanted, value| {
                            wanted.met = (!value.is_empty()).then(|| value == words::MET_OPTIONS[0].0);
                        }) }
                    </div>
                    <div class="buttons">
                        <span class="note" role="status">{ words::found(count, all) }</span>
                        if looking {
                            <button type="button" onclick={clear}>{ frame::CLEAR_FILTER }</button>
                        }
                    </div>
                    if count == 0 { <p class="empty">{ words::NO_MATCH }</p> }
                </>
            }) }
            { for Group::ALL.map(list) }
        </>
    }
}

fn entry(rule: &'static Rule, met: bool) -> Vec<Html> {
    let docs = rule
        .docs
        .first()
        .map(|doc| to_docs(doc.title, doc.url()))
        .unwrap_or_default();
    let codes = rule.codes();
    vec![
        html! {
            <>
                <a href={Page::Failure.of(rule.id).href()}>
                    if let Some(first) = codes.first() { { code(first) }{ ": " } }
                    { title(rule.id) }
                </a>
                if codes.len() > 1 { <div class="note">{ words::also(&codes[1..]) }</div> }
                <div class="note">{ prose(&sentence(words_of(rule.id).why)) }</div>
                <div class="note">{ docs }</div>
            </>
        },
        html! { rule.origin.mark().0 },
        if met {
            mark(Mood::Good, words::IS_MET)
        } else {
            mark(Mood::Idle, words::NOT_MET)
        },
    ]
}
