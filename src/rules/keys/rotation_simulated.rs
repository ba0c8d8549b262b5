//! The automatic rotation of ordinary keys is not simulated. A call that only seemed to switch it on would mislead.

use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.rotation-simulated",
    raises: &[exception(
        "kms:EnableKeyRotation",
        50,
        "UnsupportedOperationException",
    )],
    docs: &[docs::ROTATE_KEYS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts { key: Some(key), .. }) => broken([("key", key.arn.into())]),
        _ => holds(),
    }
}
