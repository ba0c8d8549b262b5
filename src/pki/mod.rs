//! Keys, certificate requests and certificates: real X.509 throughout. Pure: times are seconds since the epoch and come in as
//! arguments, and so do seeds.

mod certificate;
mod der;
mod dump;
mod encrypted;
mod extended;
mod extension;
mod issue;
mod keys;
mod name;
mod numbers;
mod primes;
mod read;
mod request;
mod roots;
#[cfg(test)]
mod tests;
mod verify;

use thiserror::Error;

pub use certificate::{Certificate, KeyKind, SignatureKind};
pub use dump::{date, digest, digits, modulus};
pub use extension::{Extension, ExtensionProblem, Keys, authority};
pub use issue::{Draft, END_OF_TIME, issue, self_signed_ca, sign_request};
pub use keys::{Making, RsaKey};
pub use name::{AttributeKind, Subject};
pub use numbers::{KeyProblem, NumberFault, RsaNumbers};
pub use read::{
    CertificateProblem, is_cut_short, labels, read_certificate, read_certificates, read_request,
};
pub use request::{Request, Wishes, request, to_pem};
pub use roots::{AWS_ROOT, HsmPapers, MANUFACTURER_ROOT, hsm_papers};
pub use verify::SignatureCheck;

/// Something that could not be encoded: a bug of ours or a subject that no certificate can hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Problem(pub String);

impl Problem {
    fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}
