//! An account as the bench measures it, smaller: what it costs to hold, to keep, to go back in, and to list.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use keystore_playground::api::operation;
use keystore_playground::playground::{Options, Playground};
use keystore_playground::sim::Memo;
use serde_json::json;

#[path = "bench/src/bin/operations/busy.rs"]
mod busy;
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

/// What is measured is what it says: nothing of it fails, and what is refused changes nothing.
#[test]
fn every_operation_that_is_measured_can_be_carried_out() {
    let small = busy::Busy::small(30, Memo::default()).unwrap();
    let large = busy::Busy::large(1, 10, small.playground.memo().clone()).unwrap();
    for mut busy in [small, large] {
        for operation in busy::OPERATIONS {
            let before = busy.playground.account().clone();
            busy.once(operation).unwrap();
            if operation.ends_with("refused") {
                let after = busy.playground.account();
                assert_eq!(after.regions, before.regions, "{operation}");
            }
        }
        let entries = busy.playground.log().len() + 20;
        busy.fill(entries).unwrap();
        assert_eq!(busy.playground.log().len(), entries);
    }
}

/// The event history of each Region follows the log through undo, other accounts and scenarios.
#[test]
fn events_are_those_of_the_log_as_it_is() {
    let mut playground = Playground::new(Options::default());
    let mut shell = playground.shell();
    let mut run = |line: &str| {
        let reply = shell.run(&mut playground, line);
        assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
        reply.stdout
    };
    let events = |run: &mut dyn FnMut(&str) -> String, region: &str| {
        let found = run(&format!(
            "aws cloudtrail lookup-events --region {region} --query 'Events[].EventName' --output text"
        ));
        found
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
            .join(" ")
    };
    run("aws kms create-key --region eu-west-1");
    run("aws kms create-key");
    run(
        "aws kms create-alias --alias-name alias/one --target-key-id $(aws kms list-keys --query 'Keys[0].KeyId' --output text)",
    );
    run("aws kms create-key --region eu-west-1");
    assert_eq!(events(&mut run, "us-east-1"), "CreateAlias CreateKey");
    assert_eq!(events(&mut run, "eu-west-1"), "CreateKey CreateKey");
    run("lab undo");
    run("lab undo");
    assert_eq!(events(&mut run, "us-east-1"), "CreateKey");
    assert_eq!(events(&mut run, "eu-west-1"), "CreateKey");
    run("aws ec2 create-vpc --cidr-block 10.0.0.0/16 --region eu-west-1");
    run("lab account 444455556666");
    assert_eq!(events(&mut run, "eu-west-1"), "");
    run("aws kms create-key --region eu-west-1");
    run("lab account 111122223333");
    assert_eq!(events(&mut run, "eu-west-1"), "CreateVpc CreateKey");
    run("lab scenario network");
    assert_eq!(events(&mut run, "eu-west-1"), "");
    run("lab undo");
    assert_eq!(events(&mut run, "eu-west-1"), "CreateVpc CreateKey");
}
