//! What is answered, and how refusals are worded.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use keystore_playground::playground::Playground;
use serde_json::{Value, json};

use super::{REGION, after, cloudhsm, field, kms, playground, signed};

#[test]
fn blobs_are_base64_and_times_are_numbers() {
    let mut playground = playground();
    playground.tick(250).unwrap();
    let (status, made) = kms(&mut playground, "CreateKey", "{}");
    assert_eq!(status, 200);
    assert_eq!(made["KeyMetadata"]["CreationDate"], json!(1_767_225_600.25));
    let key = made["KeyMetadata"]["KeyId"].as_str().unwrap();

    let body = json!({ "KeyId": key, "Plaintext": STANDARD.encode("hello") }).to_string();
    let (_, sealed) = kms(&mut playground, "Encrypt", &body);
    let blob = sealed["CiphertextBlob"].as_str().unwrap();
    assert!(STANDARD.decode(blob).is_ok());
    let body = json!({ "CiphertextBlob": blob }).to_string();
    let (_, opened) = kms(&mut playground, "Decrypt", &body);
    assert_eq!(
        opened,
        json!({
            "KeyId": made["KeyMetadata"]["Arn"],
            "Plaintext": STANDARD.encode("hello"),
            "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
            "KeyMaterialId": made["KeyMetadata"]["CurrentKeyMaterialId"],
        })
    );
}

#[test]
fn an_operation_without_output_answers_nothing_and_one_with_an_empty_output_an_object() {
    let mut playground = after(&["lab scenario store-disconnected"]);
    let made = kms(&mut playground, "CreateKey", "").1;
    let body = json!({ "KeyId": made["KeyMetadata"]["KeyId"] }).to_string();
    let request = signed(REGION, "kms", "TrentService.DisableKey", body.as_bytes());
    let response = playground.handle(&request).unwrap();
    assert_eq!((response.status, response.body.len()), (200, 0));
    assert_eq!(field(&response, "content-length"), "0");

    let stores = kms(&mut playground, "DescribeCustomKeyStores", "{}").1;
    let id = &stores["CustomKeyStores"][0]["CustomKeyStoreId"];
    let body = json!({ "CustomKeyStoreId": id }).to_string();
    assert_eq!(
        kms(&mut playground, "ConnectCustomKeyStore", &body),
        (200, json!({}))
    );
}

#[test]
fn every_response_names_its_request_and_the_same_account_the_same_request() {
    let id = |playground: &mut Playground, operation: &str| {
        let target = format!("TrentService.{operation}");
        let response = playground
            .handle(&signed(REGION, "kms", &target, b"{}"))
            .unwrap();
        assert_eq!(
            field(&response, "content-type"),
            "application/x-amz-json-1.1"
        );
        field(&response, "x-amzn-requestid").to_owned()
    };
    let (mut one, mut other) = (playground(), playground());
    let ids: Vec<String> = ["ListKeys", "CreateKey", "CreateKey", "Nothing"]
        .iter()
        .map(|operation| id(&mut one, operation))
        .collect();
    for (first, id) in ids.iter().enumerate() {
        assert_eq!(id.len(), 36);
        assert!(!ids[..first].contains(id), "{id} twice");
    }
    assert_eq!(id(&mut other, "ListKeys"), ids[0]);
    assert_eq!(id(&mut other, "CreateKey"), ids[1]);
}

#[test]
fn each_service_words_its_errors_in_its_own_member() {
    let mut playground = playground();
    let body = json!({ "CustomKeyStoreId": "cks-1234567890abcdef0" }).to_string();
    let (status, error) = kms(&mut playground, "ConnectCustomKeyStore", &body);
    assert_eq!(status, 400);
    assert_eq!(error["__type"], "CustomKeyStoreNotFoundException");
    assert!(
        error["message"].is_string() && error["Message"].is_null(),
        "{error}"
    );

    let body = json!({ "ClusterId": "cluster-abcdefghijk" }).to_string();
    let (status, error) = cloudhsm(&mut playground, "DeleteCluster", &body);
    assert_eq!(status, 400);
    assert_eq!(error["__type"], "CloudHsmResourceNotFoundException");
    assert!(
        error["Message"].is_string() && error["message"].is_null(),
        "{error}"
    );

    let blob = STANDARD.encode("no ciphertext");
    let body = json!({ "CiphertextBlob": blob }).to_string();
    assert_eq!(
        kms(&mut playground, "Decrypt", &body),
        (400, json!({ "__type": "InvalidCiphertextException" }))
    );
}

#[test]
fn a_denied_caller_is_told_who_may_not_do_what_to_which_resource() {
    let mut playground = after(&["lab deny kms:*", "lab deny cloudhsm:DescribeClusters"]);
    let (status, error) = kms(&mut playground, "CreateKey", "{}");
    assert_eq!(status, 400);
    assert_eq!(
        error,
        json!({
            "__type": "AccessDeniedException",
            "Message": "User: arn:aws:iam::111122223333:user/reader is not authorized to perform: kms:CreateKey on resource: * because no identity-based policy allows the kms:CreateKey action",
        })
    );
    let id = "12345678-1234-1234-1234-123456789012";
    let error = kms(
        &mut playground,
        "DescribeKey",
        &json!({ "KeyId": id }).to_string(),
    )
    .1;
    let message = error["Message"].as_str().unwrap();
    assert!(
        message.contains(&format!(
            " on resource: arn:aws:kms:us-east-1:111122223333:key/{id} because"
        )),
        "{message}"
    );
    let error = cloudhsm(&mut playground, "DescribeClusters", "{}").1;
    assert_eq!(error["__type"], "CloudHsmAccessDeniedException");
}

#[test]
fn a_fault_of_the_service_is_a_500_and_passes() {
    let mut playground = after(&["lab inject internal-error cloudhsmv2"]);
    let (status, error) = cloudhsm(&mut playground, "DescribeClusters", "{}");
    assert_eq!(
        (status, &error["__type"]),
        (500, &json!("CloudHsmInternalFailureException"))
    );
    let mut shell = playground.shell();
    shell.run(
        &mut playground,
        "lab inject internal-error cloudhsmv2 --off",
    );
    assert_eq!(
        cloudhsm(&mut playground, "DescribeClusters", "{}"),
        (200, json!({ "Clusters": [] }))
    );
}

#[test]
fn one_answer_lists_every_violation() {
    let mut playground = playground();
    let body = json!({
        "CustomKeyStoreName": "",
        "CloudHsmClusterId": "cluster-0",
        "KeyStorePassword": "short1",
    });
    let (status, error) = kms(&mut playground, "CreateCustomKeyStore", &body.to_string());
    assert_eq!(
        (status, &error["__type"]),
        (400, &json!("ValidationException"))
    );
    let message = error["message"].as_str().unwrap();
    assert!(
        message.starts_with("4 validation errors detected: "),
        "{message}"
    );
    for part in [
        "at 'customKeyStoreName' failed to satisfy constraint: Member must have length greater than or equal to 1",
        "Value 'cluster-0' at 'cloudHsmClusterId' failed",
        "Value at 'keyStorePassword' failed to satisfy constraint: Member must have length greater than or equal to 7",
    ] {
        assert!(message.contains(part), "{message}");
    }
    assert!(!message.contains("short1"), "{message}");
}
#[test]
fn members_that_nobody_knows_are_left_aside() {
    let mut playground = playground();
    let body = json!({ "Limit": 5, "limit": "five", "Nonsense": { "deep": [1, 2, 3] } });
    let (status, answer) = kms(&mut playground, "ListKeys", &body.to_string());
    assert_eq!(
        (status, answer),
        (200, json!({ "Keys": [], "Truncated": false }))
    );
}

#[test]
fn operations_of_kms_without_output_answer_with_an_empty_body() {
    let mut playground = after(&["lab scenario store-disconnected"]);
    let made = kms(&mut playground, "CreateKey", "").1;
    let key = &made["KeyMetadata"]["KeyId"];
    let stores = kms(&mut playground, "DescribeCustomKeyStores", "{}").1;
    let store = &stores["CustomKeyStores"][0]["CustomKeyStoreId"];
    let policy =
        r#"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"#;
    for (operation, body) in [
        ("DisableKey", json!({ "KeyId": key })),
        ("EnableKey", json!({ "KeyId": key })),
        (
            "CreateAlias",
            json!({ "AliasName": "alias/a", "TargetKeyId": key }),
        ),
        (
            "UpdateAlias",
            json!({ "AliasName": "alias/a", "TargetKeyId": key }),
        ),
        ("DeleteAlias", json!({ "AliasName": "alias/a" })),
        (
            "TagResource",
            json!({ "KeyId": key, "Tags": [{ "TagKey": "a", "TagValue": "" }] }),
        ),
        ("UntagResource", json!({ "KeyId": key, "TagKeys": ["a"] })),
        (
            "UpdateKeyDescription",
            json!({ "KeyId": key, "Description": "" }),
        ),
        ("PutKeyPolicy", json!({ "KeyId": key, "Policy": policy })),
        ("DisableKeyRotation", json!({ "KeyId": key })),
    ] {
        assert_eq!(
            kms(&mut playground, operation, &body.to_string()),
            (200, Value::Null),
            "{operation}"
        );
    }
    for (operation, body) in [
        (
            "UpdateCustomKeyStore",
            json!({ "CustomKeyStoreId": store, "NewCustomKeyStoreName": "Other" }),
        ),
        ("UpdateCustomKeyStore", json!({ "CustomKeyStoreId": store })),
        (
            "ConnectCustomKeyStore",
            json!({ "CustomKeyStoreId": store }),
        ),
        (
            "DisconnectCustomKeyStore",
            json!({ "CustomKeyStoreId": store }),
        ),
    ] {
        assert_eq!(
            kms(&mut playground, operation, &body.to_string()),
            (200, json!({})),
            "{operation}"
        );
    }
    playground.settle().unwrap();
    let body = json!({ "CustomKeyStoreId": store }).to_string();
    assert_eq!(
        kms(&mut playground, "DeleteCustomKeyStore", &body),
        (200, json!({}))
    );
    assert_eq!(
        kms(&mut playground, "MakeKey", "{}"),
        (400, json!({ "__type": "UnknownOperationException" }))
    );
}

#[test]
fn the_event_of_a_call_has_the_id_that_its_response_had() {
    let mut playground = playground();
    let response = playground
        .handle(&signed(REGION, "kms", "TrentService.CreateKey", b"{}"))
        .unwrap();
    let found = playground
        .call("cloudtrail", "LookupEvents", REGION, json!({}))
        .unwrap();
    let event = found["Events"][0]["CloudTrailEvent"].as_str().unwrap();
    let event: Value = serde_json::from_str(event).unwrap();
    assert_eq!(event["requestID"], field(&response, "x-amzn-requestid"));
}

#[test]
fn a_head_of_a_response_has_no_body_and_requests_have_ids_of_their_own() {
    let mut playground = playground();
    let mut request = signed(REGION, "kms", "TrentService.ListKeys", b"{}");
    let first = playground.handle(&request).unwrap();
    let again = playground.handle(&request).unwrap();
    assert_eq!(first, again);
    let other = playground
        .handle(&signed(REGION, "kms", "TrentService.ListAliases", b"{}"))
        .unwrap();
    assert_ne!(
        field(&first, "x-amzn-requestid"),
        field(&other, "x-amzn-requestid")
    );
    request.url = "https://kms.us-east-1.amazonaws.com?x=1".to_owned();
    assert_eq!(playground.handle(&request).unwrap().status, 200);
    request.method = "HEAD".to_owned();
    let head = playground.handle(&request).unwrap();
    assert_eq!((head.status, head.body.len()), (400, 0));
    assert_eq!(field(&head, "content-length"), "38");
}
