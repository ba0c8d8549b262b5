//! The browser: storage, randomness, files that come and go. Everything here may be refused by the browser, and then says so.

pub mod clipboard;
pub mod control;
pub mod download;
pub mod files;
pub mod location;
pub mod storage;

/// A random seed for a new account. It stays below 2^53, so that it survives as a JavaScript number.
#[must_use]
pub fn random_seed() -> u64 {
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Without a source of randomness the moment has to do; nothing here protects anything.
        bytes = now_millis().to_be_bytes();
    }
    u64::from_be_bytes(bytes) >> 11
}

/// The browser's clock, in milliseconds since the epoch.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a date fits")]
pub fn now_millis() -> i64 {
    js_sys::Date::now() as i64
}
