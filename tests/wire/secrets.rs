//! No secret of a request is kept.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::{REGION, after, kms};

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
            .unwrap_err()
            .refusal()
            .unwrap();
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
