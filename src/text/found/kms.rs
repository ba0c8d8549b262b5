//! What the rules of custom key stores find.

/// The cluster is not ready yet.
pub const BEING_CREATED: &str = "AWS CloudHSM is still creating it";
/// The cluster is as it was made.
pub const EMPTY: &str = "it has no HSMs and you have not initialized it";
/// The cluster has an HSM and no certificate.
pub const NOT_INITIALIZED: &str = "you have not initialized it with a signed certificate";
/// The cluster is being initialized with its certificate.
pub const BEING_INITIALIZED: &str = "AWS CloudHSM is still initializing it";
/// The password was changed, and the service has not looked yet.
pub const NOT_NOTICED: &str =
    "you activated it a moment ago, and AWS CloudHSM does not show it yet";
/// The password was never changed.
pub const NOT_ACTIVATED: &str = "you have not activated it with the first password change";
/// The cluster is being deleted.
pub const BEING_DELETED: &str = "it is being deleted";
/// Anything else is wrong with the cluster.
pub const NOT_HEALTHY: &str = "it has a problem";

/// A password that AWS KMS cannot type.
pub const NOT_ALPHANUMERIC: &str = "the password contains characters other than letters and digits";
/// HSMs that do not agree.
pub const DIFFERENT_PASSWORDS: &str = "kmsuser has different passwords on the HSMs";
/// HSMs that agree on another password.
pub const OTHER_PASSWORD: &str = "kmsuser has another password on the HSMs";

/// A simulated fault is on.
pub const DISTURBED: &str = "The network between AWS KMS and the cluster does not work";
/// Rules changed after the rule about them was checked.
pub const RULES_CHANGED: &str =
    "The rules of the cluster's security group changed while AWS KMS was connecting";

/// A name where an id belongs.
pub const NAME_FOR_ID: &str = "This is the name of a key store, but the operation needs its ID";
/// Where a key store is looked for.
pub const PER_REGION: &str = "Each Region has its own key stores";
/// How names are compared.
pub const CASE: &str = "Names are case-sensitive";

/// What happened to a cluster or a group that no longer exists.
pub const DELETED: &str = "deleted";
/// What cannot be told.
pub const UNKNOWN: &str = "unknown";

/// The cluster does not exist.
pub const NO_REGION: &str = "It does not exist in any Region";

/// Where the cluster is.
#[must_use]
pub fn region(name: &str) -> String {
    format!("It is in Region {name}")
}

/// A rule for everything.
#[must_use]
pub fn all_traffic(peer: &str) -> String {
    format!("all traffic with {peer}")
}

/// A rule for some ports.
#[must_use]
pub fn traffic(protocol: &str, from: u16, to: u16, peer: &str) -> String {
    format!("{protocol} {from}-{to} with {peer}")
}

/// Something in a state.
#[must_use]
pub fn is(id: &str, state: &str) -> String {
    format!("{id} is {state}")
}

/// Something in a place.
#[must_use]
pub fn is_in(id: &str, place: &str) -> String {
    format!("{id} in {place}")
}

/// A type of key store.
#[must_use]
pub fn store_type(kind: &str) -> String {
    format!("CustomKeyStoreType {kind}")
}
