//! Extensions of certificates: making them from the words of an openssl configuration, and showing them as openssl does.

use sha1::{Digest, Sha1};
use x509_cert::der::asn1::ObjectIdentifier;

use super::der::{
    BIT_STRING, BOOLEAN, INTEGER, OCTET_STRING, OID, SEQUENCE, element, elements, inside, integer,
    oid,
};

/// An extension of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub(super) oid: ObjectIdentifier,
    pub(super) critical: bool,
    /// What it says, in DER.
    pub(super) value: Vec<u8>,
}

/// Why words make no extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExtensionProblem {
    /// No extension is called so.
    UnknownName(String),
    /// The extension does not know this word.
    UnknownWord(String),
}

struct Kind {
    oid: ObjectIdentifier,
    /// Name in a configuration.
    word: &'static str,
    /// Name in a listing.
    title: &'static str,
    read: fn(&[&str], &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem>,
    show: fn(&[u8]) -> Option<String>,
}

/// The keys that an extension may speak of, each as SubjectPublicKeyInfo in DER.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    /// The key of the certificate.
    pub subject: &'a [u8],
    /// The key that signs it.
    pub issuer: &'a [u8],
}

const BASIC_CONSTRAINTS: &str = "basicConstraints";
const SUBJECT_KEY: &str = "subjectKeyIdentifier";
const AUTHORITY_KEY: &str = "authorityKeyIdentifier";
const KEY_USAGE: &str = "keyUsage";

const fn id(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const KINDS: &[Kind] = &[
    Kind {
        oid: id("2.5.29.19"),
        word: BASIC_CONSTRAINTS,
        title: "X509v3 Basic Constraints",
        read: read_constraints,
        show: show_constraints,
    },
    Kind {
        oid: id("2.5.29.14"),
        word: SUBJECT_KEY,
        title: "X509v3 Subject Key Identifier",
        read: |_, keys| Ok(element(OCTET_STRING, &[&key_id(keys.subject)])),
        show: |value| match elements(value)?[..] {
            [(OCTET_STRING, id)] => Some(hexadecimal(id)),
            _ => None,
        },
    },
    Kind {
        oid: id("2.5.29.35"),
        word: AUTHORITY_KEY,
        title: "X509v3 Authority Key Identifier",
        read: |_, keys| {
            let id = element(0x80, &[&key_id(keys.issuer)]);
            Ok(element(SEQUENCE, &[&id]))
        },
        show: |value| Some(hexadecimal(authority_key(value)?)),
    },
    Kind {
        oid: id("2.5.29.15"),
        word: KEY_USAGE,
        title: "X509v3 Key Usage",
        read: read_usage,
        show: show_usage,
    },
    Kind {
        oid: id("2.5.29.37"),
        word: "extendedKeyUsage",
        title: "X509v3 Extended Key Usage",
        read: read_purposes,
        show: show_purposes,
    },
    Kind {
        oid: id("2.5.29.17"),
        word: "subjectAltName",
        title: "X509v3 Subject Alternative Name",
        read: read_names,
        show: show_names,
    },
];

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

/// Kinds of alternative names: the word of a configuration, the name in a listing, and the tag.
const NAMES: &[(&str, &str, u8)] = &[
    ("email", "email", 0x81),
    ("DNS", "DNS", 0x82),
    ("URI", "URI", 0x86),
    ("IP", "IP Address", 0x87),
];

impl Extension {
    /// The extension that a line of an openssl configuration describes, such as `keyUsage` with `critical, keyCertSign`.
    ///
    /// # Errors
    /// [`ExtensionProblem`].
    pub fn parse(name: &str, value: &str, keys: &Keys<'_>) -> Result<Self, ExtensionProblem> {
        let kind = KINDS
            .iter()
            .find(|kind| kind.word == name)
            .ok_or_else(|| ExtensionProblem::UnknownName(name.to_owned()))?;
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

/// The extensions of a self-signed authority as openssl's own configuration has them.
#[must_use]
pub fn authority(public_key_der: &[u8]) -> Vec<Extension> {
    let keys = Keys {
        subject: public_key_der,
        issuer: public_key_der,
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

/// The key that an Authority Key Identifier names.
pub(super) fn authority_key(value: &[u8]) -> Option<&[u8]> {
    let parts = inside(value, SEQUENCE)?;
    parts
        .iter()
        .find(|(tag, _)| *tag == 0x80)
        .map(|(_, id)| *id)
}

/// Bytes as openssl lists identifiers.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    pairs.join(":")
}

/// The identifier of a key: the SHA-1 of its bits.
fn key_id(public_key_der: &[u8]) -> Vec<u8> {
    let parts = inside(public_key_der, SEQUENCE).unwrap_or_default();
    let bits = parts.last().map_or(&[][..], |(_, bits)| *bits);
    Sha1::digest(bits.get(1..).unwrap_or_default()).to_vec()
}

fn unknown<T>(word: &str) -> Result<T, ExtensionProblem> {
    Err(ExtensionProblem::UnknownWord(word.to_owned()))
}

fn read_constraints(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let (mut authority, mut length) = (Vec::new(), Vec::new());
    for word in words {
        match word.split_once(':') {
            Some(("CA", value)) if value.eq_ignore_ascii_case("true") => {
                authority = element(BOOLEAN, &[&[0xff]]);
            }
            Some(("CA", value)) if value.eq_ignore_ascii_case("false") => {}
            Some(("pathlen", value)) => match value.parse::<u32>() {
                Ok(value) => length = integer(&value.to_be_bytes()),
                Err(_) => return unknown(value),
            },
            _ => return unknown(word),
        }
    }
    Ok(element(SEQUENCE, &[&authority, &length]))
}

fn show_constraints(value: &[u8]) -> Option<String> {
    let mut text = "CA:FALSE".to_owned();
    for (tag, value) in inside(value, SEQUENCE)? {
        match tag {
            BOOLEAN if value != [0] => "CA:TRUE".clone_into(&mut text),
            INTEGER => {
                let length = value
                    .iter()
                    .fold(0_u64, |length, digit| length << 8 | u64::from(*digit));
                text.push_str(&format!(", pathlen:{length}"));
            }
            _ => {}
        }
    }
    Some(text)
}

fn read_usage(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let mut bits = 0_u16;
    for word in words {
        match USAGES.iter().position(|(name, _)| name == word) {
            Some(bit) => bits |= 0x8000 >> bit,
            None => return unknown(word),
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

fn show_usage(value: &[u8]) -> Option<String> {
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

fn read_purposes(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let mut purposes = Vec::new();
    for word in words {
        match PURPOSES.iter().find(|(name, ..)| name == word) {
            Some((.., purpose)) => purposes.extend(oid(*purpose)),
            None => return unknown(word),
        }
    }
    Ok(element(SEQUENCE, &[&purposes]))
}

fn show_purposes(value: &[u8]) -> Option<String> {
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

fn read_names(words: &[&str], _: &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem> {
    let mut names = Vec::new();
    for word in words {
        let Some((kind, value)) = word.split_once(':') else {
            return unknown(word);
        };
        let Some((.., tag)) = NAMES.iter().find(|(name, ..)| *name == kind) else {
            return unknown(word);
        };
        let value = if kind == "IP" {
            match value.parse::<std::net::IpAddr>() {
                Ok(std::net::IpAddr::V4(address)) => address.octets().to_vec(),
                Ok(std::net::IpAddr::V6(address)) => address.octets().to_vec(),
                Err(_) => return unknown(value),
            }
        } else {
            value.as_bytes().to_vec()
        };
        names.extend(element(*tag, &[&value]));
    }
    Ok(element(SEQUENCE, &[&names]))
}

fn show_names(value: &[u8]) -> Option<String> {
    let names: Vec<String> = inside(value, SEQUENCE)?
        .into_iter()
        .map(
            |(tag, value)| match NAMES.iter().find(|(.., known)| *known == tag) {
                Some((_, title, 0x87)) => match <[u8; 4]>::try_from(value) {
                    Ok(address) => format!("{title}:{}", std::net::Ipv4Addr::from(address)),
                    Err(_) => format!("{title}:<invalid>"),
                },
                Some((_, title, _)) => format!("{title}:{}", String::from_utf8_lossy(value)),
                None => "othername:<unsupported>".to_owned(),
            },
        )
        .collect();
    Some(names.join(", "))
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
