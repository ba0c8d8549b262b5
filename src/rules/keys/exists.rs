//! There is no such key in this account and Region.

use super::shared::{CHECK_ARNS, both, in_each, list_keys};
use crate::docs;
use crate::facts::{Facts, KeyReference};
use crate::rules::{Check, Origin, Rule, broken, holds};
use crate::text::found::keys as words;

const CODE: &str = "NotFoundException";

pub(super) const RULE: Rule = Rule {
    id: "keys.exists",
    raises: &both::<29, 16, 45>(
        in_each(CHECK_ARNS, 20, CODE),
        in_each(
            [
                "kms:CreateAlias",
                "kms:Decapsulate",
                "kms:Decrypt",
                "kms:DeriveSharedSecret",
                "kms:Encapsulate",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyPair",
                "kms:GenerateDataKeyPairWithoutPlaintext",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:GenerateMac",
                "kms:ReEncrypt",
                "kms:Sign",
                "kms:UpdateAlias",
                "kms:Verify",
                "kms:VerifyMac",
            ],
            20,
            CODE,
        ),
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
        KeyReference::Unknown(arn) => words::no_key(&arn),
        KeyReference::UnknownAlias(arn) => words::no_alias(&arn),
        KeyReference::Malformed(text)
        | KeyReference::Alias(text)
        | KeyReference::InvalidArn(text) => words::invalid_id(&text),
        KeyReference::OtherRegion(region) => words::invalid_arn(&region),
    };
    broken([
        ("message", message.into()),
        ("region", facts.region_name().given()?.into()),
    ])
}
