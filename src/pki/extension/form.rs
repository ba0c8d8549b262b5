//! Whether extensions have the form that openssl 3.0 needs: what it reads of every certificate before anything else, and which critical
//! extensions it handles.

use x509_cert::der::asn1::ObjectIdentifier;

use super::Extension;
use super::kinds::id;
use crate::pki::der::{
    BIT_STRING, BOOLEAN, INTEGER, OCTET_STRING, OID, Part, SEQUENCE, elements, first,
};

/// Whether a value can be read.
type Fits = fn(&[u8]) -> bool;

/// What openssl reads of every certificate, each with the question whether a value can be read.
const READ: &[(ObjectIdentifier, Fits)] = &[
    (id("2.5.29.19"), basic_constraints),
    (PROXY, proxy),
    (id("2.5.29.15"), key_usage),
    (id("2.5.29.37"), purposes),
    (id("2.16.840.1.113730.1.1"), bits),
    (id("2.5.29.14"), |value| {
        content(value, OCTET_STRING).is_some()
    }),
    (id("2.5.29.35"), authority_key),
    (ALTERNATIVE_NAMES, |value| each(value, general_name)),
    (NAME_CONSTRAINTS, name_constraints),
    (id("2.5.29.31"), |value| each(value, distribution_point)),
];

const PROXY: ObjectIdentifier = id("1.3.6.1.5.5.7.1.14");
const ALTERNATIVE_NAMES: ObjectIdentifier = id("2.5.29.17");
const ISSUER_NAMES: ObjectIdentifier = id("2.5.29.18");

const NAME_CONSTRAINTS: ObjectIdentifier = id("2.5.29.30");
/// Addresses and numbers of autonomous systems, RFC 3779.
const ADDRESSES: ObjectIdentifier = id("1.3.6.1.5.5.7.1.7");
const SYSTEMS: ObjectIdentifier = id("1.3.6.1.5.5.7.1.8");

/// What openssl handles where it is critical.
const HANDLED: &[ObjectIdentifier] = &[
    id("2.16.840.1.113730.1.1"),
    id("2.5.29.15"),
    ALTERNATIVE_NAMES,
    id("2.5.29.19"),
    id("2.5.29.32"),
    id("2.5.29.31"),
    id("2.5.29.37"),
    ADDRESSES,
    SYSTEMS,
    // No check by OCSP.
    id("1.3.6.1.5.5.7.48.1.5"),
    id("2.5.29.36"),
    PROXY,
    NAME_CONSTRAINTS,
    id("2.5.29.33"),
    id("2.5.29.54"),
];

/// Whether openssl can read what it looks at in every certificate: each such extension occurs once at most and has its form.
pub(in crate::pki) fn are_readable(extensions: &[Extension]) -> bool {
    let of = |oid: ObjectIdentifier| extensions.iter().filter(move |there| there.oid == oid);
    let readable = READ
        .iter()
        .all(|(oid, fits)| of(*oid).count() < 2 && of(*oid).all(|there| fits(&there.value)));
    let authority = of(id("2.5.29.19")).any(|there| {
        parts(&there.value)
            .is_some_and(|parts| matches!(parts[..], [(BOOLEAN, value), ..] if value != [0]))
    });
    // A proxy is no authority and has no other names.
    let names = [ALTERNATIVE_NAMES, ISSUER_NAMES];
    readable
        && !(is_proxy(extensions)
            && (authority || extensions.iter().any(|there| names.contains(&there.oid))))
}

/// Whether they make a certificate a proxy's.
pub(in crate::pki) fn is_proxy(extensions: &[Extension]) -> bool {
    extensions
        .iter()
        .any(|there| there.oid == PROXY && proxy(&there.value))
}

/// Whether one has to fit those of the other certificates of a chain, at whose end it stands or not.
pub(in crate::pki) fn is_limit(extension: &Extension, is_leaf: bool) -> bool {
    [ADDRESSES, SYSTEMS].contains(&extension.oid) || !is_leaf && extension.oid == NAME_CONSTRAINTS
}

/// Whether one is critical that openssl does not handle.
pub(in crate::pki) fn is_unhandled(extension: &Extension) -> bool {
    extension.critical && !HANDLED.contains(&extension.oid)
}

/// The content of the first element; what stands behind that one is ignored.
fn content(value: &[u8], wanted: u8) -> Option<&[u8]> {
    let ((tag, content), _) = first(value)?;
    (tag == wanted).then_some(content)
}

/// The elements of the sequence that a value is.
fn parts(value: &[u8]) -> Option<Vec<Part<'_>>> {
    elements(content(value, SEQUENCE)?)
}

fn each(value: &[u8], fits: fn(u8, &[u8]) -> bool) -> bool {
    parts(value).is_some_and(|parts| all(&parts, fits))
}

fn all(parts: &[Part<'_>], fits: fn(u8, &[u8]) -> bool) -> bool {
    parts.iter().all(|(tag, content)| fits(*tag, content))
}

fn number(digits: &[u8]) -> bool {
    match digits {
        [] => false,
        [0, second, ..] => *second >= 0x80,
        [0xff, second, ..] => *second < 0x80,
        _ => true,
    }
}

fn basic_constraints(value: &[u8]) -> bool {
    let Some(parts) = parts(value) else {
        return false;
    };
    let rest = match parts[..] {
        [(BOOLEAN, value), ref rest @ ..] if value.len() == 1 => rest,
        ref rest => rest,
    };
    match rest {
        [] => true,
        // A length of a path is not negative.
        [(INTEGER, digits)] => number(digits) && digits[0] < 0x80,
        _ => false,
    }
}

/// How many bits at the end of a string are not used, and its bytes.
fn bit_string(value: &[u8]) -> Option<(u8, &[u8])> {
    let (unused, bytes) = content(value, BIT_STRING)?.split_first()?;
    (*unused < 8).then_some((*unused, bytes))
}

fn bits(value: &[u8]) -> bool {
    bit_string(value).is_some()
}

/// A key that may be used for nothing is refused too; only the first two bytes count.
fn key_usage(value: &[u8]) -> bool {
    bit_string(value).is_some_and(|(unused, bytes)| {
        let used = |index: usize| match index + 1 == bytes.len() {
            true => 0xff << unused,
            false => 0xff,
        };
        let mut counted = bytes.iter().take(2).enumerate();
        counted.any(|(index, byte)| byte & used(index) != 0)
    })
}

fn purposes(value: &[u8]) -> bool {
    each(value, |tag, content| tag == OID && is_oid(content))
}

fn is_oid(content: &[u8]) -> bool {
    ObjectIdentifier::from_bytes(content).is_ok()
}

fn authority_key(value: &[u8]) -> bool {
    let Some(parts) = parts(value) else {
        return false;
    };
    in_order(&parts, &[0x80, 0xa1, 0x82])
        && parts.iter().all(|(tag, content)| match tag {
            0xa1 => elements(content).is_some_and(|names| all(&names, general_name)),
            0x82 => number(content),
            _ => true,
        })
}

/// Whether optional elements have these tags in this order, each once at most.
fn in_order(parts: &[Part<'_>], tags: &[u8]) -> bool {
    let mut left = tags.iter();
    parts
        .iter()
        .all(|(tag, _)| left.any(|expected| expected == tag))
}

fn general_name(tag: u8, content: &[u8]) -> bool {
    match tag {
        0x81 | 0x82 | 0x86 | 0x87 | 0xa1 | 0xa2 | 0xa6 => true,
        0x88 => is_oid(content),
        0xa4 => matches!(elements(content).as_deref(), Some([(SEQUENCE, _)])),
        0xa0 => matches!(elements(content).as_deref(), Some([(OID, _), (0xa0, _)])),
        0xa3 | 0xa5 => elements(content).is_some(),
        _ => false,
    }
}

fn name_constraints(value: &[u8]) -> bool {
    parts(value).is_some_and(|parts| {
        in_order(&parts, &[0xa0, 0xa1])
            && parts
                .iter()
                .all(|(_, trees)| elements(trees).is_some_and(|trees| all(&trees, subtree)))
    })
}

fn subtree(tag: u8, content: &[u8]) -> bool {
    match elements(content).as_deref() {
        Some([(name, text), rest @ ..]) => {
            tag == SEQUENCE && general_name(*name, text) && in_order(rest, &[0x80, 0x81])
        }
        _ => false,
    }
}

/// A point without a name belongs to an issuer of its own.
fn distribution_point(tag: u8, content: &[u8]) -> bool {
    let Some(parts) = elements(content).filter(|_| tag == SEQUENCE) else {
        return false;
    };
    let part = |wanted: u8| parts.iter().find(|(tag, _)| *tag == wanted);
    let name = part(0xa0).map(|(_, name)| {
        matches!(elements(name).as_deref(), Some([(0xa0, names)])
            if elements(names).is_some_and(|names| all(&names, general_name)))
            || matches!(elements(name).as_deref(), Some([(0xa1, _)]))
    });
    let issuer = part(0xa2).map(|(_, names)| {
        elements(names).is_some_and(|names| !names.is_empty() && all(&names, general_name))
    });
    in_order(&parts, &[0xa0, 0x81, 0xa2]) && name.or(issuer) == Some(true) && issuer != Some(false)
}

fn proxy(value: &[u8]) -> bool {
    let Some(parts) = parts(value) else {
        return false;
    };
    let policy = match parts[..] {
        [(INTEGER, digits), (SEQUENCE, policy)] if number(digits) => policy,
        [(SEQUENCE, policy)] => policy,
        _ => return false,
    };
    match elements(policy).as_deref() {
        Some([(OID, language)] | [(OID, language), (OCTET_STRING, _)]) => is_oid(language),
        _ => false,
    }
}
