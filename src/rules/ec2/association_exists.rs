//! There is no such association of a subnet with a route table or a network ACL.

use crate::docs;
use crate::facts::{Facts, network};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

const OF_ACLS: &str = "ec2:ReplaceNetworkAclAssociation";
const CODE: &str = "InvalidAssociationID.NotFound";

pub(super) const RULE: Rule = Rule {
    id: "ec2.association-exists",
    raises: &[
        exception("ec2:DisassociateRouteTable", 10, CODE),
        exception(OF_ACLS, 10, CODE),
    ],
    docs: &[docs::ROUTE_TABLES, docs::NETWORK_ACLS, docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: |facts| {
        let line = if facts.operation() == OF_ACLS {
            "aws ec2 describe-network-acls --query 'NetworkAcls[].Associations[].[NetworkAclAssociationId,SubnetId]' --output text"
        } else {
            "aws ec2 describe-route-tables --query 'RouteTables[].Associations[].[RouteTableAssociationId,SubnetId]' --output text"
        };
        vec![line.to_owned()]
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
    let found = if facts.operation() == OF_ACLS {
        network::acl_association(&region.network, &id).is_some()
    } else {
        let tables = region.network.route_tables.values();
        let mut associations = tables.flat_map(|table| &table.associations);
        associations.any(|association| association.id == id)
    };
    if found {
        holds()
    } else {
        broken([("association", id.into())])
    }
}
