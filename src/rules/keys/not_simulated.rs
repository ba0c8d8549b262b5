//! What the service can do and this playground does not simulate. A call that only seemed to work would mislead.

use super::shared::in_each;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};
use crate::text::not_simulated as words;

pub(super) const RULE: Rule = Rule {
    id: "keys.not-simulated",
    raises: &in_each(
        [
            "kms:CreateGrant",
            "kms:Decrypt",
            "kms:EnableKeyRotation",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyPair",
            "kms:GenerateDataKeyPairWithoutPlaintext",
            "kms:GenerateRandom",
            "kms:GetKeyLastUsage",
            "kms:ListGrants",
            "kms:ListRetirableGrants",
            "kms:RetireGrant",
            "kms:RevokeGrant",
            "kms:RotateKeyOnDemand",
        ],
        70,
        "UnsupportedOperationException",
    ),
    docs: &[docs::KMS_API],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-grant --key-id $K --grantee-principal arn:aws:iam::111122223333:user/someone --operations Decrypt",
};

/// What is missing, by the beginning of the operation's name; the first that fits counts.
const MISSING: &[(&str, &str)] = &[
    ("EnableKeyRotation", words::AUTOMATIC_ROTATION),
    ("RotateKeyOnDemand", words::ROTATION_ON_DEMAND),
    ("GenerateDataKeyPair", words::DATA_KEY_PAIRS),
    ("GetKeyLastUsage", words::LAST_USAGE),
    ("CreateGrant", words::GRANTS),
    ("List", words::GRANTS),
    ("Re", words::GRANTS),
];

fn check(facts: &dyn Facts) -> Check {
    let operation = facts.operation().trim_start_matches("kms:");
    let found = MISSING.iter().find(|(name, _)| operation.starts_with(name));
    let missing = match found {
        Some((_, missing)) => missing,
        None if facts.member("Recipient").given()?.is_some() => words::RECIPIENT,
        None => return holds(),
    };
    broken([("missing", missing.to_owned().into())])
}
