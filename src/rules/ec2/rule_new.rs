//! The security group has this rule already.

use crate::docs;
use crate::facts::{Facts, NotGiven, network};
use crate::model::{Direction, Peer, PortRule, Protocol, same_rule};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::ec2 as words;

pub(super) const RULE: Rule = Rule {
    id: "ec2.rule-new",
    raises: &[
        exception("ec2:AuthorizeSecurityGroupIngress", 40, "InvalidPermission.Duplicate"),
        exception("ec2:AuthorizeSecurityGroupEgress", 40, "InvalidPermission.Duplicate"),
    ],
    docs: &[docs::SECURITY_GROUPS],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 authorize-security-group-ingress --group-id $G --protocol tcp --port 2223-2225 --source-group $G",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(found) = facts.group().given()? else {
        return holds();
    };
    let wanted = wanted(facts)?;
    let own = found.group.rules(direction(facts));
    match wanted
        .iter()
        .find(|rule| own.iter().any(|other| same_rule(rule, other)))
    {
        Some(rule) => broken([
            ("group", found.group.id.clone().into()),
            ("rule", show(rule).into()),
        ]),
        None => holds(),
    }
}

/// The rules that the request describes.
pub(super) fn wanted(facts: &dyn Facts) -> Result<Vec<PortRule>, NotGiven> {
    let permissions = facts.member("IpPermissions").given()?.unwrap_or_default();
    Ok(network::port_rules(
        &serde_json::json!({ "IpPermissions": permissions }),
    ))
}

/// The direction that the operation is about.
pub(super) fn direction(facts: &dyn Facts) -> Direction {
    if facts.operation().ends_with("Egress") {
        Direction::Egress
    } else {
        Direction::Ingress
    }
}

/// A rule in the words of EC2's own message.
fn show(rule: &PortRule) -> String {
    let peer = match &rule.peer {
        Peer::Group(id) | Peer::Range(id) => id,
    };
    match rule.protocol {
        Protocol::All => words::rule_for_all(peer),
        protocol => words::rule(
            peer,
            &protocol.word().to_ascii_uppercase(),
            rule.from_port,
            rule.to_port,
        ),
    }
}
