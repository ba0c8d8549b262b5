//! Certificates and requests as texts, as openssl 3.0 lists them.

use std::fmt::Write;

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::der::Encode;
use x509_cert::der::asn1::ObjectIdentifier;

use super::certificate::curve_name;
use super::der::{BIT_STRING, INTEGER, OID, SEQUENCE, SET, elements, inside};
use super::extension::{Extension, hexadecimal};
use super::name::Subject;
use super::request::{CHALLENGE_PASSWORD, EXTENSIONS, UNSTRUCTURED_NAME};
use super::{Certificate, Request};
use crate::model::{SECOND, Timestamp};

const MONTHS: &[&str] = &[
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// What openssl calls the algorithms of keys and signatures.
const ALGORITHMS: &[(&str, &str)] = &[
    ("1.2.840.113549.1.1.1", "rsaEncryption"),
    ("1.2.840.113549.1.1.5", "sha1WithRSAEncryption"),
    ("1.2.840.113549.1.1.11", "sha256WithRSAEncryption"),
    ("1.2.840.113549.1.1.12", "sha384WithRSAEncryption"),
    ("1.2.840.113549.1.1.13", "sha512WithRSAEncryption"),
    ("1.2.840.10045.2.1", "id-ecPublicKey"),
    ("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"),
    ("1.2.840.10045.4.3.3", "ecdsa-with-SHA384"),
    ("1.2.840.10045.4.3.4", "ecdsa-with-SHA512"),
    ("1.3.101.112", "ED25519"),
];

/// Curves: what the standard and what openssl calls them, and the bits of a key.
const CURVES: &[(&str, &str, u32)] = &[
    ("P-256", "prime256v1", 256),
    ("P-384", "secp384r1", 384),
    ("P-521", "secp521r1", 521),
];

impl Certificate {
    /// The listing of `openssl x509 -text`, without the certificate itself.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let parts = inside(self.der(), SEQUENCE).unwrap_or_default();
        let version = self.version();
        let (subject, issuer) = (self.subject_name(), self.issuer_name());
        let algorithm = parts.get(1).map_or(&[][..], |(_, algorithm)| *algorithm);
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "Certificate:\n    Data:\n        Version: {version} ({:#x})\n        Serial Number:{}\n        \
             Signature Algorithm: {}\n        Issuer: {}\n        Validity\n            Not Before: {}\n            \
             Not After : {}\n        Subject: {}\n",
            version - 1,
            serial(self.serial()),
            algorithm_name(algorithm),
            issuer.oneline(),
            date(self.not_before()),
            date(self.not_after()),
            subject.oneline(),
        );
        text.push_str(&public_key(&self.public_key_der()));
        let extensions = self.extensions();
        if !extensions.is_empty() {
            text.push_str("        X509v3 extensions:\n");
            for extension in &extensions {
                text.push_str(&extension.text(12));
            }
        }
        text.push_str(&signature(&parts));
        text
    }

    /// The listing of some extensions by the words of a configuration; empty where the certificate has none of them.
    #[must_use]
    pub fn extensions_text(&self, words: &[&str]) -> String {
        self.extensions()
            .iter()
            .filter(|extension| extension.word().is_some_and(|word| words.contains(&word)))
            .map(|extension| extension.text(0))
            .collect()
    }
}

impl Request {
    /// The listing of `openssl req -text`, without the request itself.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let _ = write!(
            text,
            "Certificate Request:\n    Data:\n        Version: 1 (0x0)\n        Subject: {}\n",
            self.name().oneline()
        );
        text.push_str(&public_key(&self.public_key_der));
        text.push_str("        Attributes:\n");
        let parts = inside(self.der(), SEQUENCE).unwrap_or_default();
        let mut others = 0;
        let mut extensions = Vec::new();
        for (name, value) in attributes(&parts) {
            if name == EXTENSIONS {
                if let Some((_, all)) = elements(value).and_then(|all| all.first().copied()) {
                    extensions = Extension::all(all);
                }
                continue;
            }
            others += 1;
            let title = match name {
                CHALLENGE_PASSWORD => "challengePassword".to_owned(),
                UNSTRUCTURED_NAME => "unstructuredName".to_owned(),
                other => other.to_string(),
            };
            let shown = elements(value)
                .and_then(|value| value.first().copied())
                .map(|(_, value)| String::from_utf8_lossy(value).into_owned());
            let _ = writeln!(
                text,
                "            {title:<25}:{}",
                shown.unwrap_or_default()
            );
        }
        if others == 0 && extensions.is_empty() {
            text.push_str("            (none)\n");
        }
        text.push_str("            Requested Extensions:\n");
        for extension in &extensions {
            text.push_str(&extension.text(16));
        }
        text.push_str(&signature(&parts));
        text
    }

    /// The extensions that it asks for.
    #[must_use]
    pub fn extensions(&self) -> Vec<Extension> {
        let parts = inside(self.der(), SEQUENCE).unwrap_or_default();
        attributes(&parts)
            .into_iter()
            .find(|(name, _)| *name == EXTENSIONS)
            .and_then(|(_, value)| elements(value)?.first().copied())
            .map(|(_, all)| Extension::all(all))
            .unwrap_or_default()
    }
}

impl Subject {
    /// The name in DER.
    #[must_use]
    pub fn to_der(&self) -> Vec<u8> {
        self.0.to_der().unwrap_or_default()
    }

    /// Whether it has no attribute.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter_rdn().next().is_none()
    }
}

/// The attributes of a request: name, and the content of the set of values.
fn attributes<'a>(parts: &[(u8, &'a [u8])]) -> Vec<(ObjectIdentifier, &'a [u8])> {
    let listed = parts.first().and_then(|(_, info)| {
        let (_, listed) = *elements(info)?.iter().find(|(tag, _)| *tag == 0xa0)?;
        elements(listed)
    });
    listed
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(_, attribute)| match elements(attribute)?[..] {
            [(OID, name), (SET, values)] => {
                Some((ObjectIdentifier::from_bytes(name).ok()?, values))
            }
            _ => None,
        })
        .collect()
}

/// A moment as openssl shows it.
#[must_use]
pub fn date(seconds: i64) -> String {
    let iso = Timestamp(seconds.saturating_mul(SECOND)).iso();
    let (date, clock) = iso.split_once('T').unwrap_or_default();
    let mut date = date.split('-');
    let year = date.next().unwrap_or_default();
    let month = date.next().and_then(|month| month.parse::<usize>().ok());
    let day = date.next().unwrap_or_default().trim_start_matches('0');
    let month = month.and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    format!(
        "{} {day:>2} {} {year} GMT",
        month.copied().unwrap_or_default(),
        clock.trim_end_matches('Z')
    )
}

/// Big-endian digits as openssl shows a number in one word.
#[must_use]
pub fn digits(bytes: &[u8]) -> String {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let text: String = bytes[zeros..]
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    if text.is_empty() {
        "00".to_owned()
    } else {
        text
    }
}

/// The modulus of an RSA key, given as SubjectPublicKeyInfo in DER.
#[must_use]
pub fn modulus(public_key_der: &[u8]) -> Option<String> {
    let (_, bits) = key_parts(public_key_der)?;
    let [(INTEGER, modulus), (INTEGER, _)] = inside(bits, SEQUENCE)?[..] else {
        return None;
    };
    let digits = digits(modulus);
    // A number begins with its first digit, unlike bytes.
    Some(digits.trim_start_matches('0').to_owned())
}

/// The fingerprint of bytes under a digest; `None` where the digest is not known.
#[must_use]
pub fn digest(name: &str, bytes: &[u8]) -> Option<String> {
    Some(match name {
        "sha1" => hexadecimal(&Sha1::digest(bytes)),
        "sha256" => hexadecimal(&Sha256::digest(bytes)),
        "sha384" => hexadecimal(&Sha384::digest(bytes)),
        "sha512" => hexadecimal(&Sha512::digest(bytes)),
        _ => return None,
    })
}

fn serial(digits: &[u8]) -> String {
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let digits = &digits[zeros..];
    if digits.len() <= 8
        && digits
            .first()
            .is_none_or(|first| digits.len() < 8 || *first < 0x80)
    {
        let number = digits
            .iter()
            .fold(0_u64, |number, digit| number << 8 | u64::from(*digit));
        return format!(" {number} ({number:#x})");
    }
    format!("\n            {}", hexadecimal(digits).to_ascii_lowercase())
}

fn algorithm_name(algorithm: &[u8]) -> String {
    let name = elements(algorithm)
        .and_then(|parts| ObjectIdentifier::from_bytes(parts.first()?.1).ok())
        .map_or_else(String::new, |name| name.to_string());
    ALGORITHMS
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(name, |(_, title)| (*title).to_owned())
}

/// The algorithm and the bits of a public key.
fn key_parts(der: &[u8]) -> Option<(&[u8], &[u8])> {
    match inside(der, SEQUENCE)?[..] {
        [(SEQUENCE, algorithm), (BIT_STRING, bits)] => Some((algorithm, bits.get(1..)?)),
        _ => None,
    }
}

fn public_key(der: &[u8]) -> String {
    let mut text = "        Subject Public Key Info:\n".to_owned();
    let Some((algorithm, bits)) = key_parts(der) else {
        return text + "            Unable to load Public Key\n";
    };
    let name = algorithm_name(algorithm);
    let _ = writeln!(text, "            Public Key Algorithm: {name}");
    let shown = match name.as_str() {
        "rsaEncryption" => rsa(bits),
        "id-ecPublicKey" => curve(algorithm, bits),
        "ED25519" => Some(format!(
            "                ED25519 Public-Key:\n                pub:\n{}",
            bytes(bits, 20, 15)
        )),
        _ => None,
    };
    match shown {
        Some(shown) => text.push_str(&shown),
        None => text.push_str("            Unable to load Public Key\n"),
    }
    text
}

fn rsa(bits: &[u8]) -> Option<String> {
    let [(INTEGER, modulus), (INTEGER, exponent)] = inside(bits, SEQUENCE)?[..] else {
        return None;
    };
    let zeros = modulus.iter().take_while(|byte| **byte == 0).count();
    let length = (modulus.len() - zeros) * 8
        - modulus
            .get(zeros)
            .map_or(0, |first| first.leading_zeros() as usize);
    let exponent = exponent.iter().fold(0_u64, |number, digit| {
        number.wrapping_shl(8) | u64::from(*digit)
    });
    Some(format!(
        "                Public-Key: ({length} bit)\n                Modulus:\n{}                \
         Exponent: {exponent} ({exponent:#x})\n",
        bytes(modulus, 20, 15)
    ))
}

fn curve(algorithm: &[u8], bits: &[u8]) -> Option<String> {
    let [_, (OID, curve)] = elements(algorithm)?[..] else {
        return None;
    };
    let name = curve_name(ObjectIdentifier::from_bytes(curve).ok()?);
    let (standard, own, length) = CURVES.iter().find(|(standard, ..)| *standard == name)?;
    Some(format!(
        "                Public-Key: ({length} bit)\n                pub:\n{}                \
         ASN1 OID: {own}\n                NIST CURVE: {standard}\n",
        bytes(bits, 20, 15)
    ))
}

fn signature(parts: &[(u8, &[u8])]) -> String {
    let (algorithm, bits) = match parts {
        [_, (_, algorithm), (_, bits)] => (*algorithm, bits.get(1..).unwrap_or_default()),
        _ => (&[][..], &[][..]),
    };
    format!(
        "    Signature Algorithm: {}\n    Signature Value:\n{}",
        algorithm_name(algorithm),
        bytes(bits, 8, 18)
    )
}

/// Bytes in lines of so many.
fn bytes(bytes: &[u8], indent: usize, width: usize) -> String {
    let blanks = " ".repeat(indent);
    let lines: Vec<String> = bytes
        .chunks(width)
        .map(|line| format!("{blanks}{}", hexadecimal(line).to_ascii_lowercase()))
        .collect();
    lines.join(":\n") + "\n"
}
