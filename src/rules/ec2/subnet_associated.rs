//! A subnet is associated with one route table.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.subnet-associated",
    raises: &[
        exception("ec2:AssociateRouteTable", 30, "Resource.AlreadyAssociated"),
    ],
    docs: &[docs::ROUTE_TABLES],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
V=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].VpcId' --output text)
T=$(aws ec2 create-route-table --vpc-id $V --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $T --subnet-id $S
aws ec2 associate-route-table --route-table-id $T --subnet-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (facts.text("SubnetId").given()?, facts.region().given()?)
    else {
        return holds();
    };
    let table = region.network.route_tables.values().find(|table| {
        table
            .associations
            .iter()
            .any(|association| association.subnet_id == id)
    });
    match table {
        Some(table) => broken([("subnet", id.into()), ("table", table.id.clone().into())]),
        None => holds(),
    }
}
