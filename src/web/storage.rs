//! Saving as simply as works: one text in localStorage.

use crate::ports::Storage;

/// Under which name the account is kept.
const KEY: &str = "keystore-playground";
/// Under which name a save is kept that could not be read.
const DAMAGED_KEY: &str = "keystore-playground-damaged";

/// The browser's localStorage. Every access may be denied.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserStorage;

impl Storage for BrowserStorage {
    fn load(&self) -> Option<String> {
        storage()?.get_item(KEY).ok()?
    }

    fn save(&mut self, text: &str) -> bool {
        storage().is_some_and(|storage| storage.set_item(KEY, text).is_ok())
    }

    fn put_aside(&mut self, text: &str) -> bool {
        storage().is_some_and(|storage| storage.set_item(DAMAGED_KEY, text).is_ok())
    }
}

/// Reading the property itself throws where storage is denied.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
