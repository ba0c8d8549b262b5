//! A network ACL has one entry of a number in each direction.

use crate::docs;
use crate::facts::Facts;
use serde_json::Value;

use crate::facts::NotGiven;
use crate::model::{AclEntry, Direction};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.acl-entry-new",
    raises: &[exception("ec2:CreateNetworkAclEntry", 40, "NetworkAclEntryAlreadyExists")],
    docs: &[docs::NETWORK_ACLS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
A=$(aws ec2 describe-network-acls --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 create-network-acl-entry --network-acl-id $A --rule-number 100 --protocol all --cidr-block 10.0.0.0/16 --rule-action deny --ingress",
};

fn check(facts: &dyn Facts) -> Check {
    match named(facts)? {
        Some((acl, number, Some(_))) => broken([("acl", acl.into()), ("number", number)]),
        _ => holds(),
    }
}

/// The network ACL and the number that the request names, and the entry that is there.
pub(super) fn named(
    facts: &dyn Facts,
) -> Result<Option<(String, Value, Option<AclEntry>)>, NotGiven> {
    let (Some(id), Some(region)) = (facts.text("NetworkAclId").given()?, facts.region().given()?)
    else {
        return Ok(None);
    };
    let number = facts.member("RuleNumber").given()?.unwrap_or_default();
    let egress = facts.member("Egress").given()? == Some(true.into());
    let Some(acl) = region.network.acls.get(&id) else {
        return Ok(None);
    };
    let found = acl
        .entries
        .iter()
        .find(|entry| number == entry.number && egress == (entry.direction == Direction::Egress));
    Ok(Some((id, number, found.cloned())))
}
