//! Only multi-Region keys are replicated.

use super::shared::in_each;
use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.multi-region",
    raises: &in_each(
        ["kms:ReplicateKey", "kms:UpdatePrimaryRegion"],
        30,
        "UnsupportedOperationException",
    ),
    docs: &[docs::MULTI_REGION],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
aws kms replicate-key --key-id $K --replica-region eu-west-1",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts { key: Some(key), .. }) => broken([("key", key.arn.into())]),
        _ => holds(),
    }
}
