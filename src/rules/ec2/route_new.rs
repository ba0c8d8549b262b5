//! A route table has one route for a destination.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.route-new",
    raises: &[
        exception("ec2:CreateRoute", 30, "RouteAlreadyExists"),
    ],
    docs: &[docs::ROUTE_TABLES],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
T=$(aws ec2 describe-route-tables --query 'RouteTables[0].RouteTableId' --output text)
G=$(aws ec2 describe-internet-gateways --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 create-route --route-table-id $T --destination-cidr-block 0.0.0.0/0 --gateway-id $G",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(destination), Some(table)) = (
        facts.text("DestinationCidrBlock").given()?,
        facts.route_table().given()?,
    ) else {
        return holds();
    };
    if table
        .routes
        .iter()
        .any(|route| route.destination == destination)
    {
        broken([
            ("destination", destination.into()),
            ("table", table.id.into()),
        ])
    } else {
        holds()
    }
}
