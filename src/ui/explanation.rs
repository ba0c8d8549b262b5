//! The card below a refusal: what is wrong, why it matters, what to do.

use yew::prelude::*;

use super::parts::CopyButton;
use crate::api::Explanation;
use crate::shell;
use crate::text::page as words;

/// The card; `on_fix` runs the command lines of the fix.
pub(super) fn card(explanation: &Explanation, on_fix: &Callback<Vec<String>>) -> Html {
    let ours = explanation
        .our_wording
        .then(|| html! { <p class="note">{ words::OUR_WORDING }</p> });
    let fix = (!explanation.fix.is_empty()).then(|| cure(&explanation.fix, on_fix));
    html! {
        <aside class="explanation" aria-label={words::EXPLANATION}>
            <h3>{ words::WHAT_HAPPENED }</h3>
            <p>{ prose(&explanation.what) }</p>
            { part(words::WHY, &explanation.why) }
            { part(words::WHAT_TO_DO, &explanation.todo) }
            { for fix }
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

/// Lines that need nothing of the reader run at once; others are told what they need.
fn cure(lines: &[String], on_fix: &Callback<Vec<String>>) -> Html {
    let text = lines.join("\n");
    let holes = shell::holes(lines);
    let run = {
        let (on_fix, lines) = (on_fix.clone(), lines.to_vec());
        move |_| on_fix.emit(lines.clone())
    };
    html! {
        <div class="fix">
            <h4>{ words::CURE }</h4>
            <pre tabindex="0">{ text.clone() }</pre>
            if !holes.is_empty() { <p>{ prose(&words::fill_in(&holes)) }</p> }
            <div class="buttons">
                if holes.is_empty() { <button type="button" class="primary" onclick={run}>{ words::FIX }</button> }
                <CopyButton text={text} />
            </div>
        </div>
    }
}

/// A sentence whose parts in backticks are code.
fn prose(text: &str) -> Html {
    text.split('`')
        .enumerate()
        .map(|(index, part)| match index % 2 {
            0 => html! { part },
            _ => html! { <code>{ part }</code> },
        })
        .collect()
}
