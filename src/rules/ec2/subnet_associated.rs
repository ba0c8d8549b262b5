//! A subnet is associated with one route table.

use crate::docs;
use crate::facts::{Facts, NotGiven};
use crate::model::{Association, RouteTable};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.subnet-associated",
    raises: &[
        exception("ec2:AssociateRouteTable", 30, "Resource.AlreadyAssociated"),
    ],
    docs: &[docs::ROUTE_TABLES],
    origin: Origin::Ours,
    check,
    fix,
    break_it: "\
lab scenario network
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
V=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].VpcId' --output text)
T=$(aws ec2 create-route-table --vpc-id $V --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $T --subnet-id $S
aws ec2 associate-route-table --route-table-id $T --subnet-id $S",
};

/// The table that the subnet is associated with, by the association.
fn found(facts: &dyn Facts) -> Result<Option<(RouteTable, Association)>, NotGiven> {
    let (Some(id), Some(region)) = (facts.text("SubnetId").given()?, facts.region().given()?)
    else {
        return Ok(None);
    };
    let mut all = region.network.route_tables.values().flat_map(|table| {
        table
            .associations
            .iter()
            .map(move |association| (table, association))
    });
    Ok(all
        .find(|(_, association)| association.subnet_id == id)
        .map(|(table, association)| (table.clone(), association.clone())))
}

fn check(facts: &dyn Facts) -> Check {
    match found(facts)? {
        Some((table, association)) => broken([
            ("subnet", association.subnet_id.into()),
            ("table", table.id.into()),
        ]),
        None => holds(),
    }
}

fn fix(facts: &dyn Facts) -> Vec<String> {
    let Ok(Some((_, association))) = found(facts) else {
        return Vec::new();
    };
    let mut lines = vec![format!(
        "aws ec2 disassociate-route-table --association-id {}",
        association.id
    )];
    if let Ok(Some(table)) = facts.text("RouteTableId").given() {
        lines.push(format!(
            "aws ec2 associate-route-table --route-table-id {table} --subnet-id {}",
            association.subnet_id
        ));
    }
    lines
}
