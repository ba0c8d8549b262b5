//! One failure of the catalogue: what it is, which operations raise it, how to make it happen, and how to fix it.

use std::rc::Rc;

use yew::prelude::*;

use super::{OfResource, gone};
use crate::playground::Typing;
use crate::rules::{self, Raise, Raised, Rule, catalogue};
use crate::text::failures::{service, unbreakable};
use crate::text::page;
use crate::text::pages::{failures as words, frame};
use crate::text::{self, pattern, sentence};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::explanation::{prose, to_docs};
use crate::ui::met;
use crate::ui::opening::KeepAction;
use crate::ui::parts::{
    CommandLine, DataTable, Kind, Mood, button, code, facts, link, mark, maybe, page_head, panel,
    row,
};
use crate::ui::practice::Practice;
use crate::ui::route::Page;
use crate::ui::transcript;
use crate::web::location;

/// An entry of the catalogue.
#[component]
pub(super) fn Failure(props: &OfResource) -> Html {
    let result = use_state(|| None::<Rc<Typing>>);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let Some(rule) = rules::rule(&props.id) else {
        return gone(&props.id, Page::Failures);
    };
    let said = text::words(rule.id);
    let (word, meaning) = rule.origin.mark();
    let show = {
        let result = result.setter();
        Callback::from(move |typing: Typing| {
            if let Some(why) = &typing.why {
                met::mark(&why.rule_id);
            }
            result.set(Some(Rc::new(typing)));
            location::focus_soon("#happened");
        })
    };
    let break_it = {
        let (desk, show) = (desk.clone(), show.clone());
        Callback::from(move |_: MouseEvent| {
            desk.keep(KeepAction::Practice(words::sandbox(rule.id)));
            desk.break_it(rule, show.clone());
        })
    };
    let fix = {
        let desk = desk.clone();
        Callback::from(move |lines| desk.cure(lines, show.clone()))
    };
    let is_met = if met::met().contains(rule.id) {
        mark(Mood::Good, words::IS_MET)
    } else {
        html! { words::NOT_MET_YET }
    };
    let raises = rule.raises.iter().map(raised).collect::<Vec<_>>();
    html! {
        <>
            { page_head(&rule.heading(), &words::rule(rule.id), Html::default()) }
            { panel(words::MEANING, Html::default(), html! {
                <div class="prose">
                    <p>{ prose(&sentence(said.why)) }</p>
                    <h3>{ page::WHAT_TO_DO }</h3>
                    <p>{ prose(&sentence(said.todo)) }</p>
                    <h3>{ page::READ_MORE }</h3>
                    <ul class="docs">{ for rule.docs.iter().map(|doc| html! { <li>{ to_docs(doc.title, doc.url()) }</li> }) }</ul>
                </div>
            }) }
            { panel(words::BREAK, Html::default(), breaking(rule, break_it)) }
            { maybe(result.as_ref().map(|typing| happened(&desk, rule, typing, &fix))) }
            { panel(words::RAISED, Html::default(), html! {
                <>
                    { facts(vec![
                        (words::MESSAGE, message(rule)),
                        (words::FIDELITY, html! { <>{ word }<div class="note">{ meaning }</div></> }),
                        (words::MET, is_met),
                    ]) }
                    <DataTable name={words::RAISED} columns={words::RAISED_COLUMNS.to_vec()} rows={raises} found=true empty={Html::default()} />
                </>
            }) }
        </>
    }
}

/// How to make it happen, or why no button can.
fn breaking(rule: &'static Rule, break_it: Callback<MouseEvent>) -> Html {
    if let Some(reason) = unbreakable(rule.id) {
        return html! { <p>{ words::NO_SCRIPT }{ " " }{ reason }</p> };
    }
    html! {
        <>
            <p>{ words::BREAK_ABOUT }</p>
            <div class="buttons">{ button(Kind::Primary, words::BREAK_IT, None, break_it) }</div>
            <details class="same">
                <summary>{ words::SCRIPT }</summary>
                <CommandLine line={rule.break_it} />
            </details>
        </>
    }
}

/// What just happened in the new sandbox and how to fix it; or that it was fixed.
fn happened(desk: &Desk, rule: &Rule, typing: &Typing, fix: &Callback<Vec<String>>) -> Html {
    let cured = typing.well && typing.why.is_none();
    let back = Practice::before(desk.sandbox()).map(|before| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.keep(KeepAction::Open(before.clone())))
    });
    let stores = desk
        .session()
        .region()
        .map(|region| region.key_stores.keys().cloned().collect::<Vec<_>>())
        .unwrap_or_default();
    html! {
        <section class="panel" id="happened" tabindex="-1" aria-labelledby="happened-title">
            <div class="head">
                <h2 id="happened-title">{ if cured { words::CURED } else { words::HAPPENED } }</h2>
                <div class="buttons">
                    { maybe(back.map(|back| button(Kind::Normal, words::BACK, None, back))) }
                </div>
            </div>
            <p>{ if cured { words::CURED_ABOUT.to_owned() } else { words::happened_in(&words::sandbox(rule.id)) } }</p>
            { transcript::view(typing, fix, true) }
            if !stores.is_empty() {
                <p>{ words::LOOK }{ " " }{ for stores.iter().map(|id| html! { <>{ link(&Page::Store.of(id), id) }{ " " }</> }) }</p>
            }
        </section>
    }
}

fn raised(raise: &Raise) -> crate::ui::parts::Row {
    let (word, name) = catalogue::split(raise.on);
    let name = match name.split_once('/') {
        Some((name, _)) => words::later(name),
        None if name == "*" => words::EVERY.to_owned(),
        None => name.to_owned(),
    };
    let (shown, kind) = match raise.error {
        Raised::Exception(name) => (code(name), words::EXCEPTION),
        Raised::ConnectionError(name) => (code(name), words::CONNECTION_ERROR),
        Raised::Hsm => (html! { frame::NONE }, words::HSM_REFUSAL),
    };
    row(
        raise.on,
        vec![
            html! { service(word) },
            html! { name },
            shown,
            html! { kind },
        ],
    )
}

/// The message of the service, and whether it is worded by us.
fn message(rule: &Rule) -> Html {
    let said = text::words(rule.id);
    if said.message.is_empty() {
        let none = if rule
            .raises
            .iter()
            .any(|raise| matches!(raise.error, Raised::ConnectionError(_)))
        {
            words::NO_MESSAGE_OF_CONNECTION
        } else {
            words::NO_MESSAGE
        };
        return html! { none };
    }
    let whose = if said.ours {
        page::OUR_WORDING
    } else {
        words::THEIR_WORDING
    };
    html! { <><code>{ pattern(said.message) }</code><div class="note">{ whose }</div></> }
}
