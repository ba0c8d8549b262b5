//! What the rules of Amazon EC2 find, and the messages of that service that take several forms.

/// A tag without a key.
pub const NO_KEY: &str = "Tag key cannot be null or empty.";
/// A tag key that belongs to AWS.
pub const RESERVED: &str = "Tag keys starting with 'aws:' are reserved for internal use";
/// A tag specification without tags.
pub const NO_TAG: &str = "Tag specification must have at least one tag";
/// One port of two.
pub const ONE_PORT: &str =
    "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.";

/// A tag key given more than once.
#[must_use]
pub fn duplicate(key: &str) -> String {
    format!("Duplicate tag key '{key}' specified.")
}

/// A tag key of too many characters.
#[must_use]
pub fn long_key(most: usize) -> String {
    format!("Tag key exceeds the maximum length of {most} characters")
}

/// A tag value of too many characters.
#[must_use]
pub fn long_value(most: usize) -> String {
    format!("Tag value exceeds the maximum length of {most} characters")
}

/// Tags for a resource of another kind than the one that is made.
#[must_use]
pub fn not_taggable(kind: &str) -> String {
    format!("'{kind}' is not a valid taggable resource type for this operation.")
}

/// A protocol that does not exist.
#[must_use]
pub fn no_protocol(word: &str) -> String {
    format!("Invalid value '{word}' for IP protocol. Unknown protocol.")
}

/// Ports that do not form a range.
#[must_use]
pub fn no_ports(from: i64, to: i64) -> String {
    format!("Invalid port range: from {from} to {to}.")
}

/// A gateway that is attached to a VPC.
#[must_use]
pub fn attached(gateway: &str, vpc: &str) -> String {
    format!("resource {gateway} is already attached to network {vpc}")
}

/// A gateway that is not attached.
#[must_use]
pub fn not_attached(gateway: &str) -> String {
    format!("resource {gateway} is not attached to a network")
}

/// A number that a rule of a network ACL cannot have.
#[must_use]
pub fn rule_number(number: &str, last: u16) -> String {
    format!("{number} is not a rule number from 1 to {last}")
}

/// A protocol that is not simulated.
#[must_use]
pub fn other_protocol(word: &str) -> String {
    format!("the protocol `{word}` is not simulated, only all, TCP, UDP, and ICMP")
}

/// A text that is not a CIDR block.
#[must_use]
pub fn no_range(text: &str) -> String {
    format!("`{text}` is not a CIDR block")
}

/// Ports that do not form a range, in a network ACL.
#[must_use]
pub fn no_port_range(ports: &str) -> String {
    format!("{ports} is not a range of ports")
}

/// A rule of a security group for everything, as the service writes it.
#[must_use]
pub fn rule_for_all(peer: &str) -> String {
    format!("peer: {peer}, ALL, ALLOW")
}

/// A rule of a security group, as the service writes it.
#[must_use]
pub fn rule(peer: &str, protocol: &str, from: u16, to: u16) -> String {
    format!("peer: {peer}, {protocol}, from port: {from}, to port: {to}, ALLOW")
}
