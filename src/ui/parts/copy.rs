//! A button that copies a text.

use yew::prelude::*;

use crate::text::page as words;
use crate::web::clipboard;

/// Properties of the button.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// What is copied.
    pub(in crate::ui) text: AttrValue,
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
        Some(true) => words::COPIED,
        Some(false) => words::NOT_COPIED,
    };
    html! {
        <span class="copy">
            <button type="button" onclick={onclick}>{ words::COPY }</button>
            <span class="note" role="status">{ said }</span>
        </span>
    }
}
