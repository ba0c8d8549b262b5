//! The opaque texts that continue a list.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{hex, unhex};

/// The members of a request that decide what its list holds.
const ABOUT: &[&str] = &[
    "Filters",
    "Shared",
    "SortAscending",
    "ResourceId",
    "LookupAttributes",
    "StartTime",
    "EndTime",
    "KeyId",
    "ResourceOwners",
];

/// The text that continues at an offset the list that a request asks for.
#[must_use]
pub fn token(offset: usize, request: &dyn Fn(&str) -> Value) -> String {
    hex(format!("page:{offset}:{}", digest(request)).as_bytes())
}

/// The offset at which a token continues; `None` for a text that is no token of ours.
#[must_use]
pub fn offset(token: &str) -> Option<usize> {
    parts(token).map(|(offset, _)| offset)
}

/// Whether a token continues the list that this request asks for, and not another one.
#[must_use]
pub fn continues(token: &str, request: &dyn Fn(&str) -> Value) -> bool {
    parts(token).is_some_and(|(_, about)| about == digest(request))
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

fn digest(request: &dyn Fn(&str) -> Value) -> String {
    let about: Vec<Value> = ABOUT.iter().map(|member| request(member)).collect();
    let mut digest = fingerprint(Value::from(about).to_string().as_bytes());
    digest.truncate(16);
    digest
}
