//! What the rules of AWS CloudHSM find.

/// A trust anchor with an extension more than once.
pub const DUPLICATE_EXTENSION: &str = "an extension occurs twice";
/// A trust anchor that does not say that it is an authority.
pub const NO_BASIC_CONSTRAINTS: &str = "the Basic Constraints extension is missing";
/// A trust anchor that says that it is none.
pub const NO_AUTHORITY: &str = "Basic Constraints say CA:FALSE";
/// A trust anchor that may sign no certificate.
pub const MAY_NOT_SIGN: &str = "Key Usage does not include certificate signing";

/// A key of a kind that is no good.
pub const ED25519: &str = "an Ed25519 key";
/// A signature that is too weak.
pub const SHA1: &str = "a signature over SHA-1";

/// Both certificates, each in the place of the other.
pub const SWAPPED: &str = "The other certificate is self-signed: the two were probably swapped";
/// A trust anchor that another authority signed.
pub const NO_ANCHOR: &str = "An intermediate or a leaf certificate cannot be the anchor";

/// A certificate that the anchor's authority signed with another key.
pub const OTHER_KEY: &str = "it names the anchor as its issuer, but another key signed it; the authority was probably made a second time with the same subject";

/// A cluster that is empty.
pub const NO_HSM: &str = "it has no HSM";
/// A request for a policy of nothing.
pub const NO_TARGET: &str = "it names none";

/// A tag key that belongs to AWS.
pub const RESERVED: &str = "begins with aws:";
/// A tag key given more than once.
pub const TWICE: &str = "is given twice";

/// An RSA key of a size that is no good.
#[must_use]
pub fn rsa_key(bits: usize) -> String {
    format!("an RSA key of {bits} bits")
}

/// An elliptic-curve key.
#[must_use]
pub fn ec_key(curve: &str) -> String {
    format!("an elliptic-curve key ({curve})")
}

/// A key of a kind known by its identifier alone.
#[must_use]
pub fn other_key(oid: &str) -> String {
    format!("a key of the kind {oid}")
}

/// A signature of a kind known by its identifier alone.
#[must_use]
pub fn other_signature(oid: &str) -> String {
    format!("a signature of the kind {oid}")
}

/// A certificate whose issuer is not the anchor.
#[must_use]
pub fn other_issuer(issuer: &str, anchor: &str) -> String {
    format!("it names `{issuer}` as its issuer, the anchor is `{anchor}`")
}

/// A certificate that is not yet valid.
#[must_use]
pub fn begins(time: &str) -> String {
    format!("begins to be valid at {time}")
}

/// A certificate that is no longer valid.
#[must_use]
pub fn ended(time: &str) -> String {
    format!("ended being valid at {time}")
}

/// An HSM that is in no state to be used.
#[must_use]
pub fn its_hsm(id: &str, state: &str) -> String {
    format!("its HSM {id} is {state}")
}

/// An ARN of something else.
#[must_use]
pub fn no_backup(arn: &str) -> String {
    format!("`{arn}` is no backup")
}

/// A cluster in a state.
#[must_use]
pub fn is(state: &str) -> String {
    format!("is {state}")
}

/// A cluster that is not empty.
#[must_use]
pub fn still_lists(hsms: &str) -> String {
    format!("still lists {hsms}")
}

/// A cluster, as what a quota counts in.
#[must_use]
pub fn the_cluster(id: &str) -> String {
    format!("the cluster {id}")
}

/// The Region, as what a quota counts in.
pub const THIS_REGION: &str = "this Region";
