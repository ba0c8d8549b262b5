//! Saving, and the page of sandboxes.

pub(crate) const FIRST: &str = "My sandbox";
pub(crate) const ABOUT: &str = "Each sandbox is a separate simulated AWS account, saved in this browser. Passwords are saved only as hashes, but a short password can be guessed.";
pub(crate) const COLUMNS: &[&str] = &["Name", "Last saved", "Commands", ""];
pub(crate) const EMPTY: &str = "No sandboxes.";
pub(crate) const NEW: &str = "New sandbox";
pub(crate) const NAME: &str = "Name";
pub(crate) const CREATE: &str = "Create";
pub(crate) const OPEN: &str = "Open";
pub(crate) const OPEN_NOW: &str = "open now";
pub(crate) const RENAME: &str = "Rename";
pub(crate) const DUPLICATE: &str = "Duplicate";
pub(crate) const EXPORT: &str = "Export";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const DELETE_WARNING: &str =
    "The sandbox is permanently deleted in all tabs. To keep a copy, export it first.";
pub(crate) const IMPORT: &str = "Import";
pub(crate) const ASIDE: &str = "Sandboxes that could not be read";
pub(crate) const ASIDE_ABOUT: &str =
    "They were not changed. Download a file to keep it or to report the problem.";
pub(crate) const ASIDE_COLUMNS: &[&str] = &["Name", "Found", "What is wrong", ""];
pub(crate) const DOWNLOAD: &str = "Download";
pub(crate) const ALL: &str = "All data of this page";
pub(crate) const ALL_ABOUT: &str =
    "This browser stores all sandboxes, files that could not be read, and your preferences.";
pub(crate) const DELETE_ALL: &str = "Delete everything";
pub(crate) const DELETE_ALL_WORD: &str = "delete everything";
pub(crate) const DELETE_ALL_WARNING: &str = "All sandboxes are permanently deleted.";
pub(crate) const NOT_LASTING: &str = "This browser does not save anything for this page, because the page is embedded in another site or the window is private. Your work is lost when you close the page. Export what you want to keep.";
pub(crate) const OWN_TAB: &str = "Open in its own tab";
pub(crate) const NO_OWN_TAB: &str =
    "The site around this page does not allow new tabs. Open the address of the frame yourself.";
pub(crate) const NONE: &str = "No sandbox";
pub(crate) const NONE_OPEN: &str = "No sandbox is open. Open one or create a new one.";
pub(crate) const NOT_WHILE_OPENING: &str =
    "Nothing was done: another sandbox is being opened. Wait for it, or cancel.";
pub(crate) const OPEN_NOW_ANYWAY: &str = "Open it now";
pub(crate) const OPEN_SOUND: &str = "Open what comes before the damage";
pub(crate) const EXPORT_RAW: &str = "Export it as stored";
pub(crate) const LEAVE_QUESTION: &str = "Leave this sandbox?";
pub(crate) const LEAVE_WARNING: &str = "Its last changes were not saved. If you leave, they are lost. To keep them, stay and export the account.";
pub(crate) const NOT_KEPT: &str = "Not saved";

pub(crate) fn saved(time: &str) -> String {
    format!("Saved {time}")
}

pub(crate) fn copy_of(name: &str) -> String {
    format!("Copy of {name}")
}

pub(crate) fn of(action: &str, name: &str) -> String {
    format!("{action}: {name}")
}

pub(crate) fn not_saved(why: &str) -> String {
    format!(
        "Not saved: {why}. You can continue, but your changes are only in memory. Export the account to keep them."
    )
}

pub(crate) fn not_opened(why: &str) -> String {
    format!("The sandbox could not be opened: {why}. Nothing was changed.")
}

pub(crate) fn not_done(why: &str) -> String {
    format!("This failed: {why}.")
}

pub(crate) fn newer(name: &str, format: u64) -> String {
    format!(
        "The sandbox {name} was saved by a newer version of the playground (format {format}). Nothing was changed. Reload the page to get the new version."
    )
}

/// A sandbox cannot be opened.
pub(crate) fn damaged(name: &str, why: &str) -> String {
    format!("The sandbox {name} was not opened: {why}. Nothing in it was changed.")
}

/// The page was stopped while it opened a sandbox.
pub(crate) fn hung(name: &str) -> String {
    format!(
        "The sandbox {name} was not opened, because the page stopped when it was opened last time."
    )
}

/// The reader did not want to wait.
pub(crate) fn cancelled(name: &str) -> String {
    format!("You cancelled the opening of {name}.")
}

/// An account that was opened only up to a command, and why.
pub(crate) fn opened_short(name: &str, why: &str) -> String {
    format!(
        "{name} was opened only up to a command: {why}. The original was put aside, and the page Sandboxes offers it as a download."
    )
}

pub(crate) fn opening(name: &str) -> String {
    format!("Opening {name}…")
}

pub(crate) fn progress(done: usize, of: usize) -> String {
    format!("{} of {} commands", grouped(done), grouped(of))
}

/// Name of the file with a sandbox as it is stored.
pub(crate) fn raw_file(name: &str) -> String {
    format!("{name}-as-stored.json")
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
