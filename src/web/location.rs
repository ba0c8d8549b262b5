//! The address of the page.

use std::cell::Cell;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

thread_local! {
    /// Place of the page that is shown among those that the browser goes back and forward through.
    static PLACE: Cell<i32> = const { Cell::new(0) };
    /// Whether the next change of the address takes the place of the page that is shown.
    static REPLACES: Cell<bool> = const { Cell::new(false) };
    /// What gets the focus on the page that a link leads to.
    static AIM: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// What stands behind the `#`, with it.
#[must_use]
pub fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address of the page without what stands behind the `#`.
#[must_use]
pub fn without_hash() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Goes to another place of the page. Where the browser refuses, nothing happens.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Only a hash that is no URL would be refused.
        let _ = window.location().set_hash(hash);
    }
}

/// Puts another place of the page into the place of this one.
pub fn replace(hash: &str) {
    REPLACES.set(true);
    if let Some(window) = web_sys::window() {
        // Only a hash that is no URL would be refused.
        let _ = window.location().replace(hash);
    }
}

/// Goes so many steps through the browser's history, back where it is less than 0.
pub fn step(by: i32) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Where the browser has no such place it stays.
        let _ = history.go_with_delta(by);
    }
}

/// How many steps through its history the browser has just gone to the address that it shows, and marks that place.
pub fn stepped() -> i32 {
    let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else {
        return 0;
    };
    let before = PLACE.get();
    let replaces = REPLACES.replace(false);
    let known = history.state().ok().and_then(|state| state.as_f64());
    #[expect(clippy::cast_possible_truncation, reason = "a small number of our own")]
    let place = known.map_or(before + i32::from(!replaces), |place| place as i32);
    if known.is_none() {
        // The place of a page without a mark is taken for the next one.
        let _ = history.replace_state(&JsValue::from(place), "");
    }
    PLACE.set(place);
    place - before
}

/// Hears of every change of the address, as long as the listener lives.
#[must_use]
pub fn listen(mut changed: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| {
        changed(hash());
    }))
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Gives the focus on the next page to what a selector finds there.
pub fn aim(selector: &'static str) {
    AIM.set(Some(selector));
}

/// What was to get the focus on the next page; from now on nothing is.
#[must_use]
pub fn aimed() -> Option<&'static str> {
    AIM.take()
}

/// Moves the focus to the first element that a selector finds, also in details that are folded; answers whether there is one.
pub fn focus(selector: &str) -> bool {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten());
    let Some(element) =
        found.and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element).ok())
    else {
        return false;
    };
    if let Ok(Some(folded)) = element.closest("details:not([open])") {
        // An attribute of that name is never refused.
        let _ = folded.set_attribute("open", "");
    }
    // An element that cannot have the focus leaves it where it is.
    let _ = element.focus();
    true
}

/// Whether something of the page has the focus.
#[must_use]
pub fn has_focus() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let active = document.and_then(|document| document.active_element());
    active.is_some_and(|active| active.tag_name() != "BODY")
}

/// Moves the focus, once what is being drawn now is there, where what had it has gone.
pub fn keep_focus(selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || {
        if !has_focus() {
            focus(selector);
        }
    })
    .forget();
}

/// Moves the focus once what is being drawn now is there.
pub fn focus_soon(selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || {
        focus(selector);
    })
    .forget();
}
