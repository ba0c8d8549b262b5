//! A key spec has a name of today and a deprecated one, and a request gives one of them.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.one-spec",
    raises: &[exception("kms:CreateKey", 8, "ValidationException")],
    docs: &[docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: |facts| again(facts, &[], &["CustomerMasterKeySpec"]),
    break_it: "aws kms create-key --key-spec SYMMETRIC_DEFAULT --customer-master-key-spec SYMMETRIC_DEFAULT",
};

fn check(facts: &dyn Facts) -> Check {
    let both = facts.text("KeySpec").given()?.is_some()
        && facts.text("CustomerMasterKeySpec").given()?.is_some();
    if both { broken([]) } else { holds() }
}
