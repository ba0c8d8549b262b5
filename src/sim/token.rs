//! The opaque texts that continue a list.

use super::{hex, unhex};

/// The text that continues at an offset.
#[must_use]
pub fn token(offset: usize) -> String {
    hex(format!("page:{offset}").as_bytes())
}

/// The offset at which a token continues; `None` for a text that is no token of ours.
#[must_use]
pub fn offset(token: &str) -> Option<usize> {
    let bytes = unhex(token)?;
    std::str::from_utf8(&bytes)
        .ok()?
        .strip_prefix("page:")?
        .parse()
        .ok()
}
