//! Certificate requests (PKCS #10).

use rsa::signature::{SignatureEncoding, Signer};
use x509_cert::der::asn1::{BitString, SetOfVec};
use x509_cert::der::{Decode, Encode};
use x509_cert::name::Name;
use x509_cert::request::{CertReq, CertReqInfo, Version};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::verify::{self, RSA_SHA256, SignatureCheck};
use super::{Problem, RsaKey, name};

/// A certificate request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Subject, in the order in which it is written.
    pub subject: String,
    /// The public key as SubjectPublicKeyInfo in DER.
    pub public_key_der: Vec<u8>,
    /// Whether the key of the request made its signature.
    pub signature: SignatureCheck,
    pub(super) name: Name,
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
        })
    }
}

/// A request for a subject, signed with its own key, as PEM. It has no attributes, as those of real clusters.
pub(super) fn make(subject: Name, key: &RsaKey) -> Result<String, Problem> {
    let info = CertReqInfo {
        version: Version::V1,
        subject,
        public_key: SubjectPublicKeyInfoOwned::from_der(&key.public_key_der())
            .map_err(Problem::of)?,
        attributes: SetOfVec::new(),
    };
    let signed = info.to_der().map_err(Problem::of)?;
    let signature = key.signer().try_sign(&signed).map_err(Problem::of)?;
    let request = CertReq {
        info,
        algorithm: rsa_sha256(),
        signature: BitString::from_bytes(&signature.to_vec()).map_err(Problem::of)?,
    };
    Ok(to_pem(
        "CERTIFICATE REQUEST",
        request.to_der().map_err(Problem::of)?,
    ))
}

pub(super) fn rsa_sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid: RSA_SHA256,
        parameters: Some(x509_cert::der::asn1::Null.into()),
    }
}

pub(super) fn to_pem(label: &str, der: Vec<u8>) -> String {
    pem::encode_config(
        &pem::Pem::new(label, der),
        pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF),
    )
}
