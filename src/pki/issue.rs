//! Issuing certificates.

use std::time::Duration;

use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder, CertificateBuilder};
use x509_cert::certificate::TbsCertificate;
use x509_cert::der::asn1::OctetString;
use x509_cert::der::{DateTime, Decode, Encode};
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, BasicConstraints, SubjectKeyIdentifier};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

use super::{Problem, RsaKey, name, read_certificate, read_request, request};

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
    let subject = name::make(&[&[(name::COMMON_NAME, common_name)]])?;
    issue(
        Paper {
            issuer: subject.clone(),
            subject,
            authority: true,
        },
        &key.public_key_der(),
        key,
        serial,
        (not_before, not_after),
    )
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
    issue(
        Paper {
            issuer: ca.subject_name().clone(),
            subject: request.name,
            authority: false,
        },
        &request.public_key_der,
        ca_key,
        serial,
        (not_before, not_after),
    )
}

/// Names and kind of a certificate to issue.
pub(super) struct Paper {
    pub(super) issuer: Name,
    pub(super) subject: Name,
    pub(super) authority: bool,
}

impl BuilderProfile for Paper {
    fn get_issuer(&self, _: &Name) -> Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        spk: SubjectPublicKeyInfoRef<'_>,
        issuer_spk: SubjectPublicKeyInfoRef<'_>,
        tbs: &TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        if !self.authority {
            return Ok(Vec::new());
        }
        let mut extensions: Vec<Extension> = Vec::new();
        let subject = SubjectKeyIdentifier::try_from(spk)?;
        extensions.push(subject.to_extension(tbs.subject(), &extensions)?);
        let issuer = SubjectKeyIdentifier::try_from(issuer_spk)?;
        let authority = AuthorityKeyIdentifier {
            key_identifier: Some(OctetString::new(issuer.0.as_bytes())?),
            ..AuthorityKeyIdentifier::default()
        };
        extensions.push(authority.to_extension(tbs.subject(), &extensions)?);
        let constraints = BasicConstraints {
            ca: true,
            path_len_constraint: None,
        };
        let mut constraints = constraints.to_extension(tbs.subject(), &extensions)?;
        constraints.critical = true;
        extensions.push(constraints);
        Ok(extensions)
    }
}

/// Issues a certificate.
pub(super) fn issue(
    paper: Paper,
    public_key_der: &[u8],
    issuer_key: &RsaKey,
    serial: u64,
    (not_before, not_after): (i64, i64),
) -> Result<String, Problem> {
    let builder = CertificateBuilder::new(
        paper,
        SerialNumber::from(serial),
        Validity::new(time(not_before)?, time(not_after)?),
        SubjectPublicKeyInfoOwned::from_der(public_key_der).map_err(Problem::of)?,
    )
    .map_err(Problem::of)?;
    let certificate = builder
        .build::<_, rsa::pkcs1v15::Signature>(&issuer_key.signer())
        .map_err(Problem::of)?;
    Ok(request::to_pem(
        "CERTIFICATE",
        certificate.to_der().map_err(Problem::of)?,
    ))
}

fn time(seconds: i64) -> Result<Time, Problem> {
    let seconds = u64::try_from(seconds).map_err(Problem::of)?;
    Ok(Time::from(
        DateTime::from_unix_duration(Duration::from_secs(seconds)).map_err(Problem::of)?,
    ))
}
