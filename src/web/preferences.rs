//! Preferences of the reader, and their last place: small texts in localStorage, and in sessionStorage for this tab alone. Every access may
//! be
//! denied, and then there are no preferences.

use web_sys::{Storage, Window};

const PREFIX: &str = "keystore-playground-";

/// A preference of this tab, else the one chosen last in any tab.
#[must_use]
pub fn get(name: &str) -> Option<String> {
    let name = format!("{PREFIX}{name}");
    [session(), local()]
        .into_iter()
        .flatten()
        .find_map(|storage| storage.get_item(&name).ok().flatten())
}

/// A preference of this tab.
#[must_use]
pub fn of_tab(name: &str) -> Option<String> {
    session()?.get_item(&format!("{PREFIX}{name}")).ok()?
}

/// What this tab remembers of a preference, and what was chosen last in any tab: for what only grows.
#[must_use]
pub fn all(name: &str) -> Vec<String> {
    let name = format!("{PREFIX}{name}");
    [session(), local()]
        .into_iter()
        .flatten()
        .filter_map(|storage| storage.get_item(&name).ok().flatten())
        .collect()
}

/// Remembers a preference, for this tab and for the next visit.
pub fn set(name: &str, value: &str) {
    for storage in [session(), local()].into_iter().flatten() {
        // Where it is denied or full, the reader chooses again.
        let _ = storage.set_item(&format!("{PREFIX}{name}"), value);
    }
}

/// Forgets a preference.
pub fn forget(name: &str) {
    for storage in [session(), local()].into_iter().flatten() {
        let _ = storage.remove_item(&format!("{PREFIX}{name}"));
    }
}

/// Forgets all of them.
pub fn clear() {
    for storage in [session(), local()].into_iter().flatten() {
        let _ = storage.clear();
    }
}

fn session() -> Option<Storage> {
    web_sys::window().and_then(|window: Window| window.session_storage().ok()?)
}

fn local() -> Option<Storage> {
    web_sys::window().and_then(|window: Window| window.local_storage().ok()?)
}
