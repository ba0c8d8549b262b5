//! A token must be one that the event history gave out, for the same question.

use crate::docs;
use crate::facts::{Facts, foreign_token};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudtrail.next-token",
    raises: &[exception(
        "cloudtrail:LookupEvents",
        30,
        "InvalidNextTokenException",
    )],
    docs: &[docs::API_LOOKUP_EVENTS],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "aws cloudtrail lookup-events --no-paginate --next-token foreign",
};

fn check(facts: &dyn Facts) -> Check {
    match foreign_token(facts, "NextToken")? {
        Some(token) => broken([("token", token.into())]),
        None => holds(),
    }
}
