//! There is no such association of a subnet with a route table.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.association-exists",
    raises: &[exception(
        "ec2:DisassociateRouteTable",
        10,
        "InvalidAssociationID.NotFound",
    )],
    docs: &[docs::ROUTE_TABLES, docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws ec2 describe-route-tables --query 'RouteTables[].Associations[].[RouteTableAssociationId,SubnetId]' --output text".to_owned(),
        ]
    },
    break_it: "aws ec2 disassociate-route-table --association-id rtbassoc-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (
        facts.text("AssociationId").given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    let mut associations = region
        .network
        .route_tables
        .values()
        .flat_map(|table| &table.associations);
    if associations.any(|association| association.id == id) {
        holds()
    } else {
        broken([("association", id.into())])
    }
}
