//! Encrypt, Decrypt, ReEncrypt, data keys and random bytes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::rig::{Rig, STORE, uses};
use crate::model::{ClusterState, ConnectionState, HsmState};

#[test]
fn what_was_encrypted_is_decrypted() {
    let mut rig = Rig::new();
    for key in [rig.store_key(), rig.ordinary_key()] {
        let sealed = rig
            .call("Encrypt", json!({ "KeyId": key, "Plaintext": "aGVsbG8=" }))
            .unwrap();
        assert_eq!(sealed["KeyId"], key.as_str());
        assert_eq!(sealed["EncryptionAlgorithm"], "SYMMETRIC_DEFAULT");
        let opened = rig
            .call(
                "Decrypt",
                json!({ "CiphertextBlob": sealed["CiphertextBlob"], "KeyId": key }),
            )
            .unwrap();
        assert_eq!(opened["KeyId"], key.as_str());
        assert_eq!(opened["Plaintext"], "aGVsbG8=");
    }
}

#[test]
fn the_longest_plaintext_and_nothing_longer() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let longest = STANDARD.encode([7; 4096]);
    let sealed = rig
        .call("Encrypt", json!({ "KeyId": key, "Plaintext": longest }))
        .unwrap();
    let blob = STANDARD
        .decode(sealed["CiphertextBlob"].as_str().unwrap())
        .unwrap();
    assert!(blob.len() <= 6144);
    assert_eq!(rig.decrypt(&sealed["CiphertextBlob"]), longest.as_str());
    let (code, message, _) = rig.refusal(
        "Encrypt",
        json!({ "KeyId": key, "Plaintext": STANDARD.encode([7; 4097]) }),
    );
    assert_eq!(code, "ValidationException");
    assert_eq!(
        message,
        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096"
    );
}

#[test]
fn a_ciphertext_opens_with_its_encryption_context_only() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let sealed = rig
        .call(
            "Encrypt",
            json!({
                "KeyId": key,
                "Plaintext": "aGVsbG8=",
                "EncryptionContext": { "a": "1", "b": "2" },
            }),
        )
        .unwrap();
    let blob = &sealed["CiphertextBlob"];
    for context in [
        json!({}),
        json!({ "a": "1" }),
        json!({ "a": "2", "b": "1" }),
        json!({ "A": "1", "b": "2" }),
        json!({ "a": "1", "b": "2", "c": "3" }),
        json!({ "a": "1b2" }),
    ] {
        assert_eq!(
            rig.refusal(
                "Decrypt",
                json!({ "CiphertextBlob": blob, "EncryptionContext": context })
            ),
            (
                "InvalidCiphertextException".into(),
                String::new(),
                "keys.authentic".into()
            )
        );
    }
    // The order of the pairs does not matter.
    let opened = rig
        .call(
            "Decrypt",
            json!({ "CiphertextBlob": blob, "EncryptionContext": { "b": "2", "a": "1" } }),
        )
        .unwrap();
    assert_eq!(opened["Plaintext"], "aGVsbG8=");
}

#[test]
fn a_damaged_ciphertext_stays_closed_whichever_byte_it_is() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    let bytes = STANDARD.decode(blob.as_str().unwrap()).unwrap();
    for index in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[index] ^= 1;
        let input = json!({ "CiphertextBlob": STANDARD.encode(damaged) });
        let (code, ..) = rig.refusal("Decrypt", input);
        // A damaged key id may look like that of another key.
        assert!(
            ["InvalidCiphertextException", "NotFoundException"].contains(&code.as_str()),
            "byte {index}: {code}"
        );
    }
    for length in 1..bytes.len() {
        let input = json!({ "CiphertextBlob": STANDARD.encode(&bytes[..length]) });
        assert_eq!(
            rig.refusal("Decrypt", input).0,
            "InvalidCiphertextException",
            "the first {length} bytes"
        );
    }
}

#[test]
fn a_ciphertext_belongs_to_the_key_that_made_it() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let other = rig.store_key();
    let blob = rig.encrypt(&key);
    assert_eq!(
        rig.refusal("Decrypt", json!({ "CiphertextBlob": blob, "KeyId": other })),
        (
            "IncorrectKeyException".into(),
            "The key ID in the request does not identify a CMK that can perform this operation."
                .into(),
            "keys.right-key".into()
        )
    );
    assert_eq!(
        rig.rule(
            "ReEncrypt",
            json!({ "CiphertextBlob": blob, "SourceKeyId": other, "DestinationKeyId": key })
        ),
        "keys.right-key"
    );
}

/// Two keys may share their material; the ARN in a ciphertext is authenticated, so that one cannot be passed off as the other's.
#[test]
fn a_ciphertext_is_bound_to_the_arn_of_its_key() {
    let mut rig = Rig::new();
    let (key, twin) = (rig.ordinary_key(), rig.ordinary_key());
    let id = |arn: &str| arn.rsplit('/').next().unwrap().to_owned();
    let material = rig.region().keys[&id(&key)].material.clone();
    rig.region().keys.get_mut(&id(&twin)).unwrap().material = material;
    let blob = rig.encrypt(&key);
    let mut bytes = STANDARD.decode(blob.as_str().unwrap()).unwrap();
    let at = bytes
        .windows(key.len())
        .position(|part| part == key.as_bytes())
        .unwrap();
    bytes[at..at + twin.len()].copy_from_slice(twin.as_bytes());
    assert_eq!(
        rig.rule(
            "Decrypt",
            json!({ "CiphertextBlob": STANDARD.encode(&bytes) })
        ),
        "keys.authentic"
    );
    assert_eq!(rig.decrypt(&blob), "aGVsbG8=");
}

/// A copied backup brings the material to another Region, but not the ciphertexts.
#[test]
fn a_ciphertext_does_not_travel_to_another_region() {
    let mut rig = Rig::new();
    let key = rig.ordinary_key();
    let blob = rig.encrypt(&key);
    let twin =
        rig.call_in("eu-west-1", "CreateKey", json!({})).unwrap()["KeyMetadata"]["Arn"].take();
    let id = twin
        .as_str()
        .unwrap()
        .rsplit('/')
        .next()
        .unwrap()
        .to_owned();
    let material = rig.region().keys[key.rsplit('/').next().unwrap()]
        .material
        .clone();
    let region = rig.account.regions.get_mut("eu-west-1").unwrap();
    region.keys.get_mut(&id).unwrap().material = material;
    let without = rig
        .call_in("eu-west-1", "Decrypt", json!({ "CiphertextBlob": blob }))
        .unwrap_err();
    assert_eq!(without.code, "InvalidCiphertextException");
    let with = rig
        .call_in(
            "eu-west-1",
            "Decrypt",
            json!({ "CiphertextBlob": blob, "KeyId": twin }),
        )
        .unwrap_err();
    assert_eq!(with.code, "IncorrectKeyException");
}

#[test]
fn a_ciphertext_moves_to_another_key_and_context() {
    let mut rig = Rig::new();
    let (from, to) = (rig.ordinary_key(), rig.store_key());
    let sealed = rig
        .call(
            "Encrypt",
            json!({ "KeyId": from, "Plaintext": "aGVsbG8=", "EncryptionContext": { "a": "1" } }),
        )
        .unwrap();
    let request = json!({
        "CiphertextBlob": sealed["CiphertextBlob"],
        "SourceEncryptionContext": { "a": "1" },
        "DestinationKeyId": to,
        "DestinationEncryptionContext": { "b": "2" },
    });
    let moved = rig.call("ReEncrypt", request.clone()).unwrap();
    assert_eq!(
        (&moved["SourceKeyId"], &moved["KeyId"]),
        (&json!(from), &json!(to))
    );
    let opened = rig
        .call(
            "Decrypt",
            json!({ "CiphertextBlob": moved["CiphertextBlob"], "EncryptionContext": { "b": "2" } }),
        )
        .unwrap();
    assert_eq!(
        (&opened["KeyId"], &opened["Plaintext"]),
        (&json!(to), &json!("aGVsbG8="))
    );
    // Both keys must be usable, and the explanation is about the one that is not.
    let mut wrong = request.clone();
    wrong["SourceEncryptionContext"] = json!({});
    assert_eq!(rig.rule("ReEncrypt", wrong), "keys.authentic");
    let mut unknown = request.clone();
    unknown["DestinationKeyId"] = json!("nothing");
    assert_eq!(
        rig.refusal("ReEncrypt", unknown).1,
        "Invalid keyId 'nothing'"
    );
    rig.call("DisableKey", json!({ "KeyId": from })).unwrap();
    assert_eq!(
        rig.refusal("ReEncrypt", request.clone()).1,
        format!("{from} is disabled.")
    );
    rig.call("EnableKey", json!({ "KeyId": from })).unwrap();
    rig.account.injected.pkcs11_full = true;
    assert_eq!(rig.rule("ReEncrypt", request.clone()), "keys.sessions-free");
    rig.account.injected.pkcs11_full = false;
    rig.store().state = ConnectionState::Disconnected;
    assert_eq!(
        rig.refusal("ReEncrypt", request).1,
        format!("{to} is unavailable.")
    );
}

#[test]
fn a_data_key_has_the_size_that_was_asked_for_and_decrypts_to_itself() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    for (name, value, size) in [
        ("KeySpec", json!("AES_128"), 16),
        ("KeySpec", json!("AES_256"), 32),
        ("NumberOfBytes", json!(1), 1),
        ("NumberOfBytes", json!(1024), 1024),
    ] {
        let made = rig
            .call("GenerateDataKey", json!({ "KeyId": key, name: value }))
            .unwrap();
        let clear = STANDARD
            .decode(made["Plaintext"].as_str().unwrap())
            .unwrap();
        assert_eq!(clear.len(), size);
        assert_eq!(rig.decrypt(&made["CiphertextBlob"]), made["Plaintext"]);
        let hidden = rig
            .call(
                "GenerateDataKeyWithoutPlaintext",
                json!({ "KeyId": key, name: value }),
            )
            .unwrap();
        assert!(hidden.get("Plaintext").is_none());
        assert_ne!(rig.decrypt(&hidden["CiphertextBlob"]), made["Plaintext"]);
    }
    for input in [
        json!({ "KeyId": key }),
        json!({ "KeyId": key, "KeySpec": "AES_256", "NumberOfBytes": 32 }),
    ] {
        assert_eq!(
            rig.refusal("GenerateDataKey", input),
            (
                "ValidationException".into(),
                "Please specify either number of bytes or key spec.".into(),
                "keys.data-key-size".into()
            )
        );
    }
}

#[test]
fn random_bytes_come_from_a_connected_store() {
    let mut rig = Rig::new();
    let input = json!({ "NumberOfBytes": 24, "CustomKeyStoreId": STORE });
    let drawn = rig.call("GenerateRandom", input.clone()).unwrap();
    assert_eq!(
        STANDARD
            .decode(drawn["Plaintext"].as_str().unwrap())
            .unwrap()
            .len(),
        24
    );
    assert_ne!(rig.call("GenerateRandom", input.clone()).unwrap(), drawn);
    assert_eq!(
        rig.refusal("GenerateRandom", json!({ "CustomKeyStoreId": STORE })),
        (
            "ValidationException".into(),
            "NumberOfBytes is required.".into(),
            "keys.random-size".into()
        )
    );
    assert_eq!(
        rig.refusal(
            "GenerateRandom",
            json!({ "NumberOfBytes": 1, "CustomKeyStoreId": "cks-0" })
        )
        .0,
        "CustomKeyStoreNotFoundException"
    );
    rig.cluster().hsms[0].state = HsmState::Deleted;
    rig.call("GenerateRandom", input.clone()).unwrap();
    rig.cluster().hsms[1].state = HsmState::Deleted;
    assert_eq!(
        rig.refusal("GenerateRandom", input.clone()).0,
        "KMSInternalException"
    );
    rig.cluster().state = ClusterState::Deleted;
    assert_eq!(
        rig.rule("GenerateRandom", input.clone()),
        "keys.hsms-reachable"
    );
    rig.store().state = ConnectionState::Disconnected;
    assert_eq!(
        rig.refusal("GenerateRandom", input).0,
        "CustomKeyStoreInvalidStateException"
    );
    rig.call("GenerateRandom", json!({ "NumberOfBytes": 1 }))
        .unwrap();
}

#[test]
fn a_dry_run_does_nothing_and_comes_after_every_other_refusal() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let blob = rig.encrypt(&key);
    for (name, mut input) in uses(&key, &blob) {
        input["DryRun"] = json!(true);
        assert_eq!(
            rig.refusal(name, input),
            (
                "DryRunOperationException".into(),
                "The request would have succeeded, but the DryRun option is set.".into(),
                "keys.dry-run".into()
            )
        );
    }
    rig.call("DisableKey", json!({ "KeyId": key })).unwrap();
    let input = json!({ "CiphertextBlob": blob, "DryRun": true });
    assert_eq!(rig.refusal("Decrypt", input).0, "DisabledException");
}

#[test]
fn symmetric_keys_have_one_algorithm() {
    let mut rig = Rig::new();
    let key = rig.store_key();
    let request = json!({
        "KeyId": key,
        "Plaintext": "aGVsbG8=",
        "EncryptionAlgorithm": "RSAES_OAEP_SHA_256",
    });
    let error = rig.call("Encrypt", request).unwrap_err();
    assert_eq!(error.code, "InvalidKeyUsageException");
    // The fix never holds the plaintext.
    assert_eq!(
        error.explanation.fix,
        [format!(
            "aws kms encrypt --key-id {key} --plaintext \"$PLAINTEXT\""
        )]
    );
}
