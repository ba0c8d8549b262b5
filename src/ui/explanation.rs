//! The card below a refusal: what is wrong, why it matters, what to do.

use yew::prelude::*;

use crate::api::Explanation;

/// The card; `on_fix` runs the command lines of the fix.
pub(super) fn card(explanation: &Explanation, on_fix: Callback<()>) -> Html {
    let ours = explanation.our_wording.then(|| {
        html! { <p class="note">{ "AWS does not publish the text of this error; its wording here is ours." }</p> }
    });
    let fix = (!explanation.fix.is_empty()).then(|| {
        html! {
            <div class="fix">
                <h4>{ "Commands that cure it" }</h4>
                <pre>{ explanation.fix.join("\n") }</pre>
                <button type="button" onclick={move |_| on_fix.emit(())}>{ "Fix it" }</button>
            </div>
        }
    });
    html! {
        <aside class="explanation" aria-label="Explanation">
            <h3>{ "What happened" }</h3>
            <p>{ &explanation.what }</p>
            <p>{ &explanation.why }</p>
            <p><strong>{ "What to do: " }</strong>{ &explanation.todo }</p>
            <ul class="docs">
                { for explanation.docs.iter().map(|(title, url)| html! {
                    <li><a href={url.clone()} target="_blank" rel="noopener noreferrer">{ title }</a></li>
                }) }
            </ul>
            { for ours }
            { for fix }
            <p class="note">{ format!("Rule {} ({})", explanation.rule_id, explanation.origin) }</p>
        </aside>
    }
}
