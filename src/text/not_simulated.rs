//! What AWS KMS can do and this playground does not simulate.

/// Rotation after a set time.
pub const AUTOMATIC_ROTATION: &str = "automatic rotation";
/// Rotation now.
pub const ROTATION_ON_DEMAND: &str = "rotation on demand";
/// Pairs of a public and a private key.
pub const DATA_KEY_PAIRS: &str = "data key pairs";
/// When a key was last used.
pub const LAST_USAGE: &str = "the record of a key's last use";
/// Permissions for one principal.
pub const GRANTS: &str = "grants";
/// Responses that only a Nitro enclave can read.
pub const RECIPIENT: &str = "recipients in Nitro enclaves";
