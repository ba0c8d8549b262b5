//! Subject Key Identifier and Authority Key Identifier: which key a certificate is about, and which one signed it.

use sha1::{Digest, Sha1};

use super::{ExtensionProblem, Keys};
use crate::pki::der::{OCTET_STRING, SEQUENCE, element, elements, inside};

/// The word of a configuration that leaves an identifier out.
const NONE: &str = "none";

pub(super) fn read_subject(words: &[&str], keys: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    if words == [NONE] {
        return Ok(Vec::new());
    }
    Ok(element(OCTET_STRING, &[&key_id(keys.subject)]))
}

pub(super) fn show_subject(value: &[u8]) -> Option<String> {
    match elements(value)?[..] {
        [(OCTET_STRING, id)] => Some(hexadecimal(id)),
        _ => None,
    }
}

pub(super) fn read_authority(words: &[&str], keys: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    if words == [NONE] {
        return Ok(Vec::new());
    }
    let id = element(0x80, &[&key_id(keys.issuer)]);
    Ok(element(SEQUENCE, &[&id]))
}

pub(super) fn show_authority(value: &[u8]) -> Option<String> {
    Some(hexadecimal(authority_key(value)?))
}

/// The key that an Authority Key Identifier names.
pub(in crate::pki) fn authority_key(value: &[u8]) -> Option<&[u8]> {
    let parts = inside(value, SEQUENCE)?;
    parts
        .iter()
        .find(|(tag, _)| *tag == 0x80)
        .map(|(_, id)| *id)
}

/// Bytes as openssl lists identifiers.
pub(in crate::pki) fn hexadecimal(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    pairs.join(":")
}

/// The identifier of a key: the SHA-1 of its bits.
fn key_id(public_key_der: &[u8]) -> Vec<u8> {
    let parts = inside(public_key_der, SEQUENCE).unwrap_or_default();
    let bits = parts.last().map_or(&[][..], |(_, bits)| *bits);
    Sha1::digest(bits.get(1..).unwrap_or_default()).to_vec()
}
