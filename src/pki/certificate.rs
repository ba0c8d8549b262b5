//! A certificate as rules and readers look at it. The DER is kept as it was given.

use rsa::pkcs1::RsaPublicKeyRef;
use sha2::{Digest, Sha256};
use x509_cert::der::asn1::{BitString, ObjectIdentifier};
use x509_cert::der::oid::AssociatedOid;
use x509_cert::der::{Decode, Encode};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

use super::extension::hexadecimal;
use super::name::{self, Subject};
use super::verify::{self, RSA_SHA1, RSA_SHA256, RSA_SHA384, RSA_SHA512, SignatureCheck};

/// A parsed certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
}

/// The kind of a public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// RSA.
    Rsa {
        /// Length of the modulus.
        bits: usize,
    },
    /// Elliptic curve.
    Ec {
        /// Name of the curve, or its object identifier.
        curve: String,
    },
    /// Ed25519.
    Ed25519,
    /// Something else.
    Other {
        /// Object identifier.
        oid: String,
    },
}

/// The kind of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SignatureKind {
    RsaSha256,
    RsaSha384,
    RsaSha512,
    RsaSha1,
    Other { oid: String },
}

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

impl Certificate {
    /// Reads a certificate in DER.
    #[must_use]
    pub fn from_der(der: &[u8]) -> Option<Self> {
        Some(Self {
            der: der.to_vec(),
            parsed: x509_cert::Certificate::from_der(der).ok()?,
        })
    }

    /// The certificate in DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Subject, in the order in which it is written.
    #[must_use]
    pub fn subject(&self) -> String {
        name::readable(self.parsed.tbs_certificate().subject())
    }

    /// Issuer, in the order in which it is written.
    #[must_use]
    pub fn issuer(&self) -> String {
        name::readable(self.parsed.tbs_certificate().issuer())
    }

    /// First second of validity.
    #[must_use]
    pub fn not_before(&self) -> i64 {
        seconds(&self.parsed.tbs_certificate().validity().not_before)
    }

    /// Last second of validity.
    #[must_use]
    pub fn not_after(&self) -> i64 {
        seconds(&self.parsed.tbs_certificate().validity().not_after)
    }

    /// Version: 1 or 3.
    #[must_use]
    pub fn version(&self) -> u8 {
        match self.parsed.tbs_certificate().version() {
            x509_cert::Version::V1 => 1,
            x509_cert::Version::V2 => 2,
            x509_cert::Version::V3 => 3,
        }
    }

    /// The public key as SubjectPublicKeyInfo in DER.
    #[must_use]
    pub fn public_key_der(&self) -> Vec<u8> {
        self.parsed
            .tbs_certificate()
            .subject_public_key_info()
            .to_der()
            .unwrap_or_default()
    }

    /// The kind of the public key.
    #[must_use]
    pub fn key(&self) -> KeyKind {
        let info = self.parsed.tbs_certificate().subject_public_key_info();
        match info.algorithm.oid {
            RSA => KeyKind::Rsa {
                bits: rsa_bits(&info.subject_public_key),
            },
            EC => KeyKind::Ec {
                curve: info
                    .algorithm
                    .parameters
                    .as_ref()
                    .and_then(|parameters| parameters.decode_as::<ObjectIdentifier>().ok())
                    .map_or_else(|| "unnamed".to_owned(), curve_name),
            },
            ED25519 => KeyKind::Ed25519,
            other => KeyKind::Other {
                oid: other.to_string(),
            },
        }
    }

    /// The kind of the signature.
    #[must_use]
    pub fn signature(&self) -> SignatureKind {
        match self.parsed.signature_algorithm().oid {
            RSA_SHA256 => SignatureKind::RsaSha256,
            RSA_SHA384 => SignatureKind::RsaSha384,
            RSA_SHA512 => SignatureKind::RsaSha512,
            RSA_SHA1 => SignatureKind::RsaSha1,
            other => SignatureKind::Other {
                oid: other.to_string(),
            },
        }
    }

    /// What Basic Constraints say about being an authority; `None` without the extension.
    #[must_use]
    pub fn basic_constraints_ca(&self) -> Option<bool> {
        self.extension::<BasicConstraints>()
            .map(|constraints| constraints.ca)
    }

    /// Whether Key Usage includes certificate signing; `None` without the extension.
    #[must_use]
    pub fn may_sign_certificates(&self) -> Option<bool> {
        self.extension::<KeyUsage>()
            .map(|usage| usage.key_cert_sign())
    }

    /// Whether an extension occurs twice.
    #[must_use]
    pub fn has_duplicate_extension(&self) -> bool {
        let mut seen = Vec::new();
        self.parsed
            .tbs_certificate()
            .extensions()
            .into_iter()
            .flatten()
            .any(|extension| {
                let again = seen.contains(&extension.extn_id);
                seen.push(extension.extn_id);
                again
            })
    }

    /// SHA-256 fingerprint: upper-case hexadecimal bytes with colons.
    #[must_use]
    pub fn fingerprint_sha256(&self) -> String {
        hexadecimal(&Sha256::digest(&self.der))
    }

    /// Whether this certificate names the other one's subject as its issuer.
    #[must_use]
    pub fn names_as_issuer(&self, other: &Self) -> bool {
        self.parsed.tbs_certificate().issuer() == other.parsed.tbs_certificate().subject()
    }

    /// Whether a key made the signature of this certificate.
    #[must_use]
    pub fn is_signed_by(&self, public_key_der: &[u8]) -> SignatureCheck {
        verify::check(
            &self.der,
            self.parsed.signature_algorithm().oid,
            self.parsed.signature().raw_bytes(),
            public_key_der,
        )
    }

    /// The subject, to issue certificates by.
    #[must_use]
    pub fn subject_name(&self) -> Subject {
        Subject(self.parsed.tbs_certificate().subject().clone())
    }

    /// The issuer.
    #[must_use]
    pub fn issuer_name(&self) -> Subject {
        Subject(self.parsed.tbs_certificate().issuer().clone())
    }

    /// Number: big-endian digits.
    #[must_use]
    pub fn serial(&self) -> &[u8] {
        self.parsed.tbs_certificate().serial_number().as_bytes()
    }

    fn extension<'a, T: Decode<'a> + AssociatedOid>(&'a self) -> Option<T> {
        let extension = self
            .parsed
            .tbs_certificate()
            .extensions()?
            .iter()
            .find(|extension| extension.extn_id == T::OID)?;
        T::from_der(extension.extn_value.as_bytes()).ok()
    }
}

fn seconds(time: &x509_cert::time::Time) -> i64 {
    i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
}

/// Length of a modulus. Counted in the encoding, because the crate takes no key that is too short to be safe, and the reader wants to
/// know how short it is. 0 when there is no modulus.
fn rsa_bits(public_key: &BitString) -> usize {
    let Ok(key) = RsaPublicKeyRef::from_der(public_key.raw_bytes()) else {
        return 0;
    };
    let modulus = key.modulus.as_bytes();
    let unused = modulus.first().map_or(0, |first| first.leading_zeros());
    modulus.len() * 8 - unused as usize
}

pub(super) fn curve_name(oid: ObjectIdentifier) -> String {
    match oid.to_string().as_str() {
        "1.2.840.10045.3.1.7" => "P-256".to_owned(),
        "1.3.132.0.34" => "P-384".to_owned(),
        "1.3.132.0.35" => "P-521".to_owned(),
        other => other.to_owned(),
    }
}
