//! The key waits for its deletion.

use super::shared::{OTHER_USES, both, in_each, in_state};
use crate::docs;
use crate::model::KeyState;
use crate::rules::{Origin, Rule};

const CODE: &str = "KMSInvalidStateException";

pub(super) const RULE: Rule = Rule {
    id: "keys.pending-deletion",
    raises: &both::<21, 7, 28>(
        in_each(
            [
                "kms:CreateAlias",
                "kms:CreateGrant",
                "kms:Decrypt",
                "kms:DisableKey",
                "kms:DisableKeyRotation",
                "kms:EnableKey",
                "kms:EnableKeyRotation",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyPair",
                "kms:GenerateDataKeyPairWithoutPlaintext",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncrypt",
                "kms:RotateKeyOnDemand",
                "kms:ScheduleKeyDeletion",
                "kms:TagResource",
                "kms:UntagResource",
                "kms:UpdateAlias",
                "kms:UpdateKeyDescription",
                "kms:UpdatePrimaryRegion",
                "kms:ReplicateKey",
            ],
            41,
            CODE,
        ),
        in_each(OTHER_USES, 41, CODE),
    ),
    docs: &[docs::KEY_STATES, docs::DELETE_KEYS],
    origin: Origin::Documented,
    check: |facts| in_state(facts, KeyState::PendingDeletion),
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
