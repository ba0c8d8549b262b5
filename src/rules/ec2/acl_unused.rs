//! A network ACL that guards subnets, and the one that came with its VPC, cannot be deleted.

use crate::docs;
use crate::facts::{Facts, network};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.acl-unused",
    raises: &[exception("ec2:DeleteNetworkAcl", 40, "DependencyViolation")],
    docs: &[docs::NETWORK_ACLS, docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
V=$(aws ec2 describe-vpcs --filters Name=is-default,Values=false --query 'Vpcs[0].VpcId' --output text)
A=$(aws ec2 create-network-acl --vpc-id $V --query NetworkAcl.NetworkAclId --output text)
O=$(aws ec2 describe-network-acls --filters Name=vpc-id,Values=$V Name=default,Values=true --query 'NetworkAcls[0].Associations[0].NetworkAclAssociationId' --output text)
aws ec2 replace-network-acl-association --association-id $O --network-acl-id $A
aws ec2 delete-network-acl --network-acl-id $A",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (facts.text("NetworkAclId").given()?, facts.region().given()?)
    else {
        return holds();
    };
    let Some(acl) = region.network.acls.get(&id) else {
        return holds();
    };
    let used: Vec<String> = network::acl_associations(&region.network, acl)
        .map(|association| association.subnet_id)
        .collect();
    if used.is_empty() {
        holds()
    } else {
        broken([("acl", id.into()), ("used", used.into())])
    }
}
