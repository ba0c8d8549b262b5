//! Key Usage and Extended Key Usage: what a key may be used for.

use x509_cert::der::asn1::ObjectIdentifier;

use super::kinds::id;
use super::{ExtensionProblem, Keys};
use crate::pki::der::{BIT_STRING, SEQUENCE, element, elements, inside, oid};

/// The bits of Key Usage from the first on: the word of a configuration, and the name in a listing.
const USAGES: &[(&str, &str)] = &[
    ("digitalSignature", "Digital Signature"),
    ("nonRepudiation", "Non Repudiation"),
    ("keyEncipherment", "Key Encipherment"),
    ("dataEncipherment", "Data Encipherment"),
    ("keyAgreement", "Key Agreement"),
    ("keyCertSign", "Certificate Sign"),
    ("cRLSign", "CRL Sign"),
    ("encipherOnly", "Encipher Only"),
    ("decipherOnly", "Decipher Only"),
];

const PURPOSES: &[(&str, &str, ObjectIdentifier)] = &[
    (
        "serverAuth",
        "TLS Web Server Authentication",
        id("1.3.6.1.5.5.7.3.1"),
    ),
    (
        "clientAuth",
        "TLS Web Client Authentication",
        id("1.3.6.1.5.5.7.3.2"),
    ),
    ("codeSigning", "Code Signing", id("1.3.6.1.5.5.7.3.3")),
    (
        "emailProtection",
        "E-mail Protection",
        id("1.3.6.1.5.5.7.3.4"),
    ),
    ("timeStamping", "Time Stamping", id("1.3.6.1.5.5.7.3.8")),
    ("OCSPSigning", "OCSP Signing", id("1.3.6.1.5.5.7.3.9")),
];

pub(super) fn read(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let mut bits = 0_u16;
    for word in words {
        match USAGES.iter().position(|(name, _)| name == word) {
            Some(bit) => bits |= 0x8000 >> bit,
            None => return Err(ExtensionProblem::UnknownUsage((*word).to_owned())),
        }
    }
    let bytes = bits.to_be_bytes();
    let bytes = if bytes[1] == 0 {
        &bytes[..1]
    } else {
        &bytes[..]
    };
    let unused = bytes.last().map_or(0, |last| last.trailing_zeros());
    let unused = u8::try_from(unused % 8).unwrap_or_default();
    Ok(element(BIT_STRING, &[&[unused], bytes]))
}

pub(super) fn show(value: &[u8]) -> Option<String> {
    let [(BIT_STRING, bits)] = elements(value)?[..] else {
        return None;
    };
    let set = |bit: usize| {
        bits.get(1 + bit / 8)
            .is_some_and(|byte| byte & 0x80 >> (bit % 8) != 0)
    };
    let names: Vec<&str> = USAGES
        .iter()
        .enumerate()
        .filter(|(bit, _)| set(*bit))
        .map(|(_, (_, name))| *name)
        .collect();
    Some(names.join(", "))
}

pub(super) fn read_purposes(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let mut purposes = Vec::new();
    for word in words {
        match PURPOSES.iter().find(|(name, ..)| name == word) {
            Some((.., purpose)) => purposes.extend(oid(*purpose)),
            None => return Err(ExtensionProblem::UnknownPurpose((*word).to_owned())),
        }
    }
    Ok(element(SEQUENCE, &[&purposes]))
}

pub(super) fn show_purposes(value: &[u8]) -> Option<String> {
    let names: Vec<String> = inside(value, SEQUENCE)?
        .into_iter()
        .filter_map(|(_, id)| ObjectIdentifier::from_bytes(id).ok())
        .map(|id| {
            PURPOSES
                .iter()
                .find(|(.., purpose)| *purpose == id)
                .map_or_else(|| id.to_string(), |(_, title, _)| (*title).to_owned())
        })
        .collect();
    Some(names.join(", "))
}
