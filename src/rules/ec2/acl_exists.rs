//! There is no such network ACL in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

const CODE: &str = "InvalidNetworkAclID.NotFound";

pub(super) const RULE: Rule = Rule {
    id: "ec2.acl-exists",
    raises: &[
        exception("ec2:CreateNetworkAclEntry", 20, CODE),
        exception("ec2:ReplaceNetworkAclEntry", 20, CODE),
        exception("ec2:DeleteNetworkAclEntry", 20, CODE),
        exception("ec2:DeleteNetworkAcl", 20, CODE),
        exception("ec2:ReplaceNetworkAclAssociation", 20, CODE),
        exception("ec2:DescribeNetworkAcls", 20, CODE),
    ],
    docs: &[docs::EC2_ERRORS, docs::NETWORK_ACLS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws ec2 describe-network-acls --query 'NetworkAcls[].[NetworkAclId,VpcId]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws ec2 describe-network-acls --network-acl-ids acl-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    for member in ["NetworkAclIds", "NetworkAclId"] {
        for id in facts.texts(member).given()?.unwrap_or_default() {
            if !region.network.acls.contains_key(&id) {
                return broken([("acl", id.into())]);
            }
        }
    }
    holds()
}
