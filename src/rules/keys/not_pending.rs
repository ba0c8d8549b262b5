//! Only a deletion that is pending can be canceled.

use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::model::KeyState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.not-pending",
    raises: &[exception(
        "kms:CancelKeyDeletion",
        40,
        "KMSInvalidStateException",
    )],
    docs: &[docs::KEY_STATES, docs::DELETE_KEYS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms cancel-key-deletion --key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts {
            key: Some(key),
            state: Some(state),
            ..
        }) if state != KeyState::PendingDeletion => broken([("key", key.arn.into())]),
        _ => holds(),
    }
}
