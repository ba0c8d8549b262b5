//! A key store that holds a KMS key, even one that waits for its deletion, cannot be deleted.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.store-empty",
    raises: &[exception(
        "kms:DeleteCustomKeyStore",
        30,
        "CustomKeyStoreHasCMKsException",
    )],
    docs: &[docs::DELETE_STORE, docs::DELETE_KEYS],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| {
        let Some((keys, region)) = facts.store_keys().known().zip(facts.region().known()) else {
            return Vec::new();
        };
        keys.iter()
            .filter(|id| {
                region
                    .keys
                    .get(*id)
                    .is_some_and(|key| key.deletion.is_none())
            })
            .map(|id| {
                format!("aws kms schedule-key-deletion --key-id {id} --pending-window-in-days 7")
            })
            .chain(["lab advance 31d".to_owned()])
            .collect()
    },
    break_it: "\
lab scenario store-with-key
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms disconnect-custom-key-store --custom-key-store-id $S
lab settle
aws kms delete-custom-key-store --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(store), Some(keys)) = (facts.store().given()?, facts.store_keys().given()?) else {
        return holds();
    };
    if keys.is_empty() {
        return holds();
    }
    broken([
        ("store", store.id.into()),
        ("count", keys.len().into()),
        ("keys", keys.into_iter().cloned().collect::<Vec<_>>().into()),
    ])
}
