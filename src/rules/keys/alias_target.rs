//! An alias names a key, not another alias.

use super::shared::{again, in_each, key_of_alias};
use crate::docs;
use crate::facts::{Facts, KeyReference};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.alias-target",
    raises: &in_each(
        ["kms:CreateAlias", "kms:UpdateAlias"],
        18,
        "ValidationException",
    ),
    docs: &[docs::ALIASES, docs::API_CREATE_ALIAS],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        let target = facts.text("TargetKeyId").known().unwrap_or_default();
        let alias = target.rsplit(':').next().unwrap_or_default();
        let key = key_of_alias(facts, alias).unwrap_or_else(|| "\"$KEY_ID\"".to_owned());
        again(facts, &[("TargetKeyId", &key)], &[])
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/payments --target-key-id $K
aws kms create-alias --alias-name alias/invoices --target-key-id alias/payments",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()?.map(|found| found.reference) {
        Some(KeyReference::Alias(alias)) => broken([("target", alias.into())]),
        _ => holds(),
    }
}
