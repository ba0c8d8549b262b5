//! Keys in a key store make no data key pairs.

use super::shared::{again, in_each};
use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.pair-in-store",
    raises: &in_each(
        [
            "kms:GenerateDataKeyPair",
            "kms:GenerateDataKeyPairWithoutPlaintext",
        ],
        30,
        "UnsupportedOperationException",
    ),
    docs: &[docs::API_GENERATE_PAIR, docs::USE_KEY_IN_STORE],
    origin: Origin::ServiceModel,
    check,
    // The kind of data key that a key in a key store does make.
    fix: |facts| {
        let lines = again(facts, &[("KeySpec", "AES_256")], &[]);
        lines
            .iter()
            .map(|line| line.replacen("generate-data-key-pair", "generate-data-key", 1))
            .collect()
    },
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
aws kms generate-data-key-pair --key-id $K --key-pair-spec RSA_2048",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts { key: Some(key), .. }) if key.store_id().is_some() => {
            broken([("key", key.arn.into())])
        }
        _ => holds(),
    }
}
