//! What a refusal means: the real error, what is wrong, why it matters, what to do, and the way to have it done.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::met;
use super::parts::{CommandLine, link, maybe};
use super::route::Page;
use crate::api::{AwsError, Explanation};
use crate::shell;
use crate::text::pages::users;
use crate::text::{self, page as words};
use crate::web::control;

/// Properties of a refusal.
#[derive(Properties, PartialEq)]
pub(super) struct RefusalProps {
    pub(super) error: AwsError,
    /// Runs the lines of the fix.
    pub(super) on_fix: Callback<Vec<String>>,
}

/// The error as the service sends it, with its explanation.
#[component]
pub(super) fn Refusal(props: &RefusalProps) -> Html {
    let error = &props.error;
    html! {
        <div class="refusal">
            <p class="error"><code>{ &error.code }</code>{ ": " }{ &error.message }</p>
            { card(&error.explanation, &props.on_fix) }
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

/// What happened, why it matters, and what to do. Whoever was shown it has met the failure.
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
    /// What stands over them.
    #[prop_or(AttrValue::Static(words::CURE))]
    pub(super) heading: AttrValue,
    /// What the button says.
    #[prop_or(AttrValue::Static(words::FIX))]
    pub(super) action: AttrValue,
    pub(super) on_fix: Callback<Vec<String>>,
}

/// The lines of a fix, with a field for each thing that only the reader knows.
#[component]
pub(super) fn Cure(props: &CureProps) -> Html {
    let given = use_state(BTreeMap::<String, String>::new);
    let holes = shell::holes(&props.lines);
    let open = holes
        .iter()
        .any(|name| given.get(name).is_none_or(String::is_empty));
    let run = {
        let (on_fix, lines, given, holes) = (
            props.on_fix.clone(),
            props.lines.clone(),
            given.clone(),
            holes.clone(),
        );
        move |event: SubmitEvent| {
            event.prevent_default();
            if !open {
                on_fix.emit(filled(&holes, &given, &lines));
            }
        }
    };
    let field = |name: &String| {
        let (given, name) = (given.clone(), name.clone());
        let label = name.clone();
        let oninput = move |event: InputEvent| {
            if let Some(value) = control::value(&event) {
                let mut next = (*given).clone();
                next.insert(name.clone(), value);
                given.set(next);
            }
        };
        html! {
            <label class="hole"><span>{ users::hole(&label) }</span>
                <input type="password" autocomplete="off" required=true oninput={oninput} />
            </label>
        }
    };
    html! {
        <form class="fix" onsubmit={run}>
            <h4>{ &props.heading }</h4>
            <CommandLine line={props.lines.join("\n")} />
            if !holes.is_empty() {
                <p>{ words::FILL_IN }</p>
                { holes.iter().map(field).collect::<Html>() }
            }
            <div class="buttons"><button type="submit" class="primary">{ &props.action }</button></div>
        </form>
    }
}

/// The lines, after others that give the shell what it cannot know, as typed at a hidden prompt: so they are never shown.
fn filled(holes: &[String], given: &BTreeMap<String, String>, lines: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for name in holes {
        all.push(format!("read -s {name}"));
        all.push(given.get(name).cloned().unwrap_or_default());
    }
    all.extend_from_slice(lines);
    all
}

/// A sentence of a rule before it happened: what would be found stands in italics.
pub(super) fn described(template: &str) -> Html {
    marked(&text::whole(template), |part| {
        let mut parts = part.split('{');
        let first = parts.next().unwrap_or_default();
        let rest = parts.map(|part| match part.split_once('}') {
            Some((name, after)) => html! { <><var>{ name }</var>{ after }</> },
            None => html! { part },
        });
        html! { <>{ first }{ for rest }</> }
    })
}

/// A sentence whose parts in backticks are code.
pub(super) fn prose(text: &str) -> Html {
    marked(text, |part| html! { part })
}

/// A sentence whose parts in backticks are code, each part shown by `show`.
fn marked(text: &str, show: fn(&str) -> Html) -> Html {
    text.split('`')
        .enumerate()
        .map(|(index, part)| match index % 2 {
            0 => show(part),
            _ => html! { <code>{ show(part) }</code> },
        })
        .collect()
}
