//! A token must be one that the service gave out, for the same list.

use super::INVALID;
use crate::docs;
use crate::facts::{Facts, foreign_token};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

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
    match foreign_token(facts, "NextToken")? {
        Some(token) => broken([("token", token.into())]),
        None => holds(),
    }
}
