//! Forms that the reader has begun to fill in: leaving one asks first.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::parts::Confirm;
use super::route::Route;
use crate::text::pages::frame as words;

thread_local! {
    static BEGUN: Cell<usize> = const { Cell::new(0) };
}

/// Where the reader was going.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Leaving {
    /// To another page.
    To(Route),
    /// To another Region, by the selector.
    Region(String, HtmlSelectElement),
}

/// A form that was begun, as long as it lives.
struct Begun;

impl Begun {
    fn new() -> Self {
        BEGUN.set(BEGUN.get() + 1);
        Self
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        BEGUN.set(BEGUN.get().saturating_sub(1));
    }
}

/// Whether a form was begun.
pub(super) fn any() -> bool {
    count() > 0
}

/// How many forms were begun.
pub(super) fn count() -> usize {
    BEGUN.get()
}

/// What was filled in has been sent. The page that follows may come before the form is drawn anew, so this does not wait for it.
pub(super) fn sent() {
    BEGUN.set(0);
}

/// Counts a form among those that were begun while that is so.
#[hook]
pub(super) fn use_unsaved(begun: bool) {
    use_effect_with(begun, |begun| {
        let begun = begun.then(Begun::new);
        move || drop(begun)
    });
}

/// Has the browser ask before the page is closed with a form that was begun.
pub(super) fn guard() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, "beforeunload", options, |event| {
        if any() {
            event.prevent_default();
        }
    });
    Some(listener)
}

/// The question.
pub(super) fn question(leave: Callback<()>, stay: Callback<()>) -> Html {
    html! {
        <Confirm title={words::LEAVE_QUESTION} warning={words::LEAVE_WARNING} action={words::LEAVE} cancel={words::STAY}
            confirm={leave} close={stay} />
    }
}
