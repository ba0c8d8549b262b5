//! Keys in a key store have no automatic rotation, in whatever state they are.

use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "UnsupportedOperationException";

pub(super) const RULE: Rule = Rule {
    id: "keys.rotation-in-store",
    raises: &[
        exception("kms:GetKeyRotationStatus", 30, CODE),
        exception("kms:EnableKeyRotation", 30, CODE),
        exception("kms:DisableKeyRotation", 30, CODE),
    ],
    docs: &[docs::ROTATE_KEYS, docs::KEY_STATES],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
aws kms get-key-rotation-status --key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts { key: Some(key), .. }) if key.store_id().is_some() => {
            broken([("key", key.arn.into())])
        }
        _ => holds(),
    }
}
