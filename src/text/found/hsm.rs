//! What the rules of the HSM tools find.

/// An address that no HSM has.
pub const NO_HSM: &str = "no HSM has this address";
/// No configuration, or an empty one.
pub const NO_SERVER: &str = "is missing or names no server";
/// Nobody is logged in.
pub const NOBODY: &str = "nobody is logged in";
/// The tool's own session.
pub const THIS_SESSION: &str = "this session";
/// Another terminal's session.
pub const OTHER_SESSION: &str = "another session of an HSM tool";
/// What ends a list that was cut.
pub const AND_MORE: &str = "and more";

/// An HSM that does not answer in its state.
#[must_use]
pub fn hsm_there(id: &str, state: &str) -> String {
    format!("the HSM {id} at this address is {state}")
}

/// A configuration with a server that is not an address.
#[must_use]
pub fn no_address(name: &str) -> String {
    format!("names the server `{name}`, which is not an IP address")
}

/// Who is logged in.
#[must_use]
pub fn logged_in(name: &str, kind: &str) -> String {
    format!("the tool is logged in as `{name}` ({kind})")
}

/// AWS KMS holds a session.
#[must_use]
pub fn held_by_kms(store: &str) -> String {
    format!("AWS KMS, for the key store {store}")
}

/// A user name with a character that is not allowed.
#[must_use]
pub fn contains(letter: char) -> String {
    format!("contains `{letter}`")
}

/// A user name that is too long or too short.
#[must_use]
pub fn has_characters(length: usize) -> String {
    format!("has {length} characters")
}
