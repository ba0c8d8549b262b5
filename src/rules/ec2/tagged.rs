//! What the rules of tags share.

use serde_json::Value;

use crate::facts::{Facts, NotGiven};
use crate::rules::{Raise, both, in_each};

/// What each operation makes that makes something with tags.
const MADE: [(&str, &str); 7] = [
    ("ec2:CreateVpc", "vpc"),
    ("ec2:CreateSubnet", "subnet"),
    ("ec2:CreateSecurityGroup", "security-group"),
    ("ec2:CreateRouteTable", "route-table"),
    ("ec2:CreateInternetGateway", "internet-gateway"),
    ("ec2:CreateNetworkInterface", "network-interface"),
    ("ec2:CreateNetworkAcl", "network-acl"),
];

/// The operations that make something with tags.
pub(super) const MAKING: [&str; 7] = {
    let mut names = [""; 7];
    let mut at = 0;
    while at < names.len() {
        names[at] = MADE[at].0;
        at += 1;
    }
    names
};

/// A raise in each operation that takes tags, with its place where they are given to what is there and to what is made.
pub(super) const fn in_each_tagging(there: u16, made: u16, name: &'static str) -> [Raise; 8] {
    both(
        in_each(["ec2:CreateTags"], there, name),
        in_each(MAKING, made, name),
    )
}

/// The kind of what an operation makes, as `TagSpecifications` name it.
pub(super) fn made_by(operation: &str) -> Option<&'static str> {
    let mut made = MADE.iter();
    let (_, kind) = made.find(|(name, _)| *name == operation)?;
    Some(kind)
}

/// The tags that a request gives: to what is there, or to what it makes.
pub(super) fn given(facts: &dyn Facts) -> Result<Vec<Value>, NotGiven> {
    let tags = facts.member("Tags").given()?.unwrap_or_default();
    let made = facts
        .member("TagSpecifications")
        .given()?
        .unwrap_or_default();
    let made = made
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| &one["Tags"]);
    Ok(std::iter::once(&tags)
        .chain(made)
        .filter_map(Value::as_array)
        .flatten()
        .cloned()
        .collect())
}
