//! A security group has no rule of that id.

use super::rule_new::direction;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.rule-ids",
    raises: &[
        exception(
            "ec2:DescribeSecurityGroupRules",
            20,
            "InvalidSecurityGroupRuleId.NotFound",
        ),
        exception(
            "ec2:RevokeSecurityGroupIngress",
            22,
            "InvalidSecurityGroupRuleId.NotFound",
        ),
        exception(
            "ec2:RevokeSecurityGroupEgress",
            22,
            "InvalidSecurityGroupRuleId.NotFound",
        ),
    ],
    docs: &[docs::SECURITY_GROUPS, docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws ec2 describe-security-group-rules --query 'SecurityGroupRules[].[SecurityGroupRuleId,GroupId]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws ec2 describe-security-group-rules --security-group-rule-ids sgr-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(ids), Some(region)) = (
        facts.texts("SecurityGroupRuleIds").given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    let group = facts.text("GroupId").given()?;
    let here = |group_id: &str| group.as_ref().is_none_or(|group| group == group_id);
    // A rule is revoked in its own direction; a list shows both.
    let revoked = facts.operation().contains("Revoke");
    let known = |id: &str| {
        let mut groups = region.network.security_groups.values();
        groups.any(|group| {
            let (ingress, egress) = (group.ingress.iter(), group.egress.iter());
            here(&group.id)
                && if revoked {
                    group
                        .rules(direction(facts))
                        .iter()
                        .any(|rule| rule.id == id)
                } else {
                    ingress.chain(egress).any(|rule| rule.id == id)
                }
        })
    };
    match ids.into_iter().find(|id| !known(id)) {
        Some(id) => broken([("rule", id.into())]),
        None => holds(),
    }
}
