//! What the rules of keys find.

/// A blob that this service did not make.
pub const NO_CIPHERTEXT: &str = "The blob is not a ciphertext of this simulated service";

/// The key store's cluster is deleted.
pub const CLUSTER_GONE: &str = "its cluster is gone";
/// The key store's cluster cannot do anything.
pub const NO_ACTIVE_HSM: &str = "its cluster has no active HSM";
/// The network of the key store's cluster is closed.
pub const GROUP_CLOSED: &str = "the security group of its cluster does not let AWS KMS through";
/// All sessions of the HSMs are in use.
pub const NO_SESSION: &str = "no session of its HSMs is free";

/// An external key in a key store of HSMs.
pub const EXTERNAL_KEY: &str = "XksKeyId belongs to external key stores";
/// The origin without the key store.
pub const NO_STORE: &str = "Origin is AWS_CLOUDHSM and CustomKeyStoreId is missing";
/// The key store without the origin.
pub const OTHER_ORIGIN: &str = "CustomKeyStoreId is given and Origin is not AWS_CLOUDHSM";

/// A key of several Regions.
pub const MULTI_REGION: &str = "a multi-Region key";
/// What a key store takes.
pub const IN_STORES: &str =
    "Keys in a custom key store are symmetric encryption keys of one Region";
/// What is simulated.
pub const HERE: &str = "This playground simulates symmetric encryption keys of one Region only";

/// A ciphertext of somebody else's key.
#[must_use]
pub fn other_key(arn: &str) -> String {
    format!("{arn} made the ciphertext, which is a key of another account or Region")
}

/// The service's message for a key that there is not.
#[must_use]
pub fn no_key(arn: &str) -> String {
    format!("Key '{arn}' does not exist")
}

/// The service's message for an alias that there is not.
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
