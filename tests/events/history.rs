//! How events are found, and whose history they are.

use keystore_playground::playground::Playground;
use serde_json::json;

use super::{REGION, Rehearsal};

#[test]
fn events_are_found_by_attribute_and_time_page_by_page() {
    let mut rehearsal = Rehearsal::new(&[]);
    for _ in 0..60 {
        rehearsal.out("aws kms create-key");
    }
    rehearsal.out("lab advance 1h");
    for _ in 0..60 {
        rehearsal.out("aws kms generate-random --number-of-bytes 8");
    }
    rehearsal.out("aws kms create-key --region eu-west-1");
    // The client walks all pages; the service gives 50 at most.
    let count = "aws cloudtrail lookup-events --query 'length(Events)'";
    assert_eq!(rehearsal.out(count), "120");
    let page = rehearsal.lookup(json!({}));
    assert_eq!(page["Events"].as_array().unwrap().len(), 50);
    let token = page["NextToken"].clone();
    let page = rehearsal.lookup(json!({ "MaxResults": 20, "NextToken": token }));
    let names: Vec<&str> = page["Events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["EventName"].as_str().unwrap())
        .collect();
    assert_eq!(names[..10], ["GenerateRandom"; 10]);
    assert_eq!(names[10..], ["CreateKey"; 10]);

    let mut counted = |arguments: &str| {
        rehearsal.out(&format!(
            "aws cloudtrail lookup-events {arguments} --query 'length(Events)'"
        ))
    };
    for (key, value, number) in [
        ("EventName", "CreateKey", "60"),
        ("ReadOnly", "true", "60"),
        ("Username", "reader", "120"),
        ("Username", "nobody", "0"),
        ("EventSource", "kms.amazonaws.com", "120"),
        ("EventSource", "ec2.amazonaws.com", "0"),
        ("AccessKeyId", "AKIAPLAYGROUNDREADER", "120"),
        ("ResourceType", "AWS::KMS::Key", "60"),
    ] {
        let attributes = format!("--lookup-attributes AttributeKey={key},AttributeValue={value}");
        assert_eq!(counted(&attributes), number, "{key}={value}");
    }
    assert_eq!(counted("--start-time 2026-01-01T00:30:00"), "60");
    assert_eq!(counted("--end-time 2026-01-01T00:30:00Z"), "60");
    assert_eq!(counted("--max-items 70"), "70");
    assert_eq!(counted("--region eu-west-1"), "1");
    assert_eq!(counted("--event-category insight"), "0");

    let newest = rehearsal.lookup(json!({ "MaxResults": 1 }))["Events"][0].clone();
    let found = rehearsal.lookup(json!({
        "LookupAttributes": [{ "AttributeKey": "EventId", "AttributeValue": newest["EventId"] }],
    }));
    assert_eq!(found["Events"], json!([newest]));
    assert_eq!(newest["ReadOnly"], "true");
    assert_eq!(newest["EventTime"], json!(1_767_229_200));

    rehearsal.out("lab advance 90d");
    assert_eq!(rehearsal.names().len(), 50);
    rehearsal.out("lab advance 1s");
    assert_eq!(
        rehearsal.names().len(),
        0,
        "the history reaches back 90 days"
    );
}

#[test]
fn what_is_undone_has_no_event_and_another_scenario_has_another_history() {
    let mut rehearsal = Rehearsal::new(&[
        "aws kms create-key",
        "aws kms generate-random --number-of-bytes 8",
    ]);
    let before = rehearsal.lookup(json!({}));
    rehearsal.out("lab undo");
    assert_eq!(rehearsal.names(), ["CreateKey"]);
    rehearsal.out("lab redo");
    assert_eq!(rehearsal.lookup(json!({})), before);
    let saved = rehearsal.playground.export();
    let mut imported = Playground::import(&saved).unwrap();
    let again = imported
        .call("cloudtrail", "LookupEvents", REGION, json!({}))
        .unwrap();
    assert_eq!(again, before);
    rehearsal.out("lab scenario network");
    assert!(rehearsal.names().is_empty());
}

#[test]
fn another_account_has_nothing_of_this_one_and_an_event_history_of_its_own() {
    let mut rehearsal = Rehearsal::new(&[
        "lab scenario store-with-key",
        "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
        "K=$(aws kms list-keys --query 'Keys[0].KeyArn' --output text)",
        "aws kms disable-key --key-id $K",
    ]);
    let reply = rehearsal.run("lab account 444455556666");
    assert_eq!(reply.prompt, "[ec2-user@client 444455556666 ~]$ ");
    let arn = "aws sts get-caller-identity --query Arn --output text";
    assert_eq!(rehearsal.out(arn), "arn:aws:iam::444455556666:user/reader");
    for (line, code) in [
        (
            "aws kms connect-custom-key-store --custom-key-store-id $S",
            "CustomKeyStoreNotFoundException",
        ),
        (
            "aws kms delete-custom-key-store --custom-key-store-id $S",
            "CustomKeyStoreNotFoundException",
        ),
        (
            "aws kms encrypt --key-id $K --plaintext aGk=",
            "AccessDeniedException",
        ),
    ] {
        let reply = rehearsal.run(line);
        assert!(
            reply.stderr.contains(&format!("({code})")),
            "{line}: {}",
            reply.stderr
        );
    }
    let list = "aws kms describe-custom-key-stores --query 'length(CustomKeyStores)'";
    assert_eq!(rehearsal.out(list), "0");
    let own = rehearsal.out("aws kms create-key --query KeyMetadata.Arn --output text");
    assert!(own.contains(":444455556666:key/"), "{own}");
    assert_eq!(
        rehearsal.names(),
        [
            "CreateKey",
            "Encrypt",
            "DeleteCustomKeyStore",
            "ConnectCustomKeyStore"
        ]
    );
    assert_eq!(
        rehearsal.event("CreateKey")["recipientAccountId"],
        "444455556666"
    );

    // What fell due in the meantime has happened when its owner comes back.
    rehearsal.out("lab account 111122223333");
    rehearsal.out("aws kms schedule-key-deletion --key-id $K --pending-window-in-days 7");
    rehearsal.out("lab account 444455556666");
    rehearsal.out("lab advance 8d");
    assert_eq!(
        rehearsal.out("aws kms list-keys --query 'Keys[].KeyArn' --output text"),
        own
    );
    rehearsal.out("lab account 111122223333");
    assert_eq!(
        rehearsal.names(),
        ["DeleteKey", "ScheduleKeyDeletion", "DisableKey"]
    );
    // Nothing of it is lost by a save.
    let again = Playground::import(&rehearsal.playground.export()).unwrap();
    assert_eq!(again.account(), rehearsal.playground.account());
}
