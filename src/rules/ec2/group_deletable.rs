//! The default security group of a VPC goes only with its VPC.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.group-deletable",
    raises: &[exception("ec2:DeleteSecurityGroup", 25, "CannotDelete")],
    docs: &[docs::SECURITY_GROUPS, docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
G=$(aws ec2 describe-security-groups --filters Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 delete-security-group --group-id $G",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.group().given()? {
        Some(found) if found.group.name == "default" => broken([("group", found.group.id.into())]),
        _ => holds(),
    }
}
