//! An account as the bench measures it, smaller: what it costs to hold, to keep, to go back in, and to list.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use keystore_playground::api::operation;
use keystore_playground::playground::Playground;
use keystore_playground::sim::Memo;
use serde_json::json;

#[path = "bench/src/bin/operations/large.rs"]
mod large;

const STORES: usize = 2;
const KEYS: usize = 150;

#[test]
fn an_account_of_many_stores_is_the_same_after_undo_redo_and_import() {
    let mut playground = large::account(STORES, KEYS, Memo::default()).unwrap();
    for region in playground.account().regions.values() {
        assert_eq!(region.key_stores.len(), STORES);
        assert_eq!(region.keys.len(), STORES * KEYS);
        for store in region.key_stores.keys() {
            let held = region
                .keys
                .values()
                .filter(|key| key.store_id() == Some(store));
            assert!(region.keys.in_store(store).eq(held.map(|key| &key.id)));
        }
    }
    let before = playground.account().clone();
    for _ in 0..200 {
        assert!(playground.undo().unwrap());
    }
    assert_ne!(*playground.account(), before);
    for _ in 0..200 {
        assert!(playground.redo().unwrap());
    }
    assert_eq!(*playground.account(), before);
    let again = Playground::import(&playground.export()).unwrap();
    assert_eq!(*again.account(), before);
    every_key_is_listed_once(&mut playground);
}

/// Page by page, the pages' size not dividing the number of keys.
fn every_key_is_listed_once(playground: &mut Playground) {
    let list = operation("kms", "ListKeys").unwrap();
    let mut found = Vec::new();
    let mut input = json!({ "Limit": 7 });
    loop {
        let page = playground
            .call("kms", list.name, "eu-west-1", input.clone())
            .unwrap()
            .unwrap();
        let ids = page["Keys"].as_array().unwrap().iter();
        found.extend(ids.map(|key| key["KeyId"].as_str().unwrap().to_owned()));
        if page["Truncated"] == false {
            break;
        }
        input["Marker"] = page["NextMarker"].clone();
    }
    let region = playground.account().region("eu-west-1").unwrap();
    assert!(found.iter().eq(region.keys.keys()));
}
