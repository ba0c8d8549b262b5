//! A security group has at most 60 rules in each direction.

use super::rule_new::{direction, wanted};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.rules-per-group",
    raises: &[
        exception(
            "ec2:AuthorizeSecurityGroupIngress",
            50,
            "RulesPerSecurityGroupLimitExceeded",
        ),
        exception(
            "ec2:AuthorizeSecurityGroupEgress",
            50,
            "RulesPerSecurityGroupLimitExceeded",
        ),
    ],
    docs: &[docs::SECURITY_GROUPS, docs::VPC_QUOTAS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "",
};

/// Rules of one direction (VPC user guide, quotas).
const MOST: usize = 60;

fn check(facts: &dyn Facts) -> Check {
    let Some(found) = facts.group().given()? else {
        return holds();
    };
    let have = found.group.rules(direction(facts)).len() + wanted(facts)?.len();
    if have > MOST {
        broken([
            ("group", found.group.id.into()),
            ("have", have.into()),
            ("most", MOST.into()),
        ])
    } else {
        holds()
    }
}
