//! Extensions of certificates: making them from the words of an openssl configuration, and showing them as openssl does.

mod constraints;
mod form;
mod key_ids;
mod kinds;
mod names;
mod usage;

use x509_cert::der::asn1::ObjectIdentifier;

pub(super) use form::{are_readable, is_limit, is_proxy, is_unhandled};
pub(super) use key_ids::{authority_key, hexadecimal};
use kinds::{AUTHORITY_KEY, BASIC_CONSTRAINTS, KINDS, KNOWN_ELSEWHERE, SUBJECT_KEY};

use super::der::{BOOLEAN, OCTET_STRING, OID, SEQUENCE, element, elements, oid};

/// An extension of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub(super) oid: ObjectIdentifier,
    pub(super) critical: bool,
    /// What it says, in DER.
    pub(super) value: Vec<u8>,
}

/// Why words make no extension. What is given beside is the word, or the name and the value, that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtensionProblem {
    /// No extension is called so.
    UnknownName,
    /// openssl has an extension of that name, which is not made here.
    Absent,
    /// Key Usage has no such bit.
    UnknownUsage(String),
    /// Extended Key Usage has no such purpose.
    UnknownPurpose(String),
    /// Basic Constraints have no such field.
    UnknownField(String, Option<String>),
    /// A field of Basic Constraints is neither true nor false.
    NotBoolean(String, Option<String>),
    /// A field of Basic Constraints is no number.
    NotNumber(String, Option<String>),
    /// An alternative name has no value.
    NameWithoutValue,
    /// There is no such kind of alternative names.
    UnknownNameKind(String),
    /// An alternative name is no IP address.
    BadAddress(String),
}

/// The keys that an extension may speak of, each as SubjectPublicKeyInfo in DER.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    /// The key of the certificate.
    pub subject: &'a [u8],
    /// The key that signs it.
    pub issuer: &'a [u8],
}

impl Extension {
    /// The extension that a line of an openssl configuration describes, such as `keyUsage` with `critical, keyCertSign`.
    ///
    /// # Errors
    /// [`ExtensionProblem`].
    pub fn parse(name: &str, value: &str, keys: &Keys<'_>) -> Result<Self, ExtensionProblem> {
        let kind = KINDS.iter().find(|kind| kind.word == name).ok_or_else(|| {
            if KNOWN_ELSEWHERE.contains(&name) {
                ExtensionProblem::Absent
            } else {
                ExtensionProblem::UnknownName
            }
        })?;
        let mut words: Vec<&str> = value.split(',').map(str::trim).collect();
        let critical = words.first() == Some(&"critical");
        if critical {
            words.remove(0);
        }
        Ok(Self {
            oid: kind.oid,
            critical,
            value: (kind.read)(&words, keys)?,
        })
    }

    /// Whether there is nothing to write, because a configuration says `none`.
    pub(super) fn is_none(&self) -> bool {
        self.value.is_empty()
    }

    /// Adds the identifiers of both keys where they are missing, as openssl does to every certificate that has extensions; a
    /// self-signed one needs no identifier of its issuer.
    pub fn add_key_ids(extensions: &mut Vec<Self>, keys: &Keys<'_>, self_signed: bool) {
        for word in [SUBJECT_KEY, AUTHORITY_KEY] {
            if let Ok(made) = Self::parse(word, "hash", keys)
                && !(word == AUTHORITY_KEY && self_signed)
                && extensions.iter().all(|there| there.oid != made.oid)
            {
                extensions.push(made);
            }
        }
    }

    /// Whether both are of the same kind.
    #[must_use]
    pub fn same_kind(&self, other: &Self) -> bool {
        self.oid == other.oid
    }

    pub(super) fn to_der(&self) -> Vec<u8> {
        let critical = if self.critical {
            element(BOOLEAN, &[&[0xff]])
        } else {
            Vec::new()
        };
        element(
            SEQUENCE,
            &[
                &oid(self.oid),
                &critical,
                &element(OCTET_STRING, &[&self.value]),
            ],
        )
    }

    /// Reads the extensions of a certificate or a request, the content of their sequence.
    pub(super) fn all(der: &[u8]) -> Vec<Self> {
        elements(der)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|(_, extension)| {
                let parts = elements(extension)?;
                let (OID, name) = *parts.first()? else {
                    return None;
                };
                let (OCTET_STRING, value) = *parts.last()? else {
                    return None;
                };
                Some(Self {
                    oid: ObjectIdentifier::from_bytes(name).ok()?,
                    critical: parts.len() > 2 && parts[1] != (BOOLEAN, &[0]),
                    value: value.to_vec(),
                })
            })
            .collect()
    }

    /// The extension as openssl lists it, indented by so many blanks.
    pub(super) fn text(&self, indent: usize) -> String {
        let kind = KINDS.iter().find(|kind| kind.oid == self.oid);
        let title = kind.map_or_else(|| self.oid.to_string(), |kind| kind.title.to_owned());
        let critical = if self.critical { "critical" } else { "" };
        let value = kind
            .and_then(|kind| (kind.show)(&self.value))
            .unwrap_or_else(|| printable(&self.value));
        let blanks = " ".repeat(indent);
        format!("{blanks}{title}: {critical}\n{blanks}    {value}\n")
    }

    /// The word by which a configuration calls it.
    pub(super) fn word(&self) -> Option<&'static str> {
        KINDS
            .iter()
            .find(|kind| kind.oid == self.oid)
            .map(|kind| kind.word)
    }
}

/// The extensions of an authority, signed by itself or by another key, as openssl's own configuration has them.
#[must_use]
pub fn authority(public_key_der: &[u8], issuer_key_der: &[u8]) -> Vec<Extension> {
    let keys = Keys {
        subject: public_key_der,
        issuer: issuer_key_der,
    };
    [
        (SUBJECT_KEY, "hash"),
        (AUTHORITY_KEY, "keyid:always"),
        (BASIC_CONSTRAINTS, "critical,CA:true"),
    ]
    .iter()
    .filter_map(|(name, value)| Extension::parse(name, value, &keys).ok())
    .collect()
}

/// Bytes that nobody can read, a dot for each that is no letter.
fn printable(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            b' '..=b'~' => char::from(*byte),
            _ => '.',
        })
        .collect()
}
