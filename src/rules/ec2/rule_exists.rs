//! The security group has no such rule to revoke.

use super::rule_new::{direction, wanted};
use crate::docs;
use crate::facts::Facts;
use crate::model::same_rule;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.rule-exists",
    raises: &[
        exception(
            "ec2:RevokeSecurityGroupIngress",
            40,
            "InvalidPermission.NotFound",
        ),
        exception(
            "ec2:RevokeSecurityGroupEgress",
            40,
            "InvalidPermission.NotFound",
        ),
    ],
    docs: &[docs::SECURITY_GROUPS],
    origin: Origin::Ours,
    check,
    fix: |facts| {
        facts
            .text("GroupId")
            .known()
            .map(|id| format!("aws ec2 describe-security-groups --group-ids {id}"))
            .into_iter()
            .collect()
    },
    break_it: "\
G=$(aws ec2 describe-security-groups --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-ingress --group-id $G --protocol tcp --port 22 --cidr 10.0.0.0/16",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(found) = facts.group().given()? else {
        return holds();
    };
    let own = found.group.rules(direction(facts));
    if wanted(facts)?
        .iter()
        .all(|rule| own.iter().any(|other| same_rule(rule, other)))
    {
        holds()
    } else {
        broken([("group", found.group.id.into())])
    }
}
