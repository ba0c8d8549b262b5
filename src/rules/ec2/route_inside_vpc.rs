//! Traffic inside a VPC is local; a route for one of its subnets can lead to an interface only.

use crate::docs;
use crate::facts::Facts;
use crate::facts::network::Cidr;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.route-inside-vpc",
    raises: &[exception("ec2:CreateRoute", 26, "InvalidParameterValue")],
    docs: &[docs::ROUTE_TABLES],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
T=$(aws ec2 describe-route-tables --query 'RouteTables[0].RouteTableId' --output text)
G=$(aws ec2 describe-internet-gateways --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 create-route --route-table-id $T --destination-cidr-block 172.31.0.0/20 --gateway-id $G",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(destination), Some(table), Some(region)) = (
        facts.text("DestinationCidrBlock").given()?,
        facts.route_table().given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    let network = &region.network;
    let vpc = network.vpcs.get(&table.vpc_id);
    let inside = match (
        Cidr::parse(&destination),
        vpc.and_then(|vpc| Cidr::parse(&vpc.cidr)),
    ) {
        (Some(range), Some(all)) => all.contains(range) && all != range,
        _ => false,
    };
    let of_subnet = network
        .subnets
        .values()
        .any(|subnet| subnet.vpc_id == table.vpc_id && subnet.cidr == destination);
    let to_interface = facts.text("NetworkInterfaceId").given()?.is_some();
    if !inside || (of_subnet && to_interface) {
        return holds();
    }
    broken([
        ("destination", destination.into()),
        ("vpc", table.vpc_id.into()),
    ])
}
