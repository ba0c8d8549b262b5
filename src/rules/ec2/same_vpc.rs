//! A subnet is given to a route table or a network ACL of its own VPC, and an interface carries security groups of its own VPC.

use crate::docs;
use crate::facts::{Facts, NotGiven, network};
use crate::model::Network;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.same-vpc",
    raises: &[
        exception("ec2:AssociateRouteTable", 28, "InvalidParameterValue"),
        exception("ec2:ReplaceNetworkAclAssociation", 30, "InvalidParameterValue"),
        exception("ec2:CreateNetworkInterface", 38, "InvalidParameter"),
        exception("ec2:ModifyInstanceAttribute", 48, "InvalidParameter"),
    ],
    docs: &[docs::EC2_ERRORS, docs::ROUTE_TABLES, docs::NETWORK_ACLS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
T=$(aws ec2 describe-route-tables --filters Name=route.destination-cidr-block,Values=172.31.0.0/16 --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 associate-route-table --route-table-id $T --subnet-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    let network = &region.network;
    let Some(subnet) = subnet(facts, network)? else {
        return holds();
    };
    let Some(own) = network.subnets.get(&subnet).map(|subnet| &subnet.vpc_id) else {
        return holds();
    };
    for member in ["RouteTableId", "NetworkAclId", "Groups"] {
        for id in facts.texts(member).given()?.unwrap_or_default() {
            let other = network
                .route_tables
                .get(&id)
                .map(|table| &table.vpc_id)
                .or_else(|| network.acls.get(&id).map(|acl| &acl.vpc_id))
                .or_else(|| network.security_groups.get(&id).map(|group| &group.vpc_id));
            if other.is_some_and(|other| other != own) {
                return broken([("other", id.into()), ("subnet", subnet.into())]);
            }
        }
    }
    holds()
}

/// The subnet that the request is about: named, that of an association, or that of the client host.
fn subnet(facts: &dyn Facts, network: &Network) -> Result<Option<String>, NotGiven> {
    if let Some(id) = facts.text("AssociationId").given()? {
        return Ok(network::acl_association(network, &id).map(|found| found.subnet_id));
    }
    if facts.operation() == "ec2:ModifyInstanceAttribute" {
        let interface = facts
            .region()
            .given()?
            .and_then(|region| network.interfaces.get(region.client.interface.as_ref()?));
        return Ok(interface.map(|interface| interface.subnet_id.clone()));
    }
    facts.text("SubnetId").given()
}
