//! A key that is not a symmetric encryption key needs a key usage.

use super::shared::{again, special_spec};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.usage-given",
    raises: &[exception("kms:CreateKey", 15, "ValidationException")],
    docs: &[docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: |facts| again(facts, &[], &["KeySpec", "CustomerMasterKeySpec"]),
    break_it: "aws kms create-key --key-spec HMAC_256",
};

fn check(facts: &dyn Facts) -> Check {
    // A key store takes no such key whatever its usage.
    if facts.text("CustomKeyStoreId").given()?.is_some()
        || facts.text("KeyUsage").given()?.is_some()
    {
        return holds();
    }
    match special_spec(facts)? {
        Some(spec) => broken([("spec", spec.into())]),
        None => holds(),
    }
}
