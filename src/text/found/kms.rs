//! What the rules of custom key stores find.

/// The cluster is not ready yet.
pub const BEING_CREATED: &str = "it is still being created";
/// The cluster is as it was made.
pub const EMPTY: &str = "it has no HSM yet and was never initialized";
/// The cluster has an HSM and no certificate.
pub const NOT_INITIALIZED: &str = "it was never initialized with a signed certificate";
/// The cluster takes possession of its certificate.
pub const BEING_INITIALIZED: &str = "its initialization is still running";
/// The password was changed, and the service has not looked yet.
pub const NOT_NOTICED: &str = "it was activated a moment ago and the service has not noticed yet";
/// The password was never changed.
pub const NOT_ACTIVATED: &str =
    "it was never activated: the password of its first officer was not changed";
/// The cluster goes.
pub const BEING_DELETED: &str = "it is being deleted";
/// Anything else that is wrong with the cluster.
pub const NOT_HEALTHY: &str = "it is not healthy";

/// A password that AWS KMS cannot type.
pub const NOT_ALPHANUMERIC: &str = "it contains characters other than letters and digits, which AWS KMS does not accept for kmsuser";
/// HSMs that do not agree.
pub const DIFFERENT_PASSWORDS: &str = "kmsuser has different passwords on the HSMs";
/// HSMs that agree on another password.
pub const OTHER_PASSWORD: &str = "the password of kmsuser on the HSMs is another one";

/// A fault that was switched on.
pub const DISTURBED: &str = "The network between AWS KMS and the cluster is disturbed";
/// Rules that changed too late for the rule about them.
pub const RULES_CHANGED: &str =
    "The rules of the cluster's security group changed while the connection was being made";

/// A security group that was deleted.
pub const GROUP_GONE: &str = "the security group itself is gone";
/// A security group without rules.
pub const NO_RULE: &str = "no such rule at all";

/// A name where an id belongs.
pub const NAME_FOR_ID: &str = "That is the name of a key store; the operation takes the id";
/// Where a key store is looked for.
pub const PER_REGION: &str = "Key stores are listed per Region";
/// How names are compared.
pub const CASE: &str = "Names are compared with upper and lower case";

/// A cluster whose id is not known.
pub const THE_CLUSTER: &str = "the cluster";
/// A cluster that was there.
pub const DELETED: &str = "it was deleted";
/// A cluster with active HSMs only.
pub const NO_OTHER_HSM: &str = "there is no other HSM";
/// What cannot be told.
pub const UNKNOWN: &str = "unknown";

/// Nowhere.
pub const NO_REGION: &str = "no Region of the account";

/// Where the cluster is.
#[must_use]
pub fn region(name: &str) -> String {
    format!("Region {name}")
}

/// All that a security group admits.
#[must_use]
pub fn only(rules: &str) -> String {
    format!("only {rules}")
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
