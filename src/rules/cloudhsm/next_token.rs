//! A token must be one that the service gave out.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::sim::offset;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.next-token",
    raises: &[
        exception("cloudhsmv2:DescribeClusters", 10, INVALID),
        exception("cloudhsmv2:DescribeBackups", 10, INVALID),
    ],
    docs: &[docs::API_DESCRIBE_CLUSTERS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws cloudhsmv2 describe-clusters --no-paginate --next-token foreign",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("NextToken").given()? {
        Some(token) if offset(&token).is_none() => broken([("token", token.into())]),
        _ => holds(),
    }
}
