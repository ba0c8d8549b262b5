//! The key is in a key store that is not connected.

use super::shared::{OTHER_USES, both, in_each, in_every_use};
use crate::docs;
use crate::facts::{Facts, KeyFacts};
use crate::model::{ConnectionState, Key, KeyState};
use crate::rules::{Check, Origin, Rule, broken, holds};

const CODE: &str = "KMSInvalidStateException";

pub(super) const RULE: Rule = Rule {
    id: "keys.unavailable",
    raises: &both::<5, 7, 12>(in_every_use(42, CODE), in_each(OTHER_USES, 42, CODE)),
    docs: &[docs::FIX_UNAVAILABLE_KEYS, docs::KEY_STATES],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let Some(key) = facts.key().known().and_then(|found| found.key) else {
            return Vec::new();
        };
        let (store, state) = store_of(facts, &key);
        let disconnect = (state == ConnectionState::Failed.word())
            .then(|| format!("aws kms disconnect-custom-key-store --custom-key-store-id {store}"));
        disconnect
            .into_iter()
            .chain([
                "lab settle".to_owned(),
                format!("aws kms connect-custom-key-store --custom-key-store-id {store}"),
                "lab settle".to_owned(),
            ])
            .collect()
    },
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms disconnect-custom-key-store --custom-key-store-id $S
lab settle
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(KeyFacts {
        key: Some(key),
        state: Some(KeyState::Unavailable),
        ..
    }) = facts.key().given()?
    else {
        return holds();
    };
    let (store, state) = store_of(facts, &key);
    broken([
        ("key", key.arn.into()),
        ("store", store.into()),
        ("state", state.into()),
    ])
}

/// The key store of a key: its id and its state.
fn store_of(facts: &dyn Facts, key: &Key) -> (String, &'static str) {
    let id = key.store_id().unwrap_or_default().to_owned();
    let state = facts
        .region()
        .known()
        .and_then(|region| region.key_stores.get(&id))
        .map_or("gone", |store| store.state.word());
    (id, state)
}
