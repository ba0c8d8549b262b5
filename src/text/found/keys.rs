//! What the rules of keys find.

/// A blob that this service did not make.
pub const NO_CIPHERTEXT: &str = "The CiphertextBlob is not a ciphertext of the simulated AWS KMS";

/// The key store's cluster is deleted.
pub const CLUSTER_GONE: &str = "its cluster was deleted";
/// The key store's cluster has no HSM that works.
pub const NO_ACTIVE_HSM: &str = "its cluster has no active HSM";
/// The security group of the key store's cluster blocks AWS KMS.
pub const GROUP_CLOSED: &str = "the security group of its cluster blocks AWS KMS";
/// All sessions of the HSMs are in use.
pub const NO_SESSION: &str = "all sessions of its HSMs are in use";

/// An external key in a key store of HSMs.
pub const EXTERNAL_KEY: &str = "XksKeyId is for external key stores";
/// The origin without the key store.
pub const NO_STORE: &str = "The origin is AWS_CLOUDHSM, but the request gives no key store";
/// The key store without the origin.
pub const OTHER_ORIGIN: &str = "The request gives a key store, but the origin is not AWS_CLOUDHSM";

/// A key of several Regions.
pub const MULTI_REGION: &str = "a multi-Region key";
/// What a key store can contain.
pub const IN_STORES: &str =
    "A custom key store contains only single-Region symmetric encryption keys";
/// What is simulated.
pub const HERE: &str = "This playground simulates only single-Region symmetric encryption keys";

/// A ciphertext of a key in another account or Region.
#[must_use]
pub fn other_key(arn: &str) -> String {
    format!("The key {arn} encrypted the ciphertext. It is in another account or Region")
}

/// The service's message for a key that does not exist.
#[must_use]
pub fn no_key(arn: &str) -> String {
    format!("Key '{arn}' does not exist")
}

/// The service's message for an alias that does not exist.
#[must_use]
pub fn no_alias(arn: &str) -> String {
    format!("Alias {arn} is not found.")
}

/// The service's message for what names no key.
#[must_use]
pub fn invalid_id(text: &str) -> String {
    format!("Invalid keyId '{text}'")
}

/// The service's message for an ARN of another Region.
#[must_use]
pub fn invalid_arn(region: &str) -> String {
    format!("Invalid arn {region}")
}

/// A key spec of a key that is not symmetric.
#[must_use]
pub fn spec(spec: &str) -> String {
    format!("the key spec {spec}")
}

/// A key usage other than encryption.
#[must_use]
pub fn usage(usage: &str) -> String {
    format!("the key usage {usage}")
}

/// An origin outside AWS.
#[must_use]
pub fn origin(origin: &str) -> String {
    format!("the origin {origin}")
}
