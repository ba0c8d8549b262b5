//! The address of the page.

use gloo::events::EventListener;
use web_sys::HtmlElement;

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
    if let Some(window) = web_sys::window() {
        // Only a hash that is no URL would be refused.
        let _ = window.location().replace(hash);
    }
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

/// Moves the focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) =
        found.and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element).ok())
    {
        // An element that cannot have the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Moves the focus once what is being drawn now is there.
pub fn focus_soon(selector: &'static str) {
    gloo::timers::callback::Timeout::new(0, move || focus(selector)).forget();
}
