//! Lines that the page typed for the reader, and what they printed.

use yew::prelude::*;

use super::explanation;
use crate::playground::Typing;
use crate::text::pages::frame as words;

/// The lines with their output, open where the reader asked for them or something failed.
pub(super) fn view(transcript: &Typing, on_fix: &Callback<Vec<String>>, open: bool) -> Html {
    let card = transcript
        .why
        .as_ref()
        .map(|why| explanation::card(why, on_fix))
        .unwrap_or_default();
    html! {
        <>
            <details class="transcript" open={open || !transcript.well}>
                <summary>{ words::TRANSCRIPT }</summary>
                // The box shows its end: that is what came of it.
                <div class="typed" tabindex="0" role="group" aria-label={words::TRANSCRIPT}><div>
                    { for transcript.typed.iter().map(|typed| html! {
                        <pre>
                            <span class="prompt">{ &typed.prompt }</span>{ &typed.line }{ "\n" }{ &typed.reply.stdout }
                            <span class="stderr">{ &typed.reply.stderr }</span>
                        </pre>
                    }) }
                </div></div>
            </details>
            { card }
        </>
    }
}
