//! A token must be one that the service gave out, for the same list.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::sim::continues;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.next-token",
    raises: &[
        exception("cloudhsmv2:DescribeClusters", 10, INVALID),
        exception("cloudhsmv2:DescribeBackups", 10, INVALID),
        exception("cloudhsmv2:ListTags", 20, INVALID),
    ],
    docs: &[docs::API_DESCRIBE_CLUSTERS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws cloudhsmv2 describe-clusters --no-paginate --next-token foreign",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(token) = facts.text("NextToken").given()? else {
        return holds();
    };
    let request = |member: &str| facts.member(member).known().unwrap_or_default();
    if continues(&token, &request) {
        holds()
    } else {
        broken([("token", token.into())])
    }
}
