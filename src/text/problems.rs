//! Why an account cannot be read, kept or opened, as the end of a sentence.

/// A storage that the page is not allowed to use, and what the browser said.
#[must_use]
pub fn denied(why: &str) -> String {
    format!("the browser does not allow it ({why})")
}

/// A full storage.
pub const FULL: &str = "this browser's storage is full";

/// Something that was damaged after it was saved, and what is wrong.
#[must_use]
pub fn damaged(what: &str) -> String {
    format!("it is damaged ({what})")
}

/// A row of a storage that is not text.
pub const ROW_WITHOUT_TEXT: &str = "a row that is not text";

/// Something that a later version saved, by the number of its format.
#[must_use]
pub fn newer(format: u64) -> String {
    format!(
        "a newer version of the playground saved it (format {format}). Reload the page to get that version"
    )
}

/// Something that another tab deleted.
pub const GONE: &str = "it was deleted in another tab";

/// A text that is not an exported account, and why.
#[must_use]
pub fn not_a_save(why: &str) -> String {
    format!("it is not an exported account ({why})")
}

/// A save without its kind.
pub const NO_KIND: &str = "`kind` is missing";

/// A log whose entry of that number does not follow the one before it.
#[must_use]
pub fn broken_at(entry: usize) -> String {
    format!("its log is damaged at entry {entry}")
}

/// A log that cannot be replayed because of a bug of ours.
#[must_use]
pub fn not_replayed(bug: &str) -> String {
    format!("its log can't be replayed: {bug}")
}

/// A link that was damaged after it was created.
pub const LINK_DAMAGED: &str = "it is damaged, and part of it may be missing";

/// A link that a later version created, by the number of its format.
#[must_use]
pub fn link_newer(form: u8) -> String {
    format!(
        "a newer version of the playground created it (format {form}). Reload the page to get that version"
    )
}

/// A link whose commands cannot be run because of a bug of ours.
#[must_use]
pub fn link_not_run(bug: &str) -> String {
    format!("its commands can't be run: {bug}")
}
