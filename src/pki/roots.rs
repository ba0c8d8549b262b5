//! The two roots and the hardware card of this simulated world. They are fictional, as their names say; no real system trusts them. The
//! private keys of the roots were thrown away; the card's key is here because it signs the certificate of every simulated HSM.
//! `roots/make.sh` made the files.

use super::issue::{Draft, issue};
use super::name::{
    self, Attribute, COMMON_NAME, COUNTRY, LOCALITY, ORGANIZATION, STATE, Subject, UNIT,
};
use super::request::{Wishes, request};
use super::{Problem, RsaKey, read_certificate};

/// The root above the AWS hardware certificate, PEM.
pub const AWS_ROOT: &str = include_str!("roots/aws-root.crt");
/// The root above the manufacturer's hardware certificate, PEM.
pub const MANUFACTURER_ROOT: &str = include_str!("roots/manufacturer-root.crt");
const AWS_HARDWARE: &str = include_str!("roots/aws-hardware.crt");
const MANUFACTURER_HARDWARE: &str = include_str!("roots/manufacturer-hardware.crt");
const CARD_KEY: &str = include_str!("roots/card.key");

/// Years that an HSM's certificate is valid.
const YEARS: i64 = 10;

/// What the first HSM of a cluster brings, each as PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HsmPapers {
    /// Certificate request of the cluster.
    pub csr: String,
    /// Certificate of the HSM, issued by its hardware, for the key of the request.
    pub hsm_certificate: String,
    /// Certificate of the hardware under the AWS root.
    pub aws_hardware_certificate: String,
    /// Certificate of the hardware under the manufacturer's root.
    pub manufacturer_hardware_certificate: String,
}

/// The papers of an HSM whose key pair is `key`, made at `now` (seconds since the epoch).
///
/// # Errors
/// [`Problem`] when something cannot be encoded.
pub fn hsm_papers(
    hsm_id: &str,
    hsm_type: &str,
    key: &RsaKey,
    now: i64,
) -> Result<HsmPapers, Problem> {
    let subject = cluster_subject(hsm_id, hsm_type)?;
    let card = read_certificate(AWS_HARDWARE).map_err(|problem| Problem(format!("{problem:?}")))?;
    let card_key = RsaKey::from_pem(CARD_KEY).map_err(|problem| Problem(format!("{problem:?}")))?;
    let draft = Draft {
        subject: &subject,
        public_key_der: &key.public_key_der(),
        serial: &[1],
        not_before: now,
        not_after: now + YEARS * 365 * 86_400,
        extensions: &[],
    };
    let hsm_certificate = issue(&draft, &card.subject_name(), &card_key)?;
    Ok(HsmPapers {
        csr: request(&subject, key, &Wishes::default())?,
        hsm_certificate,
        aws_hardware_certificate: AWS_HARDWARE.to_owned(),
        manufacturer_hardware_certificate: MANUFACTURER_HARDWARE.to_owned(),
    })
}

/// The subject of real cluster requests: one part with five attributes, then the common name, in whose value the comma belongs.
fn cluster_subject(hsm_id: &str, hsm_type: &str) -> Result<Subject, Problem> {
    let maker: &[Attribute<'_>] = if hsm_type.starts_with("hsm1") {
        &[
            (COUNTRY, "US"),
            (STATE, "CA"),
            (ORGANIZATION, "Cavium"),
            (UNIT, "N3FIPS"),
            (LOCALITY, "SanJose"),
        ]
    } else {
        &[
            (COUNTRY, "US"),
            (STATE, "CA"),
            (UNIT, "LS2"),
            (LOCALITY, "SanJose"),
            (ORGANIZATION, "Marvell"),
        ]
    };
    let letters = hsm_id.trim_start_matches("hsm-");
    let partition = letters.bytes().map(u32::from).sum::<u32>() % 32 + 1;
    let common_name = format!(
        "HSM:{}:PARTN:{partition}, for FIPS mode",
        letters.to_ascii_uppercase()
    );
    name::make(&[maker, &[(COMMON_NAME, &common_name)]]).map(Subject)
}
