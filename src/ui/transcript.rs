//! Lines that the page typed for the reader, and what they printed.

use yew::prelude::*;

use super::explanation;
use super::session::Transcript;
use crate::text::pages::frame as words;

/// The lines with their output, open where something failed.
pub(super) fn view(transcript: &Transcript, on_fix: &Callback<Vec<String>>) -> Html {
    let card = transcript
        .printed
        .iter()
        .rev()
        .find_map(|printed| printed.refused.as_ref())
        .map(|why| explanation::card(why, on_fix))
        .unwrap_or_default();
    html! {
        <>
            <details class="transcript" open={!transcript.well}>
                <summary>{ words::TRANSCRIPT }</summary>
                <div class="typed" tabindex="0" role="group" aria-label={words::TRANSCRIPT}>
                    { for transcript.printed.iter().map(|printed| html! {
                        <pre key={printed.number.to_string()}>
                            <span class="prompt">{ &printed.prompt }</span>{ &printed.line }{ "\n" }{ &printed.stdout }
                            <span class="stderr">{ &printed.stderr }</span>
                        </pre>
                    }) }
                </div>
            </details>
            { card }
        </>
    }
}
