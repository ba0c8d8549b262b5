//! Issuing certificates. They are written in DER by hand, because a version 1 certificate without extensions, as openssl 3.0 signs
//! requests, is what no profile of RFC 5280 describes.

use rsa::signature::{SignatureEncoding, Signer};
use x509_cert::der::Encode;
use x509_cert::name::Name;

use super::der::{BIT_STRING, SEQUENCE, element, integer};
use super::extension::{self, Extension};
use super::name::{self, Subject};
use super::{Problem, RsaKey, read_certificate, read_request, request};
use crate::model::{SECOND, Timestamp};

/// UTCTime, for the years up to 2049.
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
/// The first second that UTCTime cannot say: 2050-01-01T00:00:00Z.
const GENERALIZED_FROM: i64 = 2_524_608_000;
/// The first second that no certificate can say: 10000-01-01T00:00:00Z.
pub const END_OF_TIME: i64 = 253_402_300_800;

/// A certificate to issue. Times are seconds since the epoch.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// Whom it is about.
    pub subject: &'a Subject,
    /// Its public key: SubjectPublicKeyInfo in DER.
    pub public_key_der: &'a [u8],
    /// Its number: big-endian digits.
    pub serial: &'a [u8],
    /// First second of validity.
    pub not_before: i64,
    /// Last second of validity.
    pub not_after: i64,
    /// Its extensions, in order; without any it is of version 1.
    pub extensions: &'a [Extension],
}

/// A self-signed certificate authority, as `openssl req -new -x509` makes it, as PEM. Times are seconds since the epoch.
///
/// # Errors
/// [`Problem`] when the subject or a time cannot be encoded.
pub fn self_signed_ca(
    common_name: &str,
    key: &RsaKey,
    serial: u64,
    not_before: i64,
    not_after: i64,
) -> Result<String, Problem> {
    let subject = Subject(name::make(&[&[(name::COMMON_NAME, common_name)]])?);
    let public_key_der = key.public_key_der();
    let draft = Draft {
        subject: &subject,
        public_key_der: &public_key_der,
        serial: &serial.to_be_bytes(),
        not_before,
        not_after,
        extensions: &extension::authority(&public_key_der, &public_key_der),
    };
    issue(&draft, &subject, key)
}

/// The certificate for a request, issued by an authority, as PEM. Times are seconds since the epoch.
///
/// # Errors
/// [`Problem`] when the request or the authority cannot be read.
pub fn sign_request(
    request_pem: &str,
    ca_pem: &str,
    ca_key: &RsaKey,
    serial: u64,
    not_before: i64,
    not_after: i64,
) -> Result<String, Problem> {
    let request =
        read_request(request_pem).map_err(|problem| Problem(format!("request: {problem:?}")))?;
    let ca =
        read_certificate(ca_pem).map_err(|problem| Problem(format!("authority: {problem:?}")))?;
    let draft = Draft {
        subject: &request.name(),
        public_key_der: &request.public_key_der,
        serial: &serial.to_be_bytes(),
        not_before,
        not_after,
        extensions: &[],
    };
    issue(&draft, &ca.subject_name(), ca_key)
}

/// Issues a certificate under an authority's name and key, as PEM.
///
/// # Errors
/// [`Problem`] when a name or a time cannot be encoded.
pub fn issue(draft: &Draft<'_>, issuer: &Subject, key: &RsaKey) -> Result<String, Problem> {
    let algorithm = request::rsa_sha256().to_der().map_err(Problem::of)?;
    let name = |name: &Name| name.to_der().map_err(Problem::of);
    let validity = element(
        SEQUENCE,
        &[&time(draft.not_before)?, &time(draft.not_after)?],
    );
    let (mut version, mut extensions) = (Vec::new(), Vec::new());
    if !draft.extensions.is_empty() {
        version = element(0xa0, &[&integer(&[2])]);
        let all: Vec<u8> = draft
            .extensions
            .iter()
            .filter(|extension| !extension.is_none())
            .flat_map(Extension::to_der)
            .collect();
        extensions = element(0xa3, &[&element(SEQUENCE, &[&all])]);
    }
    let signed = element(
        SEQUENCE,
        &[
            &version,
            &integer(draft.serial),
            &algorithm,
            &name(&issuer.0)?,
            &validity,
            &name(&draft.subject.0)?,
            draft.public_key_der,
            &extensions,
        ],
    );
    let signature = key.signer().try_sign(&signed).map_err(Problem::of)?;
    let signature = element(BIT_STRING, &[&[0], &signature.to_vec()]);
    let certificate = element(SEQUENCE, &[&signed, &algorithm, &signature]);
    Ok(request::to_pem("CERTIFICATE", certificate))
}

fn time(seconds: i64) -> Result<Vec<u8>, Problem> {
    if !(0..END_OF_TIME).contains(&seconds) {
        return Err(Problem(format!("{seconds} is no time of a certificate")));
    }
    let digits: String = Timestamp(seconds * SECOND)
        .iso()
        .chars()
        .filter(|letter| letter.is_ascii_digit() || *letter == 'Z')
        .collect();
    Ok(if seconds < GENERALIZED_FROM {
        element(UTC_TIME, &[&digits.as_bytes()[2..]])
    } else {
        element(GENERALIZED_TIME, &[digits.as_bytes()])
    })
}
