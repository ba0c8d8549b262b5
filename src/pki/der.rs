//! The few pieces of DER that are written and read by hand: with the types of the crate `der` the page is larger, and it reads strictly
//! where real tools do not.

use x509_cert::der::asn1::ObjectIdentifier;

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OID: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

/// The tag and the content of an element.
pub(super) type Part<'a> = (u8, &'a [u8]);

/// An element of parts that are encoded already.
pub(super) fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut der = vec![tag];
    let digits = length.to_be_bytes();
    let digits = &digits[digits.iter().take_while(|digit| **digit == 0).count()..];
    if length >= 0x80 {
        // A length has at most eight digits.
        der.push(0x80 | u8::try_from(digits.len()).unwrap_or_default());
        der.extend_from_slice(digits);
    } else {
        der.extend_from_slice(if digits.is_empty() { &[0] } else { digits });
    }
    for part in parts {
        der.extend_from_slice(part);
    }
    der
}

/// An object identifier.
pub(super) fn oid(oid: ObjectIdentifier) -> Vec<u8> {
    element(OID, &[oid.as_bytes()])
}

/// A non-negative integer of big-endian digits.
pub(super) fn integer(digits: &[u8]) -> Vec<u8> {
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let digits = &digits[zeros..];
    match digits.first() {
        Some(first) if *first < 0x80 => element(INTEGER, &[digits]),
        _ => element(INTEGER, &[&[0], digits]),
    }
}

/// The first element, its tag and its content, and what follows it. `None` where the bytes are no DER.
pub(super) fn first(der: &[u8]) -> Option<(Part<'_>, &[u8])> {
    let (&tag, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
        if digits.len() > 4 {
            return None;
        }
        let length = digits
            .iter()
            .fold(0, |length, digit| length << 8 | usize::from(*digit));
        (length, rest)
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some(((tag, content), rest))
}

/// The elements that follow each other: the tag and the content of each. `None` where the bytes are no DER.
pub(super) fn elements(mut der: &[u8]) -> Option<Vec<Part<'_>>> {
    let mut found = Vec::new();
    while !der.is_empty() {
        let (element, rest) = first(der)?;
        found.push(element);
        der = rest;
    }
    Some(found)
}

/// The elements inside the one element that the bytes are.
pub(super) fn inside(der: &[u8], wanted: u8) -> Option<Vec<Part<'_>>> {
    match elements(der)?[..] {
        [(tag, content)] if tag == wanted => elements(content),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{OCTET_STRING, element, integer};

    #[test]
    fn lengths_and_integers_are_as_short_as_can_be() {
        for (digits, der) in [
            (&[][..], &[2, 1, 0][..]),
            (&[0, 0], &[2, 1, 0]),
            (&[0, 0x7f], &[2, 1, 0x7f]),
            (&[0x80], &[2, 2, 0, 0x80]),
            (&[1, 0], &[2, 2, 1, 0]),
        ] {
            assert_eq!(integer(digits), der, "{digits:?}");
        }
        for (length, start) in [
            (0, &[4, 0][..]),
            (0x7f, &[4, 0x7f]),
            (0x80, &[4, 0x81, 0x80]),
            (0x1234, &[4, 0x82, 0x12, 0x34]),
        ] {
            let der = element(OCTET_STRING, &[&vec![1; length]]);
            assert!(der.starts_with(start) && der.len() == start.len() + length);
        }
    }
}
