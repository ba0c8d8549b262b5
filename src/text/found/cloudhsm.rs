//! What the rules of AWS CloudHSM find.

/// A trust anchor with an extension more than once.
pub const DUPLICATE_EXTENSION: &str = "it has the same extension twice";
/// A trust anchor without Basic Constraints.
pub const NO_BASIC_CONSTRAINTS: &str = "it has no Basic Constraints extension";
/// A trust anchor whose Basic Constraints deny that it is a certificate authority.
pub const NO_AUTHORITY: &str = "its Basic Constraints say CA:FALSE";
/// A trust anchor that must not sign certificates.
pub const MAY_NOT_SIGN: &str = "its Key Usage does not allow certificate signing";

/// A key of a kind that is not allowed.
pub const ED25519: &str = "an Ed25519 key";
/// A signature that is too weak.
pub const SHA1: &str = "a signature with SHA-1";

/// One certificate issued the other, and each stands in the place of the other.
pub const SWAPPED: &str = "SignedCert issued it, so you swapped the two certificates";
/// Both certificates are given, and the one that should be issued is self-signed.
pub const PERHAPS_SWAPPED: &str =
    "The other certificate is self-signed, so you probably swapped the two";
/// The certificate of the cluster in both places.
pub const SIGNED_TWICE: &str = "You gave the same certificate as SignedCert and as TrustAnchor";
/// The certificate of the authority in both places.
pub const ANCHOR_TWICE: &str = "You gave the trust anchor as SignedCert too. SignedCert must be the certificate that the trust anchor issued for the certificate request";
/// A trust anchor that another certificate authority signed.
pub const NO_ANCHOR: &str = "An intermediate or leaf certificate cannot be the trust anchor";

/// A certificate that was made from another request.
#[must_use]
pub fn other_request(subject: &str, cluster: &str, expected: &str) -> String {
    format!(
        "The signed certificate is for another certificate request. Its subject is `{subject}`, but the request of {cluster} has `{expected}`. The public keys differ too"
    )
}

/// A certificate that was signed with another key than the trust anchor's.
pub const OTHER_KEY: &str = "it names the trust anchor as its issuer, but another key signed it. You probably created the certificate authority twice with the same subject";

/// A cluster that is empty.
pub const NO_HSM: &str = "it has no HSMs";
/// A request for a policy without a resource.
pub const NO_TARGET: &str = "the request names no backup";

/// A tag key that belongs to AWS.
pub const RESERVED: &str = "begins with `aws:`";
/// A tag key given more than once.
pub const TWICE: &str = "occurs twice";

/// An RSA key of a size that is not allowed.
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
    format!("a key of another kind ({oid})")
}

/// A signature of a kind known by its identifier alone.
#[must_use]
pub fn other_signature(oid: &str) -> String {
    format!("a signature of another kind ({oid})")
}

/// A certificate whose issuer is not the anchor.
#[must_use]
pub fn other_issuer(issuer: &str, anchor: &str) -> String {
    format!("it names `{issuer}` as its issuer, but the trust anchor is `{anchor}`")
}

/// A certificate that is not yet valid.
#[must_use]
pub fn begins(time: &str) -> String {
    format!("becomes valid at {time}")
}

/// A certificate that is no longer valid.
#[must_use]
pub fn ended(time: &str) -> String {
    format!("expired at {time}")
}

/// An HSM that is in no state to be used.
#[must_use]
pub fn its_hsm(id: &str, state: &str) -> String {
    format!("its HSM {id} is {state}")
}

/// An ARN of something else.
#[must_use]
pub fn no_backup(arn: &str) -> String {
    format!("`{arn}` is not a backup")
}

/// A cluster in a state.
#[must_use]
pub fn is(state: &str) -> String {
    format!("is {state}")
}

/// A cluster that is not empty.
#[must_use]
pub fn still_lists(hsms: &str) -> String {
    format!("still has these HSMs: {hsms}")
}

/// A cluster, as what a quota counts in.
#[must_use]
pub fn the_cluster(id: &str) -> String {
    format!("the cluster {id}")
}

/// The Region, as what a quota counts in.
pub const THIS_REGION: &str = "this Region";
