//! Reading what people upload and paste.

use super::der::elements;
use super::{Certificate, Request};

/// Why a text is not one certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateProblem {
    /// There is no PEM block in it.
    NoPemBlock,
    /// There are several.
    SeveralBlocks {
        /// How many.
        count: usize,
    },
    /// The block is something else.
    WrongLabel {
        /// What it is labeled.
        label: String,
    },
    /// The block's content is no base64.
    BadBase64,
    /// The block's content is damaged.
    NotX509,
}

/// Labels of certificates.
const CERTIFICATE: &[&str] = &["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];

/// Reads one certificate. Text around the block, a byte order mark, foreign or lost line ends, blanks and blank lines are let
/// pass.
///
/// # Errors
/// [`CertificateProblem`].
pub fn read_certificate(text: &str) -> Result<Certificate, CertificateProblem> {
    let der = one_block(text, CERTIFICATE)?;
    Certificate::from_der(&der).ok_or(CertificateProblem::NotX509)
}

/// Reads one certificate request.
///
/// # Errors
/// [`CertificateProblem`].
pub fn read_request(text: &str) -> Result<Request, CertificateProblem> {
    let der = one_block(text, &["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"])?;
    Request::from_der(&der).ok_or(CertificateProblem::NotX509)
}

/// The labels of all PEM blocks of a text. A label is what stands between the dashes and nothing more, so it can be shown and logged
/// even where the block holds a private key.
#[must_use]
pub fn labels(text: &str) -> Vec<String> {
    blocks(text).map(|(label, _)| label.to_owned()).collect()
}

/// Reads one certificate from each PEM block of that label.
#[must_use]
pub fn read_certificates(text: &str) -> Vec<Certificate> {
    blocks(text)
        .filter(|(label, _)| CERTIFICATE.contains(label))
        .filter_map(|(label, rest)| Certificate::from_der(&content(label, rest).ok()?))
        .collect()
}

/// Whether the content of the first block ends before the length that stands at its beginning, as where a line was lost in copying.
#[must_use]
pub fn is_cut_short(text: &str) -> bool {
    blocks(text)
        .find_map(|(label, rest)| content(label, rest).ok())
        .is_some_and(|der| elements(&der).is_none())
}

/// The first private key of a text: its label and its content.
pub(super) fn private_key(text: &str) -> Option<(&str, Vec<u8>)> {
    blocks(text)
        .filter(|(label, _)| label.ends_with("PRIVATE KEY"))
        .find_map(|(label, rest)| Some((label, content(label, rest).ok()?)))
}

fn one_block(text: &str, wanted: &[&str]) -> Result<Vec<u8>, CertificateProblem> {
    let blocks: Vec<_> = blocks(text).collect();
    let (label, rest) = match blocks[..] {
        [] => return Err(CertificateProblem::NoPemBlock),
        [block] => block,
        _ => {
            return Err(CertificateProblem::SeveralBlocks {
                count: blocks.len(),
            });
        }
    };
    if !wanted.contains(&label) {
        return Err(CertificateProblem::WrongLabel {
            label: label.to_owned(),
        });
    }
    content(label, rest)
}

/// The content of a block, given its label and what follows it.
fn content(label: &str, rest: &str) -> Result<Vec<u8>, CertificateProblem> {
    let (body, _) = rest
        .split_once(&format!("-----END {label}-----"))
        .ok_or(CertificateProblem::BadBase64)?;
    // Blank lines would pass for the end of headers, and lines may have been lost in pasting.
    let body: String = body.split_whitespace().collect();
    pem::parse(format!(
        "-----BEGIN {label}-----\n{body}\n-----END {label}-----\n"
    ))
    .map(pem::Pem::into_contents)
    .map_err(|_| CertificateProblem::BadBase64)
}

/// Every place where a PEM block begins: its label, and the text from there to the next beginning. Lines are not looked at, because
/// people paste blocks whose line ends are foreign or lost.
fn blocks(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("-----BEGIN ")
        .skip(1)
        .filter_map(|begun| begun.split_once("-----"))
        .filter(|(label, _)| is_label(label))
}

fn is_label(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" #".contains(&byte))
}
