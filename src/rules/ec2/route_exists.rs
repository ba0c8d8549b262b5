//! The route table has no such route, or it is the local one.

use crate::docs;
use crate::facts::Facts;
use crate::model::RouteTarget;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.route-exists",
    raises: &[exception("ec2:DeleteRoute", 30, "InvalidRoute.NotFound")],
    docs: &[docs::ROUTE_TABLES],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
T=$(aws ec2 describe-route-tables --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 delete-route --route-table-id $T --destination-cidr-block 10.9.0.0/16",
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
        .any(|route| route.destination == destination && route.target != RouteTarget::Local)
    {
        holds()
    } else {
        broken([
            ("destination", destination.into()),
            ("table", table.id.into()),
        ])
    }
}
