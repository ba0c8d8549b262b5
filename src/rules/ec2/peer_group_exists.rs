//! A rule names a security group that does not exist, or an interface is to carry one.

use crate::docs;
use crate::facts::{Facts, network};
use crate::model::Peer;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.peer-group-exists",
    raises: &[
        exception("ec2:AuthorizeSecurityGroupIngress", 30, "InvalidGroup.NotFound"),
        exception("ec2:AuthorizeSecurityGroupEgress", 30, "InvalidGroup.NotFound"),
        exception("ec2:ModifyInstanceAttribute", 40, "InvalidGroup.NotFound"),
        exception("ec2:CreateNetworkInterface", 40, "InvalidGroup.NotFound"),
    ],
    docs: &[docs::EC2_ERRORS, docs::SECURITY_GROUPS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
G=$(aws ec2 describe-security-groups --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $G --protocol tcp --port 22 --source-group sg-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    let mut named: Vec<String> = Vec::new();
    if let Some(permissions) = facts.member("IpPermissions").given()? {
        let input = serde_json::json!({ "IpPermissions": permissions });
        named.extend(
            network::port_rules(&input)
                .into_iter()
                .filter_map(|rule| match rule.peer {
                    Peer::Group(id) => Some(id),
                    Peer::Range(_) => None,
                }),
        );
    }
    if let Some(groups) = facts.member("Groups").given()? {
        named.extend(
            groups
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|id| id.as_str().map(str::to_owned)),
        );
    }
    match named
        .into_iter()
        .find(|id| !region.network.security_groups.contains_key(id))
    {
        Some(id) => broken([("group", id.into())]),
        None => holds(),
    }
}
