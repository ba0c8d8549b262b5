//! The event history: every recorded call as AWS CloudTrail shows it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::shell::{Reply, Shell};
use serde_json::{Value, json};

const REGION: &str = "us-east-1";

struct Rehearsal {
    playground: Playground,
    shell: Shell,
}

impl Rehearsal {
    fn new(lines: &[&str]) -> Self {
        let playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        let shell = playground.shell();
        let mut rehearsal = Self { playground, shell };
        for line in lines {
            rehearsal.out(line);
        }
        rehearsal
    }

    fn run(&mut self, line: &str) -> Reply {
        self.shell.run(&mut self.playground, line)
    }

    fn out(&mut self, line: &str) -> String {
        let reply = self.run(line);
        assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
        reply.stdout.trim_end().to_owned()
    }

    fn lookup(&mut self, input: Value) -> Value {
        self.playground
            .call("cloudtrail", "LookupEvents", REGION, input)
            .unwrap()
            .unwrap()
    }

    /// The newest event of that name.
    fn event(&mut self, name: &str) -> Value {
        let found = self.lookup(json!({
            "LookupAttributes": [{ "AttributeKey": "EventName", "AttributeValue": name }],
        }));
        let text = found["Events"][0]["CloudTrailEvent"].as_str();
        serde_json::from_str(text.unwrap_or_else(|| panic!("no {name}"))).unwrap()
    }

    fn names(&mut self) -> Vec<String> {
        let found = self.lookup(json!({}));
        let events = found["Events"].as_array().unwrap();
        let name = |event: &Value| event["EventName"].as_str().unwrap().to_owned();
        events.iter().map(name).collect()
    }
}

/// The parts of an event that say what happened.
fn said(event: &Value) -> Value {
    let mut said = json!({});
    for part in [
        "errorCode",
        "errorMessage",
        "requestParameters",
        "responseElements",
        "additionalEventData",
        "readOnly",
    ] {
        if let Some(value) = event.get(part) {
            said[part] = value.clone();
        }
    }
    said
}

const CREATE: &str = "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id $C --key-store-password";

#[test]
fn a_key_store_is_made_without_its_password_and_certificate_and_a_failure_says_why() {
    let mut rehearsal = Rehearsal::new(&[
        "lab scenario ready-cluster",
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
    ]);
    let cluster = rehearsal.out("echo $C");
    let refused = rehearsal.run(&format!("{CREATE} kmsPswd"));
    assert_eq!(refused.exit_code, 254);
    let event = rehearsal.event("CreateCustomKeyStore");
    assert_eq!(event["errorCode"], "ValidationException");
    assert!(event["errorMessage"].as_str().unwrap().len() > 10);
    assert_eq!(event["responseElements"], Value::Null);

    rehearsal.out(&format!(
        "{CREATE} kmsPswd --trust-anchor-certificate file://customerCA.crt"
    ));
    let store = rehearsal.out(
        "aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text",
    );
    let event = rehearsal.event("CreateCustomKeyStore");
    let entries = rehearsal.playground.log().len();
    assert_eq!(
        event,
        json!({
            "eventVersion": "1.08",
            "userIdentity": {
                "type": "IAMUser",
                "principalId": "AIDAKEYSTOREPLAYGROUND",
                "arn": "arn:aws:iam::111122223333:user/reader",
                "accountId": "111122223333",
                "accessKeyId": "AKIAPLAYGROUNDREADER",
                "userName": "reader",
            },
            "eventTime": rehearsal.out("lab now"),
            "eventSource": "kms.amazonaws.com",
            "eventName": "CreateCustomKeyStore",
            "awsRegion": REGION,
            "sourceIPAddress": "192.0.2.0",
            "userAgent": "keystore-playground",
            "requestParameters": { "customKeyStoreName": "Example", "clusterId": cluster },
            "responseElements": { "customKeyStoreId": store },
            "requestID": event["requestID"],
            "eventID": event["eventID"],
            "readOnly": false,
            "eventType": "AwsApiCall",
            "managementEvent": true,
            "recipientAccountId": "111122223333",
            "eventCategory": "Management",
        })
    );
    assert_ne!(event["requestID"], event["eventID"]);
    assert_eq!(
        rehearsal.names(),
        ["CreateCustomKeyStore", "CreateCustomKeyStore"]
    );
    assert_eq!(
        rehearsal.playground.log().len(),
        entries,
        "looking leaves no entry"
    );
}

#[test]
fn events_of_a_key_store_name_it_even_when_it_is_gone() {
    let mut rehearsal = Rehearsal::new(&[
        "lab scenario store-disconnected",
        "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
        "C=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CloudHsmClusterId' --output text)",
        "lab inject network-errors",
        "aws kms connect-custom-key-store --custom-key-store-id $S",
        "lab settle",
        "lab inject network-errors --off",
        "aws kms disconnect-custom-key-store --custom-key-store-id $S",
        "lab settle",
        "aws kms update-custom-key-store --custom-key-store-id $S --cloud-hsm-cluster-id $C --key-store-password newPswd1",
        "aws kms update-custom-key-store --custom-key-store-id $S --new-custom-key-store-name Renamed",
        "aws kms delete-custom-key-store --custom-key-store-id $S",
    ]);
    let (store, cluster) = (rehearsal.out("echo $S"), rehearsal.out("echo $C"));
    // A connection that fails later has no event of its own.
    assert_eq!(
        rehearsal.names(),
        [
            "DeleteCustomKeyStore",
            "UpdateCustomKeyStore",
            "UpdateCustomKeyStore",
            "DisconnectCustomKeyStore",
            "ConnectCustomKeyStore",
        ]
    );
    let named = |name: &str| json!({ "customKeyStoreName": name, "clusterId": cluster });
    for (event, parameters, additional) in [
        (
            "ConnectCustomKeyStore",
            json!({ "customKeyStoreId": store }),
            named("ExampleKeyStore"),
        ),
        (
            "UpdateCustomKeyStore",
            json!({ "customKeyStoreId": store, "newCustomKeyStoreName": "Renamed" }),
            named("Renamed"),
        ),
        (
            "DeleteCustomKeyStore",
            json!({ "customKeyStoreId": store }),
            named("Renamed"),
        ),
    ] {
        assert_eq!(
            said(&rehearsal.event(event)),
            json!({
                "requestParameters": parameters,
                "responseElements": null,
                "additionalEventData": additional,
                "readOnly": false,
            })
        );
    }
    let found = rehearsal.lookup(json!({
        "LookupAttributes": [{ "AttributeKey": "EventName", "AttributeValue": "UpdateCustomKeyStore" }],
    }));
    assert!(!found.to_string().contains("newPswd1") && !found.to_string().contains("assword"));
}

#[test]
fn events_of_keys_say_where_their_material_is() {
    let mut rehearsal = Rehearsal::new(&[
        "lab scenario store-connected",
        "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
        "K=$(aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id $S --description deep --query KeyMetadata.KeyId --output text)",
        "aws kms encrypt --key-id $K --plaintext aGVsbG8= --encryption-context Purpose=Test,userName=a",
        "aws kms generate-random --number-of-bytes 8 --custom-key-store-id $S",
    ]);
    let (store, key) = (rehearsal.out("echo $S"), rehearsal.out("echo $K"));
    let arn = format!("arn:aws:kms:us-east-1:111122223333:key/{key}");
    let event = rehearsal.event("CreateKey");
    assert_eq!(
        event["requestParameters"],
        json!({
            "description": "deep",
            "origin": "AWS_CLOUDHSM",
            "customKeyStoreId": store,
            "keyUsage": "ENCRYPT_DECRYPT",
            "keySpec": "SYMMETRIC_DEFAULT",
            "customerMasterKeySpec": "SYMMETRIC_DEFAULT",
            "bypassPolicyLockoutSafetyCheck": false,
        })
    );
    let metadata = &event["responseElements"]["keyMetadata"];
    assert_eq!(metadata["aWSAccountId"], "111122223333");
    assert_eq!(metadata["customKeyStoreId"], json!(store));
    assert!(
        metadata["cloudHsmClusterId"]
            .as_str()
            .unwrap()
            .starts_with("cluster-")
    );
    let created = metadata["creationDate"].as_str().unwrap();
    assert!(created.starts_with("Jan 1, 2026, "), "{created}");
    let backing = event["additionalEventData"]["backingKey"].as_str().unwrap();
    let backing: Value = serde_json::from_str(backing).unwrap();
    let handle = backing["keyHandle"].as_str().unwrap().to_owned();
    assert!(handle.parse::<u32>().is_ok());
    assert_eq!(
        event["resources"],
        json!([{ "accountId": "111122223333", "type": "AWS::KMS::Key", "ARN": arn }])
    );

    let event = rehearsal.event("Encrypt");
    assert_eq!(
        said(&event),
        json!({
            "requestParameters": {
                "keyId": key,
                "encryptionContext": { "Purpose": "Test", "userName": "a" },
                "encryptionAlgorithm": "SYMMETRIC_DEFAULT",
            },
            "responseElements": null,
            "additionalEventData": { "customKeyStoreId": store },
            "readOnly": true,
        })
    );
    assert_eq!(event["resources"][0]["ARN"], json!(arn));

    let event = rehearsal.event("GenerateRandom");
    assert_eq!(
        said(&event),
        json!({
            "requestParameters": null,
            "responseElements": null,
            "additionalEventData": { "customKeyStoreId": store },
            "readOnly": true,
        })
    );
    assert!(event.get("resources").is_none());

    rehearsal.out("aws kms schedule-key-deletion --key-id $K --pending-window-in-days 7");
    let event = rehearsal.event("ScheduleKeyDeletion");
    assert_eq!(
        event["requestParameters"],
        json!({ "keyId": key, "pendingWindowInDays": 7 })
    );
    assert_eq!(event["responseElements"]["keyId"], json!(arn));
    assert_eq!(event["responseElements"]["keyState"], "PendingDeletion");
    let date = event["responseElements"]["deletionDate"].as_str().unwrap();
    assert!(date.starts_with("Jan 8, 2026, "), "{date}");
    let keys: Value = serde_json::from_str(
        event["additionalEventData"]["backingKeys"]
            .as_str()
            .unwrap(),
    )
    .unwrap();
    assert_eq!(keys, json!([backing]));
}

#[test]
fn the_end_of_a_key_is_an_event_of_the_service_that_tells_whether_its_material_is_gone() {
    for (disconnect, status) in [(false, "SUCCESS"), (true, "FAILURE")] {
        let mut rehearsal = Rehearsal::new(&[
            "lab scenario store-with-key",
            "K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)",
            "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
            "aws kms schedule-key-deletion --key-id $K --pending-window-in-days 7",
        ]);
        if disconnect {
            rehearsal.out("aws kms disconnect-custom-key-store --custom-key-store-id $S");
        }
        rehearsal.out("lab advance 8d");
        assert_eq!(rehearsal.names()[0], "DeleteKey");
        let event = rehearsal.event("DeleteKey");
        assert_eq!(event["eventType"], "AwsServiceEvent");
        assert_eq!(
            event["userIdentity"],
            json!({ "accountId": "111122223333", "invokedBy": "AWS Internal" })
        );
        assert_eq!(event["sourceIPAddress"], "AWS Internal");
        assert!(event.get("requestID").is_none());
        assert_eq!(event["requestParameters"], Value::Null);
        let arn = event["resources"][0]["ARN"].as_str().unwrap();
        assert!(arn.ends_with(&rehearsal.out("echo $K")), "{arn}");
        let additional = &event["additionalEventData"];
        assert_eq!(
            additional["customKeyStoreId"],
            json!(rehearsal.out("echo $S"))
        );
        let part = |name: &str| -> Value {
            serde_json::from_str(additional[name].as_str().unwrap()).unwrap()
        };
        let (mut keys, statuses) = (part("backingKeys"), part("backingKeysDeletionStatus"));
        keys[0]["deletionStatus"] = status.into();
        assert_eq!(keys, statuses);
        let time = event["eventTime"].as_str().unwrap();
        assert!(time.starts_with("2026-01-08T"), "{time}");
    }
}

#[test]
fn calls_of_the_other_services_are_recorded_and_reads_are_not() {
    let mut rehearsal = Rehearsal::new(&[
        "V=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)",
        "S=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)",
        "aws cloudhsmv2 create-cluster --hsm-type hsm2m.medium --subnet-ids $S",
        "aws sts get-caller-identity",
    ]);
    let vpc = rehearsal.out("echo $V");
    assert_eq!(rehearsal.names(), ["CreateCluster", "CreateVpc"]);
    let event = rehearsal.event("CreateVpc");
    assert_eq!(event["eventSource"], "ec2.amazonaws.com");
    assert_eq!(
        event["requestParameters"],
        json!({ "cidrBlock": "10.0.0.0/16" })
    );
    assert_eq!(event["responseElements"]["vpc"]["vpcId"], json!(vpc));
    let event = rehearsal.event("CreateCluster");
    assert_eq!(event["eventSource"], "cloudhsm.amazonaws.com");
    assert_eq!(event["requestParameters"]["hsmType"], "hsm2m.medium");
    assert_eq!(
        event["responseElements"]["cluster"]["state"],
        "CREATE_IN_PROGRESS"
    );
    let found = rehearsal.lookup(json!({
        "LookupAttributes": [{ "AttributeKey": "ResourceName", "AttributeValue": vpc }],
    }));
    assert_eq!(found["Events"].as_array().unwrap().len(), 1);
    assert_eq!(
        found["Events"][0]["Resources"],
        json!([{ "ResourceType": "AWS::EC2::VPC", "ResourceName": vpc }])
    );
}

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
    assert_eq!(again.unwrap(), before);
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
