//! The network ACL has no such entry in this direction.

use super::acl_entry_new::named;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.acl-entry-exists",
    raises: &[
        exception(
            "ec2:ReplaceNetworkAclEntry",
            40,
            "InvalidNetworkAclEntry.NotFound",
        ),
        exception(
            "ec2:DeleteNetworkAclEntry",
            40,
            "InvalidNetworkAclEntry.NotFound",
        ),
    ],
    docs: &[docs::NETWORK_ACLS],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let id = facts.text("NetworkAclId").known();
        id.map(|id| format!("aws ec2 describe-network-acls --network-acl-ids {id}"))
            .into_iter()
            .collect()
    },
    break_it: "\
A=$(aws ec2 describe-network-acls --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 delete-network-acl-entry --network-acl-id $A --rule-number 90 --ingress",
};

fn check(facts: &dyn Facts) -> Check {
    match named(facts)? {
        Some((acl, number, None)) => broken([("acl", acl.into()), ("number", number)]),
        _ => holds(),
    }
}
