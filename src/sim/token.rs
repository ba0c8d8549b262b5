//! The opaque texts that continue a list.

use sha2::{Digest, Sha256};

use super::{hex, unhex};

/// The text that continues at an offset the list of that name.
#[must_use]
pub fn token(offset: usize, list: &str) -> String {
    hex(format!("page:{offset}:{}", digest(list)).as_bytes())
}

/// The offset at which a token continues; `None` for a text that is no token of ours.
#[must_use]
pub fn offset(token: &str) -> Option<usize> {
    parts(token).map(|(offset, _)| offset)
}

/// Whether a token continues the list of that name, and not another one.
#[must_use]
pub fn continues(token: &str, list: &str) -> bool {
    parts(token).is_some_and(|(_, about)| about == digest(list))
}

fn parts(token: &str) -> Option<(usize, String)> {
    let bytes = unhex(token)?;
    let (offset, about) = std::str::from_utf8(&bytes)
        .ok()?
        .strip_prefix("page:")?
        .split_once(':')?;
    Some((offset.parse().ok()?, about.to_owned()))
}

/// The SHA-256 of some bytes, in hexadecimal.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn digest(list: &str) -> String {
    let mut digest = fingerprint(list.as_bytes());
    digest.truncate(16);
    digest
}
