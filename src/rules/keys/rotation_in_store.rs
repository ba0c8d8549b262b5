//! Keys in a key store have no automatic rotation, in whatever state they are.

use super::shared::in_each;
use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.rotation-in-store",
    raises: &in_each(
        [
            "kms:DisableKeyRotation",
            "kms:EnableKeyRotation",
            "kms:GetKeyRotationStatus",
            "kms:ListKeyRotations",
            "kms:RotateKeyOnDemand",
        ],
        30,
        "UnsupportedOperationException",
    ),
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
