//! A route and a security group rule name a range of addresses in CIDR notation.

use crate::docs;
use crate::facts::{
    Facts,
    network::{Cidr, is_ipv6},
};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.range-parses",
    raises: &[
        exception(
            "ec2:AuthorizeSecurityGroupIngress",
            26,
            "InvalidParameterValue",
        ),
        exception(
            "ec2:AuthorizeSecurityGroupEgress",
            26,
            "InvalidParameterValue",
        ),
        exception("ec2:CreateRoute", 25, "InvalidParameterValue"),
    ],
    docs: &[docs::VPC_SIZE, docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
G=$(aws ec2 describe-security-groups --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $G --protocol tcp --port 22 --cidr 10.0.0.0/33",
};

fn check(facts: &dyn Facts) -> Check {
    let permissions = facts.member("IpPermissions").given()?.unwrap_or_default();
    let peers = permissions
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|permission| permission["IpRanges"].as_array())
        .flatten()
        .filter_map(|range| range["CidrIp"].as_str().map(str::to_owned));
    let destination = facts.text("DestinationCidrBlock").given()?;
    let wider = permissions
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|permission| permission["Ipv6Ranges"].as_array())
        .flatten()
        .filter_map(|range| range["CidrIpv6"].as_str().map(str::to_owned));
    let malformed = peers
        .chain(destination)
        .find(|range| Cidr::parse(range).is_none())
        .or_else(|| wider.into_iter().find(|range| !is_ipv6(range)));
    match malformed {
        Some(range) => broken([("range", range.into())]),
        None => holds(),
    }
}
