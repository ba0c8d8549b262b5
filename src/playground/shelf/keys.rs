//! The keys of the rows: parts with `/` between them.

use std::ops::Range;

pub(super) fn key(parts: &[&str]) -> String {
    parts.join("/")
}

/// Numbers of one width, so that the order of the keys is theirs.
pub(super) fn padded(number: usize) -> String {
    format!("{number:010}")
}

pub(super) fn entry_key(id: &str, index: usize) -> String {
    key(&["entry", id, &padded(index)])
}

/// The range of all keys below one; `0` is the character after `/`.
pub(super) fn under(parts: &[&str]) -> Range<String> {
    let parent = key(parts);
    format!("{parent}/")..format!("{parent}0")
}

/// The range of one key.
pub(super) fn exactly(parts: &[&str]) -> Range<String> {
    let key = key(parts);
    let after = format!("{key}\0");
    key..after
}

pub(super) fn last_part(key: &str) -> String {
    key.rsplit('/').next().unwrap_or_default().to_owned()
}
