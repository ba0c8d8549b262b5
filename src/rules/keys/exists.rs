//! There is no such key in this account and Region.

use crate::docs;
use crate::facts::{Facts, KeyReference};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.exists",
    raises: &[
        exception("kms:DescribeKey", 20, "NotFoundException"),
        exception("kms:EnableKey", 20, "NotFoundException"),
        exception("kms:DisableKey", 20, "NotFoundException"),
        exception("kms:ScheduleKeyDeletion", 20, "NotFoundException"),
        exception("kms:CancelKeyDeletion", 20, "NotFoundException"),
        exception("kms:Encrypt", 20, "NotFoundException"),
        exception("kms:Decrypt", 30, "NotFoundException"),
        exception("kms:ReEncrypt", 30, "NotFoundException"),
        exception("kms:GenerateDataKey", 20, "NotFoundException"),
        exception(
            "kms:GenerateDataKeyWithoutPlaintext",
            20,
            "NotFoundException",
        ),
        exception("kms:GetKeyRotationStatus", 20, "NotFoundException"),
        exception("kms:EnableKeyRotation", 20, "NotFoundException"),
        exception("kms:DisableKeyRotation", 20, "NotFoundException"),
    ],
    docs: &[docs::FIND_KEY_ID],
    origin: Origin::Observed,
    check,
    fix: |_| vec!["aws kms list-keys --query 'Keys[].KeyArn' --output text".to_owned()],
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
        KeyReference::Malformed(text) => format!("Invalid keyId '{text}'"),
        KeyReference::OtherRegion(region) => format!("Invalid arn {region}"),
    };
    broken([
        ("message", message.into()),
        ("region", facts.region_name().given()?.into()),
    ])
}
