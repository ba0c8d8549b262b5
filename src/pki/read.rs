//! Reading what people upload and paste.

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
        /// What it is labelled.
        label: String,
    },
    /// The block's content is no base64.
    BadBase64,
    /// The block's content is damaged.
    NotX509,
}

/// Reads one certificate. Text around the block, a byte order mark, foreign line ends, blanks and blank lines are let pass.
///
/// # Errors
/// [`CertificateProblem`].
pub fn read_certificate(text: &str) -> Result<Certificate, CertificateProblem> {
    let der = one_block(
        text,
        &["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"],
    )?;
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

/// The labels of all PEM blocks of a text.
#[must_use]
pub fn labels(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("-----BEGIN ")?
                .strip_suffix("-----")
                .map(str::to_owned)
        })
        .collect()
}

fn one_block(text: &str, wanted: &[&str]) -> Result<Vec<u8>, CertificateProblem> {
    let labels = labels(text);
    let [label] = &labels[..] else {
        return Err(if labels.is_empty() {
            CertificateProblem::NoPemBlock
        } else {
            CertificateProblem::SeveralBlocks {
                count: labels.len(),
            }
        });
    };
    if !wanted.contains(&label.as_str()) {
        return Err(CertificateProblem::WrongLabel {
            label: label.clone(),
        });
    }
    let block = tidy(text);
    let blocks = pem::parse_many(block).map_err(|_| CertificateProblem::BadBase64)?;
    match blocks.as_slice() {
        [block] => Ok(block.contents().to_vec()),
        // The crate passes over a block that it cannot make out.
        _ => Err(CertificateProblem::BadBase64),
    }
}

/// The lines from BEGIN to END without blanks around them and without blank lines, which the parser takes for headers.
fn tidy(text: &str) -> String {
    let mut lines = Vec::new();
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        inside |= line.starts_with("-----BEGIN ");
        if inside && !line.is_empty() {
            lines.push(line);
        }
        if line.starts_with("-----END ") {
            inside = false;
        }
    }
    lines.join("\n")
}
