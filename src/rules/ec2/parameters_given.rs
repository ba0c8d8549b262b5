//! A parameter is missing of which the service model does not say that it is required.

use crate::docs;
use crate::facts::Facts;
use crate::model::Protocol;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.parameters-given",
    raises: &[
        exception("ec2:CreateRoute", 9, "MissingParameter"),
        exception("ec2:DeleteRoute", 9, "MissingParameter"),
        exception("ec2:AssociateRouteTable", 9, "MissingParameter"),
        exception("ec2:CreateNetworkAclEntry", 25, "MissingParameter"),
        exception("ec2:ReplaceNetworkAclEntry", 25, "MissingParameter"),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
T=$(aws ec2 describe-route-tables --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $T --destination-cidr-block 10.9.0.0/16",
};

/// What is needed by each operation: one of the members in each list.
const NEEDED: &[(&str, &[&[&str]])] = &[
    (
        "ec2:CreateRoute",
        &[
            &["DestinationCidrBlock"],
            &["GatewayId", "NetworkInterfaceId"],
        ],
    ),
    ("ec2:DeleteRoute", &[&["DestinationCidrBlock"]]),
    ("ec2:AssociateRouteTable", &[&["SubnetId"]]),
    ("ec2:CreateNetworkAclEntry", &[&["CidrBlock"]]),
    ("ec2:ReplaceNetworkAclEntry", &[&["CidrBlock"]]),
];

fn check(facts: &dyn Facts) -> Check {
    let needed = NEEDED
        .iter()
        .find(|(operation, _)| *operation == facts.operation())
        .map_or(&[][..], |(_, needed)| needed);
    for members in needed {
        let mut given = false;
        for member in *members {
            given |= facts.member(member).given()?.is_some();
        }
        if !given {
            return missing(members.join(" or "));
        }
    }
    // Of the protocols that entries of a network ACL name, those with ports need them.
    let protocol = facts.text("Protocol").given()?;
    let with_ports = protocol
        .is_some_and(|word| matches!(Protocol::parse(&word), Some(Protocol::Tcp | Protocol::Udp)));
    if with_ports && facts.member("PortRange").given()?.is_none() {
        return missing("PortRange".to_owned());
    }
    holds()
}

fn missing(parameter: String) -> Check {
    broken([("parameter", parameter.into())])
}
