//! The main route table of a VPC, and one that subnets are associated with, cannot be deleted.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.route-table-unused",
    raises: &[exception("ec2:DeleteRouteTable", 30, "DependencyViolation")],
    docs: &[docs::ROUTE_TABLES, docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
T=$(aws ec2 describe-route-tables --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 delete-route-table --route-table-id $T",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(table) = facts.route_table().given()? else {
        return holds();
    };
    let vpc = table.main.then(|| table.vpc_id.clone());
    let used: Vec<String> = table
        .associations
        .iter()
        .map(|association| association.subnet_id.clone())
        .chain(vpc)
        .collect();
    if used.is_empty() {
        holds()
    } else {
        broken([("table", table.id.into()), ("used", used.into())])
    }
}
