//! A data key has a size, said in one way.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.data-key-size",
    raises: &[
        exception("kms:GenerateDataKey", 10, "ValidationException"),
        exception(
            "kms:GenerateDataKeyWithoutPlaintext",
            10,
            "ValidationException",
        ),
    ],
    docs: &[docs::API_GENERATE_DATA_KEY],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| again(facts, &[("KeySpec", "AES_256")], &["NumberOfBytes"]),
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms generate-data-key --key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    let by_spec = facts.text("KeySpec").given()?.is_some();
    let by_number = facts.member("NumberOfBytes").given()?.is_some();
    if by_spec == by_number {
        broken([])
    } else {
        holds()
    }
}
