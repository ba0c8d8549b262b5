//! What an event says of the calls of each service.

use serde_json::{Value, json};

use super::{CREATE, REGION, Rehearsal, said};

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
fn a_re_encryption_is_about_two_keys_and_its_algorithms_are_named_always() {
    let mut rehearsal = Rehearsal::new(&[
        "lab scenario store-with-key",
        "K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)",
        "S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)",
        "P=$(aws kms create-key --query KeyMetadata.KeyId --output text)",
        "B=$(aws kms encrypt --key-id $K --plaintext aGVsbG8= --query CiphertextBlob --output text)",
        "aws kms re-encrypt --ciphertext-blob $B --destination-key-id $P --destination-encryption-context Purpose=Test",
    ]);
    let (key, other) = (rehearsal.out("echo $K"), rehearsal.out("echo $P"));
    let event = rehearsal.event("ReEncrypt");
    assert_eq!(
        said(&event),
        json!({
            "requestParameters": {
                "destinationKeyId": other,
                "destinationEncryptionContext": { "Purpose": "Test" },
                "sourceEncryptionAlgorithm": "SYMMETRIC_DEFAULT",
                "destinationEncryptionAlgorithm": "SYMMETRIC_DEFAULT",
            },
            "responseElements": null,
            "additionalEventData": { "customKeyStoreId": rehearsal.out("echo $S") },
            "readOnly": true,
        })
    );
    let arn = |id: &str| format!("arn:aws:kms:us-east-1:111122223333:key/{id}");
    let about =
        |id: &str| json!({ "accountId": "111122223333", "type": "AWS::KMS::Key", "ARN": arn(id) });
    assert_eq!(event["resources"], json!([about(&key), about(&other)]));
    let found = rehearsal.lookup(json!({
        "LookupAttributes": [{ "AttributeKey": "ResourceName", "AttributeValue": arn(&key) }],
    }));
    assert_eq!(found["Events"][0]["EventName"], "ReEncrypt");
    // From a key into itself: it is one.
    rehearsal.out("aws kms re-encrypt --ciphertext-blob $B --destination-key-id $K");
    assert_eq!(
        rehearsal.event("ReEncrypt")["resources"],
        json!([about(&key)])
    );
}

#[test]
fn an_event_of_a_refused_call_has_the_code_that_events_use() {
    let mut rehearsal = Rehearsal::new(&["lab deny kms:CreateKey", "lab deny ec2:CreateVpc"]);
    for (line, event, code) in [
        ("aws kms create-key", "CreateKey", "AccessDenied"),
        (
            "aws ec2 create-vpc --cidr-block 10.0.0.0/16",
            "CreateVpc",
            "Client.UnauthorizedOperation",
        ),
        (
            "aws kms generate-random",
            "GenerateRandom",
            "ValidationException",
        ),
        (
            "aws cloudhsmv2 delete-cluster --cluster-id cluster-abcdefghijk",
            "DeleteCluster",
            "CloudHsmResourceNotFoundException",
        ),
    ] {
        assert_eq!(rehearsal.run(line).exit_code, 254, "{line}");
        let event = rehearsal.event(event);
        assert_eq!(event["errorCode"], code);
        assert_eq!(event["responseElements"], Value::Null, "{line}");
        let message = event["errorMessage"].as_str().unwrap_or_default();
        assert!(!message.is_empty(), "{line}");
    }
    // Where the service sends no text there is none.
    assert_eq!(
        rehearsal
            .run("aws kms decrypt --ciphertext-blob aGVsbG8=")
            .exit_code,
        254
    );
    let event = rehearsal.event("Decrypt");
    assert_eq!(event["errorCode"], "InvalidCiphertextException");
    assert!(event.get("errorMessage").is_none());
}
