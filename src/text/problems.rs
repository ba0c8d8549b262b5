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
