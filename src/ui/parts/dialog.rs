//! Dialogs: the browser's own, which keep the focus inside and give it back.

use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::{CommandLine, breakable};
use crate::text::pages::frame as words;
use crate::web::{self, control};

/// Properties of a dialog.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct DialogProps {
    pub(in crate::ui) title: AttrValue,
    /// The reader wants to leave it.
    pub(in crate::ui) close: Callback<()>,
    pub(in crate::ui) children: Html,
}

/// A modal dialog, open as long as it is shown.
#[component]
pub(in crate::ui) fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let document = web_sys::window().and_then(|window| window.document());
            let before = document.and_then(|document| document.active_element());
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                // It is in the page and closed, so it can be opened.
                let _ = dialog.show_modal();
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
                if let Some(before) = before
                    .and_then(|before| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(before).ok())
                {
                    // What had the focus may be gone by now.
                    let _ = before.focus();
                }
            }
        });
    }
    // A question may stand over a dialog.
    let id = use_state(|| format!("dialog-{}", web::random_seed()));
    let oncancel = props.close.reform(|event: Event| event.prevent_default());
    let onclose = props.close.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={node} aria-labelledby={(*id).clone()} {oncancel}>
            <div class="dialog-head">
                <h2 id={(*id).clone()}>{ breakable(&props.title) }</h2>
                <button type="button" class="icon" aria-label={words::CLOSE} onclick={onclose}>{ "✕" }</button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}

/// Properties of a question before something is destroyed.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ConfirmProps {
    pub(in crate::ui) title: AttrValue,
    /// What follows from it.
    pub(in crate::ui) warning: AttrValue,
    /// The word to type; nothing to type where it is empty.
    #[prop_or_default]
    pub(in crate::ui) word: AttrValue,
    /// What the button says.
    pub(in crate::ui) action: AttrValue,
    /// The label of the button that changes nothing.
    #[prop_or(AttrValue::Static(words::CANCEL))]
    pub(in crate::ui) cancel: AttrValue,
    /// The command line that does the same.
    #[prop_or_default]
    pub(in crate::ui) line: AttrValue,
    pub(in crate::ui) confirm: Callback<()>,
    pub(in crate::ui) close: Callback<()>,
}

/// A dialog to confirm; the reader types a word if something is permanently lost.
#[component]
pub(in crate::ui) fn Confirm(props: &ConfirmProps) -> Html {
    let typed = use_state(String::new);
    let ready = *typed == *props.word;
    let oninput = {
        let typed = typed.clone();
        move |event: InputEvent| {
            if let Some(value) = control::value(&event) {
                typed.set(value);
            }
        }
    };
    let onsubmit = {
        let (confirm, close) = (props.confirm.clone(), props.close.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if ready {
                confirm.emit(());
                close.emit(());
            }
        }
    };
    html! {
        <Dialog title={props.title.clone()} close={props.close.clone()}>
            <form class="dialog-form" {onsubmit}>
                <p class="alert warning">{ &props.warning }</p>
                if !props.word.is_empty() {
                    <label>{ words::to_confirm(&props.word) }
                        <input type="text" autocomplete="off" spellcheck="false" value={(*typed).clone()} {oninput} />
                    </label>
                }
                if !props.line.is_empty() { <CommandLine line={props.line.clone()} folded=true /> }
                <div class="buttons end">
                    <button type="button" onclick={props.close.reform(|_| ())}>{ &props.cancel }</button>
                    <button type="submit" class="primary" disabled={!ready}>{ &props.action }</button>
                </div>
            </form>
        </Dialog>
    }
}
