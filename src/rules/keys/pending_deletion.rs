//! The key waits for its deletion.

use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::model::KeyState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.pending-deletion",
    raises: &[
        exception("kms:Encrypt", 41, "KMSInvalidStateException"),
        exception("kms:Decrypt", 41, "KMSInvalidStateException"),
        exception("kms:ReEncrypt", 41, "KMSInvalidStateException"),
        exception("kms:GenerateDataKey", 41, "KMSInvalidStateException"),
        exception(
            "kms:GenerateDataKeyWithoutPlaintext",
            41,
            "KMSInvalidStateException",
        ),
        exception("kms:EnableKey", 41, "KMSInvalidStateException"),
        exception("kms:DisableKey", 41, "KMSInvalidStateException"),
        exception("kms:ScheduleKeyDeletion", 41, "KMSInvalidStateException"),
        exception("kms:EnableKeyRotation", 41, "KMSInvalidStateException"),
        exception("kms:DisableKeyRotation", 41, "KMSInvalidStateException"),
    ],
    docs: &[docs::KEY_STATES, docs::DELETE_KEYS],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        facts
            .key()
            .known()
            .and_then(|found| found.key)
            .map(|key| {
                vec![
                    format!("aws kms cancel-key-deletion --key-id {}", key.id),
                    format!("aws kms enable-key --key-id {}", key.id),
                ]
            })
            .unwrap_or_default()
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms schedule-key-deletion --key-id $K
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts {
            key: Some(key),
            state: Some(KeyState::PendingDeletion),
            ..
        }) => broken([("key", key.arn.into())]),
        _ => holds(),
    }
}
