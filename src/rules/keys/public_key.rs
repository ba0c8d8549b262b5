//! A symmetric encryption key has no public key.

use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.public-key",
    raises: &[exception(
        "kms:GetPublicKey",
        30,
        "UnsupportedOperationException",
    )],
    docs: &[docs::KEY_TYPES],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
aws kms get-public-key --key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts { key: Some(key), .. }) => broken([("key", key.arn.into())]),
        _ => holds(),
    }
}
