//! Command lines to read and to copy.

use yew::prelude::*;

use super::CopyButton;
use crate::text::pages::frame as words;

/// Properties of the lines.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    pub(in crate::ui) line: AttrValue,
    /// What is copied, where that is not what is shown.
    #[prop_or_default]
    pub(in crate::ui) copied: Option<AttrValue>,
    /// Whether the reader unfolds them first, under the heading that they do the same as the page.
    #[prop_or_default]
    pub(in crate::ui) folded: bool,
}

/// Lines in the type of the terminal with a button that copies them.
#[component]
pub(in crate::ui) fn CommandLine(props: &Props) -> Html {
    let lines = html! {
        <div class="lines">
            // Reachable by keyboard, so that it can be scrolled by keyboard.
            <pre tabindex="0">{ unbroken(&props.line) }</pre>
            <CopyButton text={props.copied.clone().unwrap_or_else(|| props.line.clone())} />
        </div>
    };
    if !props.folded {
        return lines;
    }
    html! {
        <details class="same">
            <summary>{ words::SAME_LINE }</summary>
            { lines }
        </details>
    }
}

/// Lines whose options are not taken apart at their hyphens.
fn unbroken(lines: &str) -> Html {
    let mut parts = lines.split(" -");
    let first = parts.next().unwrap_or_default();
    let options = parts.map(|part| {
        let end = part.find([' ', '\n']).unwrap_or(part.len());
        let (option, rest) = part.split_at(end);
        html! { <>{ " " }<span class="option">{ "-" }{ option }</span>{ rest }</> }
    });
    html! { <>{ first }{ for options }</> }
}
