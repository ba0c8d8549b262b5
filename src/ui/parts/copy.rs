//! A button that copies a text.

use yew::prelude::*;

use crate::text::{page, pages::frame as words};
use crate::web::clipboard;

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// What is copied.
    pub(in crate::ui) text: AttrValue,
    /// Whether it is drawn as an icon, because the text stands beside it.
    #[prop_or_default]
    pub(in crate::ui) icon: bool,
}

/// A button that copies a text and says whether the browser let it.
#[component]
pub(in crate::ui) fn CopyButton(props: &Props) -> Html {
    let copied = use_state(|| None);
    let onclick = {
        let (copied, text) = (copied.clone(), props.text.clone());
        move |_| {
            let (copied, text) = (copied.clone(), text.clone());
            wasm_bindgen_futures::spawn_local(async move {
                copied.set(Some(clipboard::copy(&text).await));
            });
        }
    };
    let said = match *copied {
        None => "",
        Some(true) => page::COPIED,
        Some(false) => page::NOT_COPIED,
    };
    let button = if props.icon {
        html! { <button type="button" class="icon" aria-label={words::copy(&props.text)} title={page::COPY} {onclick}>{ sheets() }</button> }
    } else {
        html! { <button type="button" {onclick}>{ page::COPY }</button> }
    };
    html! {
        <span class="copy">{ button }<span class="note" role="status">{ said }</span></span>
    }
}

/// Two sheets, one over the other.
fn sheets() -> Html {
    html! {
        <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
            <path d="M6 6h8v8H6zM10 6V2H2v8h4" />
        </svg>
    }
}

/// An id with a button that copies it.
pub(in crate::ui) fn copy_id(id: &str) -> Html {
    html! {
        <span class="id"><code>{ id }</code><CopyButton text={id.to_owned()} icon=true /></span>
    }
}
