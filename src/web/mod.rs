//! The browser: storage, randomness, files that come and go. The browser may refuse everything here, and each function reports that.

pub mod clipboard;
pub mod control;
pub mod download;
pub mod files;
pub mod location;
pub mod menus;
pub mod preferences;
pub mod rows;
pub mod tabs;

/// A random seed for a new account. It stays below 2^53, so that it survives as a JavaScript number.
#[must_use]
pub fn random_seed() -> u64 {
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Without a source of randomness the time is used; the seed protects nothing.
        bytes = now_millis().to_be_bytes();
    }
    u64::from_be_bytes(bytes) >> 11
}

/// Asks the browser not to throw away what this page keeps when room gets scarce. It may say no.
pub fn persist() {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().storage().persist();
    }
}

/// Whether the page is embedded in another one.
#[must_use]
pub fn embedded() -> bool {
    web_sys::window().is_some_and(|window| window.parent().ok().flatten() != Some(window.clone()))
}

/// Opens this page in a tab of its own; returns whether the browser let it.
#[must_use]
pub fn open_own_tab() -> bool {
    web_sys::window().is_some_and(|window| {
        let address = window.location().href();
        address.is_ok_and(|address| {
            let opened = window.open_with_url_and_target(&address, "_blank");
            opened.is_ok_and(|tab| tab.is_some())
        })
    })
}

/// Tells the start script why the program ends.
pub fn crash(why: &str) {
    web_sys::console::error_1(&why.into());
    let options = web_sys::CustomEventInit::new();
    options.set_detail(&why.into());
    let event =
        web_sys::CustomEvent::new_with_event_init_dict("keystore-playground-crash", &options);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        // The program ends in any case.
        let _ = window.dispatch_event(&event);
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Nothing is left to do where the browser refuses.
        let _ = window.location().reload();
    }
}

/// The time of day of a moment, in the reader's time zone.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a date fits")]
pub fn time_of_day(millis: i64) -> String {
    let date = js_sys::Date::new(&(millis as f64).into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Whether text is selected on the page.
#[must_use]
pub fn is_selecting() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// The browser's clock, in milliseconds since the epoch.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a date fits")]
pub fn now_millis() -> i64 {
    js_sys::Date::now() as i64
}

/// A text in small letters. The browser knows those of every alphabet; its help is asked for only where it is needed.
#[must_use]
pub fn lowercase(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        js_sys::JsString::from(text).to_lower_case().into()
    }
}
