//! Why an account cannot be read, kept or opened, as the end of a sentence.

/// A storage that the page may not use, and what the browser said.
#[must_use]
pub fn denied(why: &str) -> String {
    format!("the browser refuses it ({why})")
}

/// A full storage.
pub const FULL: &str = "no room is left in this browser's storage";

/// Something that is not as it was written, and what of it.
#[must_use]
pub fn damaged(what: &str) -> String {
    format!("it is damaged ({what})")
}

/// A row of a storage that holds something else than text.
pub const ROW_WITHOUT_TEXT: &str = "a row that is no text";

/// Something that a later version wrote, by the number of its format.
#[must_use]
pub fn newer(format: u64) -> String {
    format!("a newer version of the playground wrote it (format {format})")
}

/// Something that another tab deleted.
pub const GONE: &str = "it was deleted in another tab";

/// A text that is something else than an account, and why.
#[must_use]
pub fn not_a_save(why: &str) -> String {
    format!("it is not an exported account ({why})")
}

/// A save that lacks the word for what it is.
pub const NO_KIND: &str = "`kind` is missing";

/// A log whose entry of that number does not follow the one before it.
#[must_use]
pub fn broken_at(entry: usize) -> String {
    format!("its log is damaged at entry {entry}")
}

/// A log that a bug of ours keeps from being replayed.
#[must_use]
pub fn not_replayed(bug: &str) -> String {
    format!("its log cannot be replayed: {bug}")
}

/// A link that is not as it was made.
pub const LINK_DAMAGED: &str = "it is damaged; a part of it may have been cut off on its way";

/// A link that a later version made, by the number of its form.
#[must_use]
pub fn link_newer(form: u8) -> String {
    format!(
        "a newer version of the playground made it (form {form}); load the page again to get that version"
    )
}

/// A link whose commands a bug of ours keeps from being run.
#[must_use]
pub fn link_not_run(bug: &str) -> String {
    format!("its commands cannot be run: {bug}")
}
