//! Most operations that manage a key take its id or its ARN, and no alias.

use super::shared::{CHECK_ARNS, again, in_each, key_of_alias};
use crate::docs;
use crate::facts::{Facts, KeyReference};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.alias-not-taken",
    raises: &in_each(CHECK_ARNS, 18, "InvalidArnException"),
    docs: &[docs::ALIASES, docs::FIND_KEY_ID],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        let Some(KeyReference::Alias(alias)) = facts.key().known().map(|found| found.reference)
        else {
            return Vec::new();
        };
        let key = key_of_alias(facts, &alias).unwrap_or_else(|| "\"$KEY_ID\"".to_owned());
        again(facts, &[("KeyId", &key)], &[])
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/payments --target-key-id $K
aws kms disable-key --key-id alias/payments",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()?.map(|found| found.reference) {
        Some(KeyReference::Alias(alias)) => broken([("alias", alias.into())]),
        _ => holds(),
    }
}
