//! A token must be one that the event history gave out, for the same question.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::sim::continues;

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
