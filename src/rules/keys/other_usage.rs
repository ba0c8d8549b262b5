//! A symmetric encryption key does not sign, make codes or agree on secrets.

use super::shared::{OTHER_USES, in_each};
use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.other-usage",
    raises: &in_each(OTHER_USES, 45, "InvalidKeyUsageException"),
    docs: &[docs::USE_KEY_IN_STORE, docs::KEY_TYPES],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
aws kms sign --key-id $K --message aGVsbG8= --signing-algorithm RSASSA_PSS_SHA_256",
};

fn check(facts: &dyn Facts) -> Check {
    let operation = facts.operation().trim_start_matches("kms:").to_owned();
    match facts.key().given()? {
        Some(KeyFacts { key: Some(key), .. }) => {
            broken([("key", key.arn.into()), ("operation", operation.into())])
        }
        _ => holds(),
    }
}
