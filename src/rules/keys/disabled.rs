//! The key is disabled.

use super::shared::{OTHER_USES, both, in_each, in_state};
use crate::docs;
use crate::model::KeyState;
use crate::rules::{Origin, Rule};

const CODE: &str = "DisabledException";

pub(super) const RULE: Rule = Rule {
    id: "keys.disabled",
    raises: &both::<12, 7, 19>(
        in_each(
            [
                "kms:CreateGrant",
                "kms:Decrypt",
                "kms:DisableKeyRotation",
                "kms:EnableKeyRotation",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyPair",
                "kms:GenerateDataKeyPairWithoutPlaintext",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncrypt",
                "kms:RotateKeyOnDemand",
                "kms:UpdatePrimaryRegion",
            ],
            40,
            CODE,
        ),
        in_each(OTHER_USES, 40, CODE),
    ),
    docs: &[docs::KEY_STATES],
    origin: Origin::Documented,
    check: |facts| in_state(facts, KeyState::Disabled),
    fix: |facts| {
        facts
            .key()
            .known()
            .and_then(|found| found.key)
            .map(|key| format!("aws kms enable-key --key-id {}", key.id))
            .into_iter()
            .collect()
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms disable-key --key-id $K
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};
