//! How many random bytes are wanted has to be said.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.random-size",
    raises: &[exception("kms:GenerateRandom", 10, "ValidationException")],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Observed,
    check,
    fix: |facts| again(facts, &[("NumberOfBytes", "32")], &[]),
    break_it: "\
aws kms generate-random",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.member("NumberOfBytes").given()?.is_some() {
        holds()
    } else {
        broken([])
    }
}
