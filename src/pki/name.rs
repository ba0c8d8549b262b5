//! Distinguished names: writing them for a certificate and showing them to a reader.

use std::fmt::Write;

use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::der::asn1::{
    Any, Ia5StringRef, ObjectIdentifier, PrintableStringRef, SetOfVec, Utf8StringRef,
};
use x509_cert::der::{Decode, Encode, Tag, Tagged};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};

use super::Problem;

/// A name that a certificate is issued to or by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject(pub(super) Name);

/// A type of attribute that a subject may be asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct AttributeKind {
    oid: ObjectIdentifier,
    /// The name that is typed and shown.
    pub short: &'static str,
    /// The long name, which may be typed as well.
    pub long: &'static str,
    /// The fewest characters of a value.
    pub least: usize,
    /// The most characters of a value.
    pub most: usize,
}

/// The types of attributes that a subject is made of; openssl knows more, which are shown by their numbers.
const KINDS: &[AttributeKind] = &[
    kind(COUNTRY, "C", "countryName", 2),
    kind(STATE, "ST", "stateOrProvinceName", 128),
    kind(LOCALITY, "L", "localityName", 128),
    kind(ORGANIZATION, "O", "organizationName", 64),
    kind(UNIT, "OU", "organizationalUnitName", 64),
    kind(COMMON_NAME, "CN", "commonName", 64),
    kind(EMAIL_ADDRESS, "emailAddress", "emailAddress", 128),
    kind(SERIAL_NUMBER, "serialNumber", "serialNumber", 64),
    kind(DOMAIN_COMPONENT, "DC", "domainComponent", LONG),
    kind(oid("2.5.4.42"), "GN", "givenName", LONG),
    kind(oid("2.5.4.4"), "SN", "surname", LONG),
    kind(oid("2.5.4.43"), "initials", "initials", LONG),
    kind(oid("2.5.4.41"), "name", "name", LONG),
    kind(QUALIFIER, "dnQualifier", "dnQualifier", LONG),
    kind(oid("2.5.4.12"), "title", "title", LONG),
    kind(oid("2.5.4.13"), "description", "description", LONG),
    kind(oid("2.5.4.9"), "street", "streetAddress", LONG),
    kind(oid("2.5.4.17"), "postalCode", "postalCode", LONG),
    kind(
        oid("2.5.4.15"),
        "businessCategory",
        "businessCategory",
        LONG,
    ),
    kind(oid("2.5.4.20"), "telephoneNumber", "telephoneNumber", LONG),
    kind(
        oid("2.5.4.44"),
        "generationQualifier",
        "generationQualifier",
        LONG,
    ),
    kind(oid("2.5.4.65"), "pseudonym", "pseudonym", LONG),
    kind(oid("0.9.2342.19200300.100.1.1"), "UID", "userId", LONG),
];

/// The most characters of values that have no limit of their own.
const LONG: usize = 32_768;

const fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const fn kind(
    oid: ObjectIdentifier,
    short: &'static str,
    long: &'static str,
    most: usize,
) -> AttributeKind {
    AttributeKind {
        oid,
        short,
        long,
        // A country has exactly as many as it may have.
        least: if most == 2 { most } else { 1 },
        most,
    }
}

impl AttributeKind {
    /// The type of that name or number.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        KINDS
            .iter()
            .find(|kind| kind.short == name || kind.long == name || kind.oid.to_string() == name)
    }
}

impl Subject {
    /// A subject of parts, each of one or several attributes.
    ///
    /// # Errors
    /// [`Problem`] when a value cannot be written in the characters of its type.
    pub fn new(parts: &[Vec<(&AttributeKind, String)>]) -> Result<Self, Problem> {
        let parts: Vec<Vec<Attribute<'_>>> = parts
            .iter()
            .map(|part| {
                part.iter()
                    .map(|(kind, value)| (kind.oid, value.as_str()))
                    .collect()
            })
            .collect();
        let parts: Vec<&[Attribute<'_>]> = parts.iter().map(Vec::as_slice).collect();
        make(&parts).map(Self)
    }

    /// The name as openssl prints it by default: characters beyond ASCII as the bytes of their UTF-8.
    #[must_use]
    pub fn oneline(&self) -> String {
        let mut text = String::new();
        for letter in readable(&self.0).chars() {
            if letter.is_ascii() {
                text.push(letter);
            } else {
                for byte in letter.to_string().bytes() {
                    // Writing to a string cannot fail.
                    let _ = write!(text, "\\{byte:02X}");
                }
            }
        }
        text
    }
}

/// An attribute of a name to make: its type and its value.
pub(super) type Attribute<'a> = (ObjectIdentifier, &'a str);

pub(super) const COMMON_NAME: ObjectIdentifier = oid("2.5.4.3");
pub(super) const COUNTRY: ObjectIdentifier = oid("2.5.4.6");
pub(super) const LOCALITY: ObjectIdentifier = oid("2.5.4.7");
pub(super) const STATE: ObjectIdentifier = oid("2.5.4.8");
pub(super) const ORGANIZATION: ObjectIdentifier = oid("2.5.4.10");
pub(super) const UNIT: ObjectIdentifier = oid("2.5.4.11");
const SERIAL_NUMBER: ObjectIdentifier = oid("2.5.4.5");
const QUALIFIER: ObjectIdentifier = oid("2.5.4.46");
const EMAIL_ADDRESS: ObjectIdentifier = oid("1.2.840.113549.1.9.1");
const DOMAIN_COMPONENT: ObjectIdentifier = oid("0.9.2342.19200300.100.1.25");

/// A name of parts, each of one or several attributes, in this order. Values stand as they are: no character of them has a meaning.
pub(super) fn make(parts: &[&[Attribute<'_>]]) -> Result<Name, Problem> {
    let mut sequence = RdnSequence::default();
    for attributes in parts {
        sequence.push(part(attributes)?);
    }
    // A name is made of parts only by decoding them.
    Name::from_der(&sequence.to_der().map_err(Problem::of)?).map_err(Problem::of)
}

fn part(attributes: &[Attribute<'_>]) -> Result<RelativeDistinguishedName, Problem> {
    let mut set = SetOfVec::new();
    for &(oid, value) in attributes {
        // RFC 5280 wants some types in narrower alphabets; openssl writes everything else as UTF-8.
        let value = match oid {
            COUNTRY | SERIAL_NUMBER | QUALIFIER => {
                Any::from(PrintableStringRef::new(value).map_err(Problem::of)?)
            }
            EMAIL_ADDRESS | DOMAIN_COMPONENT => {
                Any::from(Ia5StringRef::new(value).map_err(Problem::of)?)
            }
            _ => Any::from(Utf8StringRef::new(value).map_err(Problem::of)?),
        };
        set.insert(AttributeTypeAndValue { oid, value })
            .map_err(Problem::of)?;
    }
    Ok(RelativeDistinguishedName::from(set))
}

/// A name as openssl 1.1 to 3.1 prints it: `C = US + ST = CA, CN = "a, b"`, in the order of the certificate.
pub(super) fn readable(name: &Name) -> String {
    name.iter_rdn()
        .map(|part| part.iter().map(attribute).collect::<Vec<_>>().join(" + "))
        .collect::<Vec<_>>()
        .join(", ")
}

fn attribute(attribute: &AttributeTypeAndValue) -> String {
    let oid = attribute.oid;
    let kind = KINDS
        .iter()
        .find(|kind| kind.oid == oid)
        .map_or_else(|| oid.to_string(), |kind| kind.short.to_owned());
    let value = text(&attribute.value).map_or_else(|| hexadecimal(&attribute.value), quoted);
    format!("{kind} = {value}")
}

/// The characters of a value, where it is of a kind that has some.
fn text(value: &Any) -> Option<String> {
    match value.tag() {
        Tag::PrintableString | Tag::Utf8String | Tag::Ia5String | Tag::TeletexString => {
            String::from_utf8(value.value().to_vec()).ok()
        }
        Tag::BmpString => {
            let units: Vec<u16> = value
                .value()
                .chunks(2)
                .map(|pair| {
                    pair.iter()
                        .fold(0, |unit, byte| unit << 8 | u16::from(*byte))
                })
                .collect();
            String::from_utf16(&units).ok()
        }
        _ => None,
    }
}

/// A value with quotation marks where it would otherwise read as several, and with control characters, which a terminal would obey, as
/// numbers.
fn quoted(value: String) -> String {
    let mut written = String::new();
    for character in value.chars() {
        match character {
            '"' | '\\' => written.extend(['\\', character]),
            control if control.is_control() => {
                for byte in control.to_string().bytes() {
                    // Writing to a string cannot fail.
                    let _ = write!(written, "\\{byte:02X}");
                }
            }
            plain => written.push(plain),
        }
    }
    let special = value.contains([',', '+', '<', '>', ';'])
        || value.starts_with(['#', ' '])
        || value.ends_with(' ');
    if special {
        format!("\"{written}\"")
    } else {
        written
    }
}

fn hexadecimal(value: &Any) -> String {
    value
        .to_der()
        .unwrap_or_default()
        .iter()
        .fold("#".to_owned(), |text, byte| text + &format!("{byte:02X}"))
}
