//! The explanation of a refused call: the real error, what is wrong, why it matters, what to do, and how to fix it.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::desk::use_desk;
use super::parts::{CommandLine, Mood, breakable, code, icon, link, maybe};
use super::route::Page;
use super::{met, transcript};
use crate::api::{AwsError, Explanation};
use crate::playground::Typing;
use crate::rules::scripts;
use crate::shell;
use crate::text::page as words;
use crate::text::pages::{road, users};
use crate::web::control;

/// A call that was refused, or was not, with what was looked up about it or tried against it since.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Refused {
    error: Option<Rc<AwsError>>,
    typing: Option<Rc<Typing>>,
}

impl Refused {
    /// By that error.
    pub(super) fn by(error: Box<AwsError>) -> Self {
        Self {
            error: Some(error.into()),
            typing: None,
        }
    }

    /// With what lines of its explanation printed.
    pub(super) fn with(&self, typing: Rc<Typing>) -> Self {
        Self {
            error: self.error.clone(),
            typing: Some(typing),
        }
    }

    /// The refusal, where there was one; `on_fix` runs the lines of a fix.
    pub(super) fn view(&self, on_fix: &Callback<Vec<String>>) -> Html {
        let typing = self.typing.as_ref();
        html! {
            <>
                if let Some(error) = &self.error { { refusal(error, on_fix) } }
                { maybe(typing.map(|typing| transcript::view(typing, on_fix, true))) }
            </>
        }
    }
}

/// The error as the service sends it, with its explanation.
pub(super) fn refusal(error: &AwsError, on_fix: &Callback<Vec<String>>) -> Html {
    html! {
        <div class="refusal">
            <p class="error">{ icon(Mood::Bad) }<span>{ code(&error.code) }{ ": " }{ &error.message }</span></p>
            { card(&error.explanation, on_fix) }
        </div>
    }
}

/// The card; `on_fix` runs the command lines of the fix.
pub(super) fn card(explanation: &Explanation, on_fix: &Callback<Vec<String>>) -> Html {
    html! { <Card explanation={explanation.clone()} on_fix={on_fix.clone()} /> }
}

/// Properties of the card.
#[derive(Properties, PartialEq)]
struct CardProps {
    explanation: Explanation,
    on_fix: Callback<Vec<String>>,
}

/// What happened, why it matters, and what to do. A reader who saw it has met the failure.
#[component]
fn Card(props: &CardProps) -> Html {
    let (explanation, on_fix) = (&props.explanation, &props.on_fix);
    use_effect_with(explanation.rule_id.clone(), |id| met::mark(id));
    let ours = explanation
        .our_wording
        .then(|| html! { <p class="note">{ words::OUR_WORDING }</p> });
    html! {
        <aside class="explanation" aria-label={words::explanation(&explanation.rule_id)}>
            <h3>{ words::WHAT_HAPPENED }</h3>
            <p>{ prose(&explanation.what) }</p>
            { part(words::WHY, &explanation.why) }
            { part(words::WHAT_TO_DO, &explanation.todo) }
            if !explanation.fix.is_empty() { <Cure lines={explanation.fix.clone()} on_fix={on_fix.clone()} /> }
            if !explanation.docs.is_empty() {
                <div>
                    <h4>{ words::READ_MORE }</h4>
                    <ul class="docs">
                        { for explanation.docs.iter().map(|(title, url)| html! { <li>{ to_docs(title, url.clone()) }</li> }) }
                    </ul>
                </div>
            }
            <div>
                { maybe(ours) }
                { entry(&explanation.rule_id, &explanation.origin) }
            </div>
        </aside>
    }
}

/// A link to a paragraph of the documentation.
pub(super) fn to_docs(title: &str, url: String) -> Html {
    html! { <a href={url} target="_blank" rel="noopener noreferrer">{ title }</a> }
}

/// Where a rule stands in the catalogue, and where it comes from.
pub(super) fn entry(id: &str, origin: &str) -> Html {
    html! { <p class="note">{ words::RULE }{ " " }{ link(&Page::Failure.of(id), id) }{ format!(" ({origin})") }</p> }
}

/// A heading with a text below it, where there is one.
pub(super) fn part(heading: &str, text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <div><h4>{ heading }</h4><p>{ prose(text) }</p></div> }
}

/// Properties of a cure.
#[derive(Properties, PartialEq)]
pub(super) struct CureProps {
    pub(super) lines: Vec<String>,
    /// What stands over them; lines that cure and lines that only show something have their own words.
    #[prop_or_default]
    pub(super) heading: Option<AttrValue>,
    /// What the button says.
    #[prop_or_default]
    pub(super) action: Option<AttrValue>,
    pub(super) on_fix: Callback<Vec<String>>,
}

/// The hole for the password of the crypto officer admin.
const ADMIN: &str = "ADMIN_PASSWORD";

/// Lines that cure something, with a field for each thing that only the reader knows.
#[component]
pub(super) fn Cure(props: &CureProps) -> Html {
    let desk = use_desk();
    let given = use_state(BTreeMap::<String, String>::new);
    let holes = shell::holes(&props.lines);
    let activates = scripts::activates(&props.lines);
    // Passwords that users have, not those that they are to get.
    let asks_known = !activates
        && holes
            .iter()
            .any(|hole| matches!(hole.as_str(), ADMIN | "KMSUSER_PASSWORD"));
    let open = holes
        .iter()
        .any(|name| given.get(name).is_none_or(String::is_empty));
    let (heading, action) = if shell::only_look(&props.lines) {
        (words::LOOK, words::LOOK_UP)
    } else {
        (words::CURE, words::FIX)
    };
    let run = {
        let (on_fix, lines, given) = (props.on_fix.clone(), props.lines.clone(), given.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if !open {
                on_fix.emit(shell::filled(&lines, &given));
            }
        }
    };
    let field = |name: &String| {
        let (given, name) = (given.clone(), name.clone());
        let label = if activates && name == ADMIN {
            users::FIRST_PASSWORD.to_owned()
        } else {
            users::hole(&name).to_owned()
        };
        let kind = if secret(&name) { "password" } else { "text" };
        let oninput = move |event: InputEvent| {
            if let Some(value) = control::value(&event) {
                let mut next = (*given).clone();
                next.insert(name.clone(), value);
                given.set(next);
            }
        };
        html! {
            <label class="hole"><span>{ label }</span>
                <input type={kind} autocomplete="off" required=true oninput={oninput} />
            </label>
        }
    };
    // What the reader has filled in is copied, and not shown.
    let shown = shell::pasteable(&props.lines, &BTreeMap::new());
    let copied = shell::pasteable(&props.lines, &given);
    html! {
        <form class="fix" onsubmit={run}>
            <h4>{ props.heading.as_deref().unwrap_or(heading).to_owned() }</h4>
            <CommandLine line={shown} {copied} />
            if !holes.is_empty() {
                if holes.iter().all(|hole| secret(hole)) {
                    <p>{ if holes.len() == 1 { words::FILL_IN_ONE } else { words::FILL_IN } }</p>
                }
                if asks_known && desk.is_some_and(|desk| desk.session().playground.has_known_passwords()) {
                    <p class="note">{ road::PASSWORDS }</p>
                }
                { holes.iter().map(field).collect::<Html>() }
            }
            <div class="buttons"><button type="submit" class="primary">{ props.action.as_deref().unwrap_or(action).to_owned() }</button></div>
        </form>
    }
}

/// Whether what is filled in is a password.
fn secret(hole: &str) -> bool {
    hole.ends_with("PASSWORD")
}

/// A sentence whose parts in backticks are code.
pub(super) fn prose(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(index, part)| match index % 2 {
            0 => breakable(part),
            _ => code(part),
        })
        .collect()
}
