//! What a refusal means: the real error, what is wrong, why it matters, what to do, and the way to have it done.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::parts::CommandLine;
use crate::api::{AwsError, Explanation};
use crate::shell;
use crate::text::page as words;
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
                        { for explanation.docs.iter().map(|(title, url)| html! {
                            <li><a href={url.clone()} target="_blank" rel="noopener noreferrer">{ title }</a></li>
                        }) }
                    </ul>
                </div>
            }
            <div>
                { for ours }
                <p class="note">{ words::rule(&explanation.rule_id, &explanation.origin) }</p>
            </div>
        </aside>
    }
}

fn part(heading: &str, text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <div><h4>{ heading }</h4><p>{ prose(text) }</p></div> }
}

/// Properties of a cure.
#[derive(Properties, PartialEq)]
pub(super) struct CureProps {
    pub(super) lines: Vec<String>,
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
            <label class="hole"><code>{ &label }</code>
                <input type="password" autocomplete="off" required=true oninput={oninput} />
            </label>
        }
    };
    html! {
        <form class="fix" onsubmit={run}>
            <h4>{ words::CURE }</h4>
            <CommandLine line={props.lines.join("\n")} />
            if !holes.is_empty() {
                <p>{ words::FILL_IN }</p>
                { for holes.iter().map(field) }
            }
            <div class="buttons"><button type="submit" class="primary">{ words::FIX }</button></div>
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

/// A sentence whose parts in backticks are code.
pub(super) fn prose(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(index, part)| match index % 2 {
            0 => html! { part },
            _ => html! { <code>{ part }</code> },
        })
        .collect()
}
