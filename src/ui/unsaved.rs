//! What would be lost when the reader leaves: started forms, and work that could not be saved. Leaving asks first.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::app::App;
use super::opening::KeepAction;
use super::parts::Confirm;
use super::route::Route;
use crate::text::pages::{frame as words, sandboxes};

thread_local! {
    static BEGUN: Cell<usize> = const { Cell::new(0) };
    static NOT_KEPT: Cell<bool> = const { Cell::new(false) };
}

/// Where the reader was going.
pub(super) enum Leaving {
    /// To another page, so many steps away in the browser's history.
    To(Route, i32),
    /// To another Region, by the selector.
    Region(String, HtmlSelectElement),
    /// To another sandbox, from one with work that could not be kept.
    Sandbox(KeepAction),
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

impl App {
    /// Whether the sandbox holds work that the storage refused.
    pub(super) fn refused_work(&self) -> bool {
        self.keeper.trouble.is_some()
            && self.keeper.known.differs(&self.session.borrow().playground)
    }

    /// Remembers whether closing the page would lose work: what the storage refused, or all of it where there is no storage.
    pub(super) fn note_unsaved_work(&self) {
        let lost = if self.keeper.lasting {
            self.refused_work()
        } else {
            !self.opening() && !self.session.borrow().playground.log().is_empty()
        };
        NOT_KEPT.set(lost);
    }
}

/// Has the browser ask before the page is closed with a form that was begun, or with work that is not kept.
pub(super) fn guard() -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&window, "beforeunload", options, |event| {
        if any() || NOT_KEPT.get() {
            event.prevent_default();
        }
    });
    Some(listener)
}

/// The question before the reader leaves.
pub(super) fn leaving(leaving: &Leaving, leave: Callback<()>, stay: Callback<()>) -> Html {
    match leaving {
        Leaving::To(..) | Leaving::Region(..) => question(leave, stay),
        Leaving::Sandbox(_) => html! {
            <Confirm title={sandboxes::LEAVE_QUESTION} warning={sandboxes::LEAVE_WARNING} action={words::LEAVE}
                cancel={words::STAY} confirm={leave} close={stay} />
        },
    }
}

/// The question before a form is left.
pub(super) fn question(leave: Callback<()>, stay: Callback<()>) -> Html {
    html! {
        <Confirm title={words::LEAVE_QUESTION} warning={words::LEAVE_WARNING} action={words::LEAVE} cancel={words::STAY}
            confirm={leave} close={stay} />
    }
}
