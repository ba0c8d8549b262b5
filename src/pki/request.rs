//! Certificate requests (PKCS #10).

use rsa::signature::{SignatureEncoding, Signer};
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode, Encode};
use x509_cert::name::Name;
use x509_cert::request::CertReq;
use x509_cert::spki::AlgorithmIdentifierOwned;

use super::der::{BIT_STRING, SEQUENCE, SET, element, integer, oid};
use super::extension::Extension;
use super::name::{self, Subject};
use super::verify::{self, RSA_SHA256, SignatureCheck};
use super::{Problem, RsaKey};
use crate::model::Sort;

pub(super) const CHALLENGE_PASSWORD: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.7");
pub(super) const UNSTRUCTURED_NAME: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.2");
pub(super) const EXTENSIONS: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.14");
const UTF8_STRING: u8 = 0x0c;

/// A certificate request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Subject, in the order in which it is written.
    pub subject: String,
    /// The public key as SubjectPublicKeyInfo in DER.
    pub public_key_der: Vec<u8>,
    /// Whether the key of the request made its signature.
    pub signature: SignatureCheck,
    name: Name,
    der: Vec<u8>,
}

impl Request {
    pub(super) fn from_der(der: &[u8]) -> Option<Self> {
        let parsed = CertReq::from_der(der).ok()?;
        let public_key_der = parsed.info.public_key.to_der().ok()?;
        Some(Self {
            subject: name::readable(&parsed.info.subject),
            signature: verify::check(
                der,
                parsed.algorithm.oid,
                parsed.signature.raw_bytes(),
                &public_key_der,
            ),
            public_key_der,
            name: parsed.info.subject,
            der: der.to_vec(),
        })
    }

    /// The subject, to issue a certificate to.
    #[must_use]
    pub fn name(&self) -> Subject {
        Subject(self.name.clone())
    }

    /// The request in DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }
}

/// What a request asks beyond its subject.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// A password by which the authority knows who revokes.
    pub challenge: Option<String>,
    /// Another name of the company.
    pub company: Option<String>,
    /// Extensions that the certificate is to have.
    pub extensions: Vec<Extension>,
}

/// A request for a subject, signed with its own key, as PEM.
///
/// # Errors
/// [`Problem`] when the subject cannot be encoded.
pub fn request(subject: &Subject, key: &RsaKey, wishes: &Wishes) -> Result<String, Problem> {
    let mut attributes = Vec::new();
    if let Some(name) = &wishes.company {
        attributes.push(attribute(
            UNSTRUCTURED_NAME,
            &element(UTF8_STRING, &[name.as_bytes()]),
        ));
    }
    if let Some(password) = &wishes.challenge {
        attributes.push(attribute(
            CHALLENGE_PASSWORD,
            &element(UTF8_STRING, &[password.as_bytes()]),
        ));
    }
    if !wishes.extensions.is_empty() {
        let all: Vec<u8> = wishes
            .extensions
            .iter()
            .filter(|extension| !extension.is_none())
            .flat_map(Extension::to_der)
            .collect();
        attributes.push(attribute(EXTENSIONS, &element(SEQUENCE, &[&all])));
    }
    // The members of a set are in the order of their encoding.
    attributes.order();
    let info = element(
        SEQUENCE,
        &[
            &integer(&[0]),
            &subject.0.to_der().map_err(Problem::of)?,
            &key.public_key_der(),
            &element(0xa0, &[&attributes.concat()]),
        ],
    );
    let signature = key.signer().try_sign(&info).map_err(Problem::of)?;
    let algorithm = rsa_sha256().to_der().map_err(Problem::of)?;
    let signature = element(BIT_STRING, &[&[0], &signature.to_vec()]);
    Ok(to_pem(
        "CERTIFICATE REQUEST",
        element(SEQUENCE, &[&info, &algorithm, &signature]),
    ))
}

fn attribute(name: ObjectIdentifier, value: &[u8]) -> Vec<u8> {
    element(SEQUENCE, &[&oid(name), &element(SET, &[value])])
}

pub(super) fn rsa_sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: RSA_SHA256,
        parameters: Some(x509_cert::der::asn1::Null.into()),
    }
}

/// A PEM block.
#[must_use]
pub fn to_pem(label: &str, der: Vec<u8>) -> String {
    pem::encode_config(
        &pem::Pem::new(label, der),
        pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF),
    )
}
