//! What the services write besides the messages of failures: descriptions of what they make, states in words, and the clauses about a
//! request that violates its shapes. All but the last group stand so in AWS's guides or were seen; none of it is ours to reword.

/// The description of the role of AWS CloudHSM.
pub const ROLE_DESCRIPTION: &str = "Role for CloudHSM service operations";
/// The description of an HSM's network interface.
pub const HSM_INTERFACE: &str = "CloudHSM Managed Interface";
/// The description of the security group of a new VPC.
pub const DEFAULT_GROUP: &str = "default VPC security group";
/// The state message of a cluster that is being initialized.
pub const INITIALIZING: &str =
    "Cluster is initializing. State will change to INITIALIZED upon completion.";
/// The state message of a cluster that is being deleted.
pub const DELETING: &str = "The cluster is being deleted.";
/// The name of the only statement of a default key policy.
pub const DEFAULT_STATEMENT: &str = "Enable IAM User Permissions";

/// The description of a cluster's security group.
#[must_use]
pub fn cluster_group(cluster: &str) -> String {
    format!("CloudHSM managed security group for {cluster}")
}

/// The description of the security group with which a key store reaches its cluster.
#[must_use]
pub fn store_group(cluster: &str) -> String {
    format!("KMS managed security group for {cluster}")
}

/// The description of an interface with which a key store reaches its cluster.
#[must_use]
pub fn store_interface(cluster: &str) -> String {
    format!("KMS managed ENI for cluster {cluster}")
}

/// The description of the interface of the client host.
#[must_use]
pub fn host_interface(instance: &str) -> String {
    format!("Primary network interface of {instance}")
}

// The shapes of a request. `at` is the place of a member, `shown` its value as the message shows it.

/// The clauses of all violations in one message.
#[must_use]
pub fn violations(clauses: &[String]) -> String {
    format!(
        "{} validation error{} detected: {}",
        clauses.len(),
        if clauses.len() == 1 { "" } else { "s" },
        clauses.join("; ")
    )
}

/// A needed member is missing.
#[must_use]
pub fn null(at: &str) -> String {
    format!("Value null at '{at}' failed to satisfy constraint: Member must not be null")
}

/// A length or a value is too small; `noun` says which.
#[must_use]
pub fn too_small(shown: &str, at: &str, noun: &str, min: i64) -> String {
    format!(
        "{shown} at '{at}' failed to satisfy constraint: Member must have {noun} greater than or equal to {min}"
    )
}

/// A length or a value is too large; `noun` says which.
#[must_use]
pub fn too_large(shown: &str, at: &str, noun: &str, max: i64) -> String {
    format!(
        "{shown} at '{at}' failed to satisfy constraint: Member must have {noun} less than or equal to {max}"
    )
}

/// A word is none of an enumeration.
#[must_use]
pub fn other_word(text: &str, at: &str, words: &[&str]) -> String {
    format!(
        "Value '{text}' at '{at}' failed to satisfy constraint: Member must satisfy enum value set: [{}]",
        words.join(", ")
    )
}

/// A text does not match a pattern.
#[must_use]
pub fn other_pattern(text: &str, at: &str, pattern: &str) -> String {
    format!(
        "Value '{text}' at '{at}' failed to satisfy constraint: Member must satisfy regular expression pattern: {pattern}"
    )
}

/// A value has another JSON type.
#[must_use]
pub fn wrong_type(expected: &str, place: &str, found: &str) -> String {
    format!("Expected {expected} at {place}, found {found}")
}

// The wire.

/// A body of too many bytes.
pub const LONG_BODY: &str = "The body is too long";
/// A body that is JSON of another kind.
pub const NO_OBJECT: &str = "The body is not a JSON object";
/// A body that is something else.
pub const NO_JSON: &str = "The body is not JSON";
/// A signature without a credential.
pub const NO_CREDENTIAL: &str = "Authorization header requires 'Credential' parameter.";
/// A credential without an access key.
pub const NO_ACCESS_KEY: &str = "The security token included in the request is invalid.";

/// A credential of too few or too many parts.
#[must_use]
pub fn other_credential(found: &str) -> String {
    format!(
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{found}'"
    )
}

/// A credential that does not end as it has to.
#[must_use]
pub fn other_end(wanted: &str, found: &str) -> String {
    format!("Credential should be scoped with a valid terminator: '{wanted}', not '{found}'.")
}

/// A request that is signed for a Region that there is not.
pub const NO_REGION: &str = "Credential should be scoped to a valid region.";

/// A request that is signed for another service.
#[must_use]
pub fn other_service(name: &str) -> String {
    format!("Credential should be scoped to correct service: '{name}'.")
}
