//! The key is disabled.

use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::model::KeyState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.disabled",
    raises: &[
        exception("kms:Encrypt", 40, "DisabledException"),
        exception("kms:Decrypt", 40, "DisabledException"),
        exception("kms:ReEncrypt", 40, "DisabledException"),
        exception("kms:GenerateDataKey", 40, "DisabledException"),
        exception(
            "kms:GenerateDataKeyWithoutPlaintext",
            40,
            "DisabledException",
        ),
        exception("kms:EnableKeyRotation", 40, "DisabledException"),
        exception("kms:DisableKeyRotation", 40, "DisabledException"),
    ],
    docs: &[docs::KEY_STATES],
    origin: Origin::Documented,
    check,
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

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts {
            key: Some(key),
            state: Some(KeyState::Disabled),
            ..
        }) => broken([("key", key.arn.into())]),
        _ => holds(),
    }
}
