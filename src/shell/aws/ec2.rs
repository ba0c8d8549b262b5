//! Conveniences of the EC2 commands: flags of the command line that are no members of the request.

use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::flags::{Given, Purpose};
use crate::api::{Operation, Service};

/// The simple form of one permission of a security group.
const PERMISSION: &[&str] = &["protocol", "port", "cidr", "source-group", "group-owner"];

/// The flag that says no to a truth value: the opposite of an outbound entry of a network ACL has a name of its own.
pub(super) fn opposite(name: &str) -> String {
    match name {
        "egress" => "--ingress".to_owned(),
        _ => format!("--no-{name}"),
    }
}

/// The extra flags of an operation, without hyphens.
pub(super) fn conveniences(operation: &Operation) -> &'static [&'static str] {
    match (operation.service, operation.name) {
        (
            Service::Ec2,
            "AuthorizeSecurityGroupIngress"
            | "AuthorizeSecurityGroupEgress"
            | "RevokeSecurityGroupIngress"
            | "RevokeSecurityGroupEgress",
        ) => PERMISSION,
        _ => &[],
    }
}

/// Turns the extra flags into members of the request.
///
/// # Errors
/// [`Failure::Parameter`].
pub(super) fn apply(given: &[Given], input: &mut Map<String, Value>) -> Result<(), Failure> {
    let word = |name: &str| {
        given
            .iter()
            .find(|given| given.flag.name.strip_prefix("--") == Some(name))
            .filter(|given| given.flag.purpose == Purpose::Convenience)
            .and_then(|given| given.words.first())
    };
    let Some(first) = PERMISSION.iter().find(|name| word(name).is_some()) else {
        return Ok(());
    };
    if input.contains_key("IpPermissions") {
        return Err(Failure::Parameter(format!(
            "The --{first} option is not compatible with the --ip-permissions option"
        )));
    }
    let mut permission = Map::new();
    if let Some(protocol) = word("protocol") {
        let protocol = if protocol == "all" { "-1" } else { protocol };
        permission.insert("IpProtocol".to_owned(), protocol.into());
    }
    if let Some(port) = word("port") {
        let (from, to) = ports(port)?;
        permission.insert("FromPort".to_owned(), from.into());
        permission.insert("ToPort".to_owned(), to.into());
    }
    if let Some(cidr) = word("cidr") {
        permission.insert("IpRanges".to_owned(), json!([{ "CidrIp": cidr }]));
    }
    if let Some(group) = word("source-group") {
        let mut pair = Map::new();
        let member = if group.starts_with("sg-") {
            "GroupId"
        } else {
            "GroupName"
        };
        pair.insert(member.to_owned(), group.as_str().into());
        if let Some(owner) = word("group-owner") {
            pair.insert("UserId".to_owned(), owner.as_str().into());
        }
        permission.insert("UserIdGroupPairs".to_owned(), json!([pair]));
    }
    input.insert("IpPermissions".to_owned(), json!([permission]));
    Ok(())
}

fn ports(text: &str) -> Result<(i64, i64), Failure> {
    let wrong = || {
        Failure::Parameter(
            "port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)".to_owned(),
        )
    };
    if matches!(text, "-1" | "all") {
        return Ok((-1, -1));
    }
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    Ok((
        from.parse().map_err(|_| wrong())?,
        to.parse().map_err(|_| wrong())?,
    ))
}
