//! The AWS JSON protocol through the public door: what a client sends, and what it gets back to the letter.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use keystore_playground::api::operations;
use keystore_playground::api::shape::{Kind, Shape};
use keystore_playground::api::wire::{self, Request, Response};
use keystore_playground::playground::{Options, Pace, Playground};
use serde_json::{Value, json};

const REGION: &str = "us-east-1";

fn playground() -> Playground {
    Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    })
}

/// An account in which terminal lines have run.
fn after(lines: &[&str]) -> Playground {
    let mut playground = playground();
    let mut shell = playground.shell();
    for line in lines {
        let reply = shell.run(&mut playground, line);
        assert_eq!(reply.exit_code, 0, "{line}: {}", reply.stderr);
    }
    playground
}

/// A signed request of a service, as every client sends it.
fn signed(region: &str, service: &str, target: &str, body: &[u8]) -> Request {
    let fields = [
        ("Content-Type", "application/x-amz-json-1.1".to_owned()),
        ("X-Amz-Target", target.to_owned()),
        (
            "Authorization",
            format!(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=00"
            ),
        ),
    ];
    Request {
        method: "POST".to_owned(),
        url: format!("https://{service}.{region}.amazonaws.com/"),
        headers: fields
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text))
            .collect(),
        body: body.to_vec(),
    }
}

fn kms(playground: &mut Playground, operation: &str, body: &str) -> (u16, Value) {
    let target = format!("TrentService.{operation}");
    let request = signed(REGION, "kms", &target, body.as_bytes());
    let response = playground.handle(&request).unwrap();
    (response.status, parsed(&response))
}

fn cloudhsm(playground: &mut Playground, operation: &str, body: &str) -> (u16, Value) {
    let target = format!("BaldrApiService.{operation}");
    let request = signed(REGION, "cloudhsm", &target, body.as_bytes());
    let response = playground.handle(&request).unwrap();
    (response.status, parsed(&response))
}

fn parsed(response: &Response) -> Value {
    if response.body.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(&response.body).unwrap()
}

fn field<'a>(response: &'a Response, name: &str) -> &'a str {
    let found = response.headers.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("no {name}")).1
}

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
fn the_credential_scope_says_the_region_and_has_to_fit_the_service() {
    let mut playground = playground();
    let made = playground
        .handle(&signed("eu-west-1", "kms", "TrentService.CreateKey", b"{}"))
        .unwrap();
    let arn = parsed(&made)["KeyMetadata"]["Arn"].to_string();
    assert!(arn.contains(":eu-west-1:"), "{arn}");

    for (region, service, text) in [
        (
            REGION,
            "cloudhsm",
            "Credential should be scoped to correct service: 'kms'.",
        ),
        (
            "mars-north-1",
            "kms",
            "Credential should be scoped to a valid region.",
        ),
    ] {
        let request = signed(region, service, "TrentService.ListKeys", b"{}");
        let response = playground.handle(&request).unwrap();
        assert_eq!(response.status, 400);
        assert_eq!(
            parsed(&response),
            json!({ "__type": "InvalidSignatureException", "message": text })
        );
    }

    // A signature without such a scope: the host says it, else the account does.
    for (url, region) in [
        ("https://kms.us-west-2.amazonaws.com/", "us-west-2"),
        ("http://127.0.0.1:4566/", REGION),
    ] {
        let mut request = signed(REGION, "kms", "TrentService.CreateKey", b"{}");
        request.url = url.to_owned();
        request.headers[2].1 = "AWS4-ECDSA-P256-SHA256 Signature=00".to_owned();
        let arn = parsed(&playground.handle(&request).unwrap())["KeyMetadata"]["Arn"].to_string();
        assert!(arn.contains(&format!(":{region}:")), "{arn}");
    }
}

#[test]
fn what_is_no_call_of_an_operation_leaves_no_entry() {
    let mut playground = playground();
    let target = "TrentService.CreateKey";
    let good = || signed(REGION, "kms", target, b"{}");
    let mut unsigned = good();
    unsigned.headers.remove(2);
    let mut got = good();
    got.method = "GET".to_owned();
    let mut untargeted = good();
    untargeted.headers.remove(1);
    let cases: Vec<(Request, &str)> = vec![
        (unsigned, "MissingAuthenticationTokenException"),
        (got, "UnknownOperationException"),
        (untargeted, "UnknownOperationException"),
        (
            signed(REGION, "kms", "TrentService.MakeKey", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", "BaldrApiService.CreateKey", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", "TrentService.", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", ".CreateKey", b"{}"),
            "UnknownOperationException",
        ),
        (
            signed(REGION, "kms", target, b"{"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, b"[]"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, b"null"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, b"\xff\xfe"),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Description": 1e999}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Description": 5}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Tags": {}}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"Tags": [7]}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, br#"{"MultiRegion": "true"}"#),
            "SerializationException",
        ),
        (
            signed(REGION, "kms", target, "[".repeat(100_000).as_bytes()),
            "SerializationException",
        ),
        (
            signed(
                REGION,
                "kms",
                target,
                format!("{{\"Description\":\"{}\"}}", "x".repeat(2 << 20)).as_bytes(),
            ),
            "SerializationException",
        ),
        (
            signed(
                REGION,
                "kms",
                "TrentService.ListKeys",
                br#"{"Limit": 99999999999999999999}"#,
            ),
            "SerializationException",
        ),
        (
            signed(
                REGION,
                "kms",
                "TrentService.Decrypt",
                br#"{"CiphertextBlob": "not base64!"}"#,
            ),
            "SerializationException",
        ),
    ];
    for (request, code) in cases {
        let shown = format!(
            "{:?}",
            String::from_utf8_lossy(&request.body[..request.body.len().min(60)])
        );
        let response = playground.handle(&request).unwrap();
        assert_eq!(response.status, 400, "{shown}");
        assert_eq!(parsed(&response)["__type"], code, "{shown}");
    }
    assert!(playground.log().is_empty());
    assert_eq!(*playground.account(), *after(&[]).account());
    // The account still works.
    assert_eq!(playground.handle(&good()).unwrap().status, 200);
}

#[test]
fn no_secret_of_a_raw_request_is_kept_in_clear() {
    let mut playground = after(&["lab scenario store-disconnected"]);
    let secret = "hunter2hunter2";
    for (operation, body) in [
        (
            "CreateCustomKeyStore",
            json!({ "CustomKeyStoreName": "A", "KeyStorePassword": secret }),
        ),
        (
            "CreateCustomKeyStore",
            json!({ "CustomKeyStoreName": "A", "keyStorePassword": secret }),
        ),
        (
            "CreateCustomKeyStore",
            json!({ "CustomKeyStoreName": "A", "KeyStorePassword": [secret] }),
        ),
        (
            "CreateCustomKeyStore",
            json!({ "CustomKeyStoreName": "A", "KeyStorePassword": { "$secret": secret } }),
        ),
        (
            "CreateKey",
            json!({ "Tags": [{ "TagKey": "a", "TagValue": "b", "Password": secret }] }),
        ),
        (
            "Encrypt",
            json!({ "KeyId": "k", "Plaintext": STANDARD.encode(secret) }),
        ),
        (
            "Encrypt",
            json!({ "KeyId": "k", "Plaintext": { "a": secret } }),
        ),
    ] {
        kms(&mut playground, operation, &body.to_string());
    }
    let saved = playground.export();
    assert!(!saved.contains(secret) && !saved.contains(&STANDARD.encode(secret)));
    // Through the door without a wire neither.
    for value in [json!([secret]), json!({ "a": secret })] {
        let input = json!({ "CustomKeyStoreName": "A", "KeyStorePassword": value });
        let error = playground
            .call("kms", "CreateCustomKeyStore", REGION, input)
            .unwrap()
            .unwrap_err();
        assert_eq!(error.code, "SerializationException");
    }
    assert!(!playground.export().contains(secret));
}

#[test]
fn a_seal_cannot_be_given_in_place_of_a_secret() {
    let mut playground = after(&["lab scenario store-disconnected"]);
    let region = &playground.account().regions[REGION];
    let store = region.key_stores.values().next().unwrap().clone();
    let body = json!({
        "CustomKeyStoreId": store.id,
        "KeyStorePassword": { "$secret": store.password },
    });
    let (_, error) = kms(&mut playground, "UpdateCustomKeyStore", &body.to_string());
    assert_eq!(error["__type"], "SerializationException");
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
fn every_cut_of_a_request_is_answered() {
    let mut playground = playground();
    let body = br#"{"CustomKeyStoreName":"\u00e9\ud83d\ude00","KeyStorePassword":"1234567","Tags":[{"TagKey":"a"}]}"#;
    for end in 0..body.len() {
        for garbled in [
            body[..end].to_vec(),
            [&body[..end], b"\x00", &body[end..]].concat(),
        ] {
            let request = signed(REGION, "kms", "TrentService.CreateCustomKeyStore", &garbled);
            let response = playground.handle(&request).unwrap();
            assert_eq!(
                response.status,
                400,
                "{}",
                String::from_utf8_lossy(&garbled)
            );
        }
    }
}

/// A value that a shape takes, as far as patterns allow.
fn sample(shape: &Shape) -> Value {
    let size = usize::try_from(shape.min.unwrap_or(0).max(1)).unwrap();
    match shape.kind {
        Kind::String => json!(
            shape
                .words
                .first()
                .map_or("a".repeat(size), |word| (*word).to_owned())
        ),
        Kind::Blob => json!(STANDARD.encode("a".repeat(size))),
        Kind::Integer => json!(shape.min.unwrap_or(1)),
        Kind::Boolean => json!(false),
        Kind::Timestamp => json!(1_767_225_600),
        Kind::List(item) => json!([sample(item)]),
        Kind::Map(item) => json!({ "a": sample(item) }),
        Kind::Structure(members) => members
            .iter()
            .map(|member| (member.name.to_owned(), sample(&member.shape)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

#[test]
fn every_operation_answers_whatever_it_is_given() {
    let mut playground = after(&["lab scenario store-with-key"]);
    let region = &playground.account().regions[REGION];
    let known = [
        ("KeyId", region.keys.keys().next().unwrap().clone()),
        ("TargetKeyId", region.keys.keys().next().unwrap().clone()),
        ("AliasName", "alias/mine".to_owned()),
        (
            "CustomKeyStoreId",
            region.key_stores.keys().next().unwrap().clone(),
        ),
        (
            "CloudHsmClusterId",
            region.clusters.keys().next().unwrap().clone(),
        ),
        ("ClusterId", region.clusters.keys().next().unwrap().clone()),
        ("ResourceId", region.clusters.keys().next().unwrap().clone()),
        ("BackupId", region.backups.keys().next().unwrap().clone()),
    ];
    let mut answered = 0;
    for operation in operations() {
        let (service, name) = (operation.service, operation.name);
        let Some((_, target)) = wire::target(service.word(), name) else {
            continue;
        };
        let mut all = serde_json::Map::new();
        let mut needed = serde_json::Map::new();
        for member in operation.input {
            let known = known.iter().find(|(known, _)| *known == member.name);
            let value = known.map_or_else(|| sample(&member.shape), |(_, id)| json!(id));
            if member.required {
                needed.insert(member.name.to_owned(), value.clone());
            }
            all.insert(member.name.to_owned(), value);
        }
        let mut bodies = vec![json!({}), json!(all), json!(needed)];
        for member in operation.input {
            let mut some = needed.clone();
            some.insert(member.name.to_owned(), all[member.name].clone());
            bodies.push(some.into());
            for value in [
                json!(null),
                json!(""),
                json!(-1),
                json!([]),
                json!([null]),
                json!({ "": [] }),
            ] {
                let mut odd = all.clone();
                odd.insert(member.name.to_owned(), value);
                bodies.push(odd.into());
            }
        }
        for body in bodies {
            let body = body.to_string();
            let request = signed(REGION, service.signing_name(), &target, body.as_bytes());
            let response = playground
                .handle(&request)
                .unwrap_or_else(|bug| panic!("{name} {body}: {bug:?}"));
            let fine = matches!(response.status, 200 | 400 | 500);
            assert!(fine, "{name} {body}: {}", response.status);
            answered += usize::from(response.status == 200);
        }
    }
    assert!(answered > 50, "only {answered} calls were accepted");
}

#[test]
fn what_a_store_computes_in_a_second_is_shared_and_metered_when_asked() {
    let mut playground = after(&["lab scenario store-with-key"]);
    let keys = kms(&mut playground, "ListKeys", "{}").1;
    let key = keys["Keys"][0]["KeyId"].clone();
    let data_key = json!({ "KeyId": key, "KeySpec": "AES_256" }).to_string();
    let encrypt = json!({ "KeyId": key, "Plaintext": "aGk=" }).to_string();
    let calls = |playground: &mut Playground, operation: &str, body: &str, count: usize| {
        (0..count)
            .take_while(|_| kms(playground, operation, body).0 == 200)
            .count()
    };
    // Nothing is metered unless the reader wants it.
    assert_eq!(
        calls(&mut playground, "GenerateDataKey", &data_key, 601),
        601
    );
    let mut shell = playground.shell();
    shell.run(
        &mut playground,
        "lab advance 1s; lab inject throttle Encrypt",
    );
    assert_eq!(
        calls(&mut playground, "GenerateDataKey", &data_key, 500),
        500
    );
    assert_eq!(calls(&mut playground, "Encrypt", &encrypt, 1_000), 300);
    let (status, error) = kms(&mut playground, "GenerateDataKey", &data_key);
    assert_eq!(status, 400);
    assert_eq!(
        error,
        json!({
            "__type": "ThrottlingException",
            "message": "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
        })
    );
    // Other rates are their own, and the next second is another one.
    assert_eq!(kms(&mut playground, "CreateKey", "{}").0, 200);
    shell.run(&mut playground, "lab advance 1s");
    assert_eq!(kms(&mut playground, "Encrypt", &encrypt).0, 200);
}
