//! What is given where a certificate belongs.

/// A text without a PEM block.
pub const NO_BLOCK: &str = "no PEM block";
/// A text without a PEM block, in a request that takes one certificate.
pub const TEXT: &str = "text without a PEM block";
/// A certificate that cannot be read.
pub const DAMAGED: &str = "a damaged certificate";
/// A file without a certificate.
pub const NONE: &str = "no certificate";
/// The right certificate after something else.
pub const OTHER_TEXT: &str = "the right certificate with other text before it";
/// The certificate of the cluster, not of its certificate authority.
pub const SIGNED: &str = "the signed cluster certificate";
/// A certificate authority that was created twice.
pub const OTHER_KEY: &str = "a certificate with the same subject but another key";
/// Another certificate authority.
pub const OTHER_AUTHORITY: &str = "the certificate of another certificate authority";

/// A single word, in a request that takes one certificate.
#[must_use]
pub fn file_name(given: &str) -> String {
    format!("the word `{given}`, probably a file name without `file://` before it")
}

/// A single word, in a request that takes two certificates.
#[must_use]
pub fn perhaps_file_name(given: &str) -> String {
    format!("the word `{given}`, maybe a file name without `file://` before it")
}

/// More than one block.
#[must_use]
pub fn several_blocks(count: usize) -> String {
    format!("{count} PEM blocks instead of one")
}

/// A block of another kind.
#[must_use]
pub fn labelled(label: &str) -> String {
    format!("a PEM block labeled `{label}`")
}

/// A certificate by its subject and its fingerprint.
#[must_use]
pub fn certificate(subject: &str, fingerprint: &str) -> String {
    format!("the certificate of `{subject}` with the SHA-256 fingerprint {fingerprint}")
}

/// A certificate that is `what` instead of the right one.
#[must_use]
pub fn instead(what: &str, subject: &str, fingerprint: &str) -> String {
    format!("{what}, subject `{subject}`, SHA-256 fingerprint {fingerprint}")
}
