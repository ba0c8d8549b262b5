//! There is no such key in this account and Region.

use super::shared::{in_each, list_keys};
use crate::docs;
use crate::facts::{Facts, KeyReference};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.exists",
    raises: &in_each(
        [
            "kms:CancelKeyDeletion",
            "kms:CreateAlias",
            "kms:CreateGrant",
            "kms:Decapsulate",
            "kms:Decrypt",
            "kms:DeleteImportedKeyMaterial",
            "kms:DeriveSharedSecret",
            "kms:DescribeKey",
            "kms:DisableKey",
            "kms:DisableKeyRotation",
            "kms:EnableKey",
            "kms:EnableKeyRotation",
            "kms:Encapsulate",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:GenerateDataKeyPair",
            "kms:GenerateDataKeyPairWithoutPlaintext",
            "kms:GenerateDataKeyWithoutPlaintext",
            "kms:GenerateMac",
            "kms:GetKeyLastUsage",
            "kms:GetKeyPolicy",
            "kms:GetKeyRotationStatus",
            "kms:GetParametersForImport",
            "kms:GetPublicKey",
            "kms:ImportKeyMaterial",
            "kms:ListAliases",
            "kms:ListGrants",
            "kms:ListKeyPolicies",
            "kms:ListKeyRotations",
            "kms:ListResourceTags",
            "kms:PutKeyPolicy",
            "kms:ReEncrypt",
            "kms:ReplicateKey",
            "kms:RetireGrant",
            "kms:RevokeGrant",
            "kms:RotateKeyOnDemand",
            "kms:ScheduleKeyDeletion",
            "kms:Sign",
            "kms:TagResource",
            "kms:UntagResource",
            "kms:UpdateAlias",
            "kms:UpdateKeyDescription",
            "kms:UpdatePrimaryRegion",
            "kms:Verify",
            "kms:VerifyMac",
        ],
        20,
        "NotFoundException",
    ),
    docs: &[docs::FIND_KEY_ID],
    origin: Origin::Observed,
    check,
    fix: list_keys,
    break_it: "\
aws kms describe-key --key-id 12345678-1234-1234-1234-123456789012",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(found) = facts.key().given()? else {
        return holds();
    };
    let message = match found.reference {
        KeyReference::Found | KeyReference::OtherAccount(_) => return holds(),
        KeyReference::Unknown(arn) => format!("Key '{arn}' does not exist"),
        KeyReference::UnknownAlias(arn) => format!("Alias {arn} is not found."),
        KeyReference::Malformed(text)
        | KeyReference::Alias(text)
        | KeyReference::InvalidArn(text) => format!("Invalid keyId '{text}'"),
        KeyReference::OtherRegion(region) => format!("Invalid arn {region}"),
    };
    broken([
        ("message", message.into()),
        ("region", facts.region_name().given()?.into()),
    ])
}
