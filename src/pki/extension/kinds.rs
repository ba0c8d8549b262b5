//! The kinds of extensions: their names in a configuration and in a listing, and who reads and shows them.

use x509_cert::der::asn1::ObjectIdentifier;

use super::{ExtensionProblem, Keys, constraints, key_ids, names, usage};
pub(super) struct Kind {
    pub(super) oid: ObjectIdentifier,
    /// Name in a configuration.
    pub(super) word: &'static str,
    /// Name in a listing.
    pub(super) title: &'static str,
    /// Makes it from the words of a configuration; empty where they say that there is to be none.
    pub(super) read: fn(&[&str], &Keys<'_>) -> Result<Vec<u8>, ExtensionProblem>,
    /// Shows its content as openssl does.
    pub(super) show: fn(&[u8]) -> Option<String>,
}

pub(super) const BASIC_CONSTRAINTS: &str = "basicConstraints";
pub(super) const SUBJECT_KEY: &str = "subjectKeyIdentifier";
pub(super) const AUTHORITY_KEY: &str = "authorityKeyIdentifier";
pub(super) const KEY_USAGE: &str = "keyUsage";

/// Extensions that openssl makes and this does not.
pub(super) const KNOWN_ELSEWHERE: &[&str] = &[
    "authorityInfoAccess",
    "certificatePolicies",
    "crlDistributionPoints",
    "freshestCRL",
    "inhibitAnyPolicy",
    "issuerAltName",
    "issuingDistributionPoint",
    "nameConstraints",
    "noCheck",
    "nsBaseUrl",
    "nsCaPolicyUrl",
    "nsCaRevocationUrl",
    "nsCertType",
    "nsComment",
    "nsRenewalUrl",
    "nsRevocationUrl",
    "nsSslServerName",
    "policyConstraints",
    "policyMappings",
    "proxyCertInfo",
    "subjectInfoAccess",
    "tlsfeature",
];

pub(super) const fn id(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        oid: id("2.5.29.19"),
        word: BASIC_CONSTRAINTS,
        title: "X509v3 Basic Constraints",
        read: constraints::read,
        show: constraints::show,
    },
    Kind {
        oid: id("2.5.29.14"),
        word: SUBJECT_KEY,
        title: "X509v3 Subject Key Identifier",
        read: key_ids::read_subject,
        show: key_ids::show_subject,
    },
    Kind {
        oid: id("2.5.29.35"),
        word: AUTHORITY_KEY,
        title: "X509v3 Authority Key Identifier",
        read: key_ids::read_authority,
        show: key_ids::show_authority,
    },
    Kind {
        oid: id("2.5.29.15"),
        word: KEY_USAGE,
        title: "X509v3 Key Usage",
        read: usage::read,
        show: usage::show,
    },
    Kind {
        oid: id("2.5.29.37"),
        word: "extendedKeyUsage",
        title: "X509v3 Extended Key Usage",
        read: usage::read_purposes,
        show: usage::show_purposes,
    },
    Kind {
        oid: id("2.5.29.17"),
        word: "subjectAltName",
        title: "X509v3 Subject Alternative Name",
        read: names::read,
        show: names::show,
    },
];
