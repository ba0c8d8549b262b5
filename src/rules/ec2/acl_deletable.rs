//! The network ACL that came with a VPC goes only with it.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.acl-deletable",
    raises: &[exception(
        "ec2:DeleteNetworkAcl",
        30,
        "InvalidParameterValue",
    )],
    docs: &[docs::NETWORK_ACLS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
A=$(aws ec2 describe-network-acls --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 delete-network-acl --network-acl-id $A",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (facts.text("NetworkAclId").given()?, facts.region().given()?)
    else {
        return holds();
    };
    match region.network.acls.get(&id) {
        Some(acl) if !acl.custom => {
            broken([("acl", id.into()), ("vpc", acl.vpc_id.clone().into())])
        }
        _ => holds(),
    }
}
