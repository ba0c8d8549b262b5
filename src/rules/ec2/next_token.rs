//! A token must be one that EC2 gave out, for the same list.

use super::PAGED;
use crate::docs;
use crate::facts::{Facts, foreign_token};
use crate::rules::{Check, Origin, Rule, broken, holds, in_each, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.next-token",
    raises: &in_each(PAGED, 12, "InvalidNextToken"),
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws ec2 describe-vpcs --no-paginate --next-token foreign",
};

fn check(facts: &dyn Facts) -> Check {
    match foreign_token(facts, "NextToken")? {
        Some(token) => broken([("token", token.into())]),
        None => holds(),
    }
}
