//! An entry of a network ACL has a number, a protocol, a range and, with TCP and UDP, ports.

use crate::docs;
use crate::facts::Facts;
use crate::facts::{NotGiven, network::Cidr, way::LAST};
use crate::model::Protocol;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::ec2 as words;

pub(super) const RULE: Rule = Rule {
    id: "ec2.acl-entry-parses",
    raises: &[
        exception("ec2:CreateNetworkAclEntry", 30, "InvalidParameterValue"),
        exception("ec2:ReplaceNetworkAclEntry", 30, "InvalidParameterValue"),
        exception("ec2:DeleteNetworkAclEntry", 30, "InvalidParameterValue"),
    ],
    docs: &[docs::NETWORK_ACLS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
A=$(aws ec2 describe-network-acls --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 create-network-acl-entry --network-acl-id $A --rule-number 0 --protocol tcp --port-range From=2223,To=2225 --cidr-block 10.0.0.0/16 --rule-action deny --ingress",
};

fn check(facts: &dyn Facts) -> Check {
    match problem(facts)? {
        Some(problem) => broken([("problem", problem.into())]),
        None => holds(),
    }
}

fn problem(facts: &dyn Facts) -> Result<Option<String>, NotGiven> {
    let number = facts.member("RuleNumber").given()?.unwrap_or_default();
    if !number
        .as_u64()
        .is_some_and(|number| (1..u64::from(LAST)).contains(&number))
    {
        return Ok(Some(words::rule_number(&number.to_string(), LAST - 1)));
    }
    if let Some(word) = facts.text("Protocol").given()?
        && Protocol::parse(&word).is_none()
    {
        return Ok(Some(words::other_protocol(&word)));
    }
    if let Some(range) = facts.text("CidrBlock").given()?
        && Cidr::parse(&range).is_none()
    {
        return Ok(Some(words::no_range(&range)));
    }
    let ports = facts.member("PortRange").given()?.unwrap_or_default();
    let (from, to) = (ports["From"].as_i64(), ports["To"].as_i64());
    let fits = match (from, to) {
        (Some(from), Some(to)) => 0 <= from && from <= to && to <= i64::from(u16::MAX),
        (None, None) => true,
        _ => false,
    };
    Ok((!fits).then(|| words::no_port_range(&ports.to_string())))
}
