//! Whatever is sent is answered.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use keystore_playground::api::shape::{Kind, Shape};
use keystore_playground::api::{operations, wire};
use keystore_playground::playground::Playground;
use serde_json::{Value, json};

use super::{REGION, after, kms, playground, signed};

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
