//! Why an account cannot be opened from a file, a link or the storage.

use crate::model::Timestamp;

/// A link that is none, or not whole.
pub const CUT: &str = "it is damaged; a part of it may have been cut off on its way";

/// What an account is made from was changed.
pub const ORIGIN: &str =
    "its seed, account ID, Region or start time is not the one that its log begins with";

/// The last entry, counted from one, was changed.
#[must_use]
pub fn tail(entry: usize) -> String {
    format!("its log is damaged at entry {entry}, which is not the one that was saved last")
}

/// Commands of a sandbox whose record is missing.
pub const NO_RECORD: &str = "its commands are there, but its record is missing";

/// An entry from elsewhere with a secret in clear, counted from one.
#[must_use]
pub fn clear(entry: usize) -> String {
    format!(
        "its entry {entry} holds a password or a secret in clear, which no export of the playground does"
    )
}

/// What takes too long.
pub const TOO_MUCH_WORK: &str = "to run its commands again takes longer than a minute, which is the most that is done for a file or a link; an account that skips less time is opened";

/// What stands at the head of an exported account says that it is something else.
pub const OTHER_KIND: &str = "its `kind` is not keystore-playground";

/// An exported account does not say with which entry it ends.
pub const NO_TAIL: &str = "`tail` is missing";

/// A text that is no exported account; what the parser said.
#[must_use]
pub fn not_a_save(what: &str) -> String {
    format!("it is not an exported account ({what})")
}

/// An entry that does not follow the one before, counted from one.
#[must_use]
pub fn broken(entry: usize) -> String {
    format!("its log is damaged at entry {entry}")
}

/// A moment that no simulated clock shows: of an entry, or of the account as a whole.
#[must_use]
pub fn out_of_time(
    entry: Option<usize>,
    at: Timestamp,
    first: Timestamp,
    last: Timestamp,
) -> String {
    let whose = entry.map_or_else(
        || "its clock".to_owned(),
        |entry| format!("the clock of its entry {entry}"),
    );
    format!(
        "{whose} stands {}, and a simulated clock runs from {} to {}",
        moment(at),
        first.iso(),
        last.iso()
    )
}

/// A moment as it is read; one that no calendar reaches as its number.
fn moment(at: Timestamp) -> String {
    if (0..253_402_300_800_000).contains(&at.0) {
        format!("at {}", at.iso())
    } else {
        format!("{} ms from the beginning of 1970", at.0)
    }
}

/// An entry that moves the clock by what no command does.
#[must_use]
pub fn too_far(entry: usize, seconds: i64) -> String {
    format!(
        "its entry {entry} moves the clock by {seconds} seconds, and a command moves it by 0 to 630720000 (7300 days)"
    )
}

/// More entries than are opened.
#[must_use]
pub fn too_many(entries: usize, most: usize) -> String {
    format!("it has {entries} commands, and a file or a link is opened with at most {most}")
}

/// A link longer than any that is made here.
#[must_use]
pub fn too_long(length: usize, most: usize) -> String {
    format!("it has {length} characters, and a link has at most {most}")
}

/// It cannot be run.
#[must_use]
pub fn not_run(why: &str) -> String {
    format!("its commands cannot be run: {why}")
}
