//! Saving as simply as works: one text in localStorage.

use web_sys::Storage;

/// Under which name the account is kept.
const KEY: &str = "keystore-playground";
/// Under which name a save is kept that could not be read.
const DAMAGED_KEY: &str = "keystore-playground-damaged";

/// The save, if there is one and the browser lets us look.
#[must_use]
pub fn load() -> Option<String> {
    storage()?.get_item(KEY).ok()?
}

/// Keeps a save; answers whether the browser took it.
#[must_use]
pub fn save(text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEY, text).is_ok())
}

/// Puts a save that cannot be read aside, so that the next one does not overwrite it.
pub fn put_aside(text: &str) {
    if let Some(storage) = storage() {
        // Nothing better can be done where the browser refuses.
        let _ = storage.set_item(DAMAGED_KEY, text);
    }
}

/// Reading the property itself throws where storage is denied.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
