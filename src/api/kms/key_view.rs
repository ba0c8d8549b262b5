//! How the service shows a key, and how an operation gets at its material.

use serde_json::{Map, Value, json};

use crate::api::shape::{BOOLEAN, Member, STRING, Shape, TIMESTAMP, member, required};
use crate::api::{Applied, Bug, Call};
use crate::facts::{AccountFacts, Backing, Facts, KeyFacts, Subject};
use crate::model::{Account, Key, KeyMaterial, KeyState, Region};
use crate::sim::fingerprint;

pub(super) const METADATA: &[Member] = &[
    member("AWSAccountId", STRING),
    required("KeyId", STRING),
    member("Arn", STRING),
    member("CreationDate", TIMESTAMP),
    member("Enabled", BOOLEAN),
    member("Description", STRING),
    member("KeyUsage", STRING),
    member("KeyState", STRING),
    member("DeletionDate", TIMESTAMP),
    member("Origin", STRING),
    member("CustomKeyStoreId", STRING),
    member("CloudHsmClusterId", STRING),
    member("KeyManager", STRING),
    member("CustomerMasterKeySpec", STRING),
    member("KeySpec", STRING),
    member("EncryptionAlgorithms", Shape::list(&STRING)),
    member("MultiRegion", BOOLEAN),
    member("CurrentKeyMaterialId", STRING),
];

/// A key's metadata.
pub(super) fn metadata(account: &Account, region: &Region, key: &Key) -> Value {
    let state = account.key_state(region, key);
    let mut shown = json!({
        "AWSAccountId": account.id,
        "KeyId": key.id,
        "Arn": key.arn,
        "CreationDate": key.created.epoch_number(),
        "Enabled": state == KeyState::Enabled,
        "Description": key.description,
        "KeyUsage": "ENCRYPT_DECRYPT",
        "KeyState": state.word(),
        "Origin": key.origin(),
        "KeyManager": "CUSTOMER",
        "CustomerMasterKeySpec": "SYMMETRIC_DEFAULT",
        "KeySpec": "SYMMETRIC_DEFAULT",
        "EncryptionAlgorithms": ["SYMMETRIC_DEFAULT"],
        "MultiRegion": false,
    });
    if let Some(at) = key.deletion {
        shown["DeletionDate"] = at.epoch_number();
    }
    if let KeyMaterial::Hsm { store_id, .. } = &key.material {
        shown["CustomKeyStoreId"] = store_id.clone().into();
        shown["CloudHsmClusterId"] = region
            .key_stores
            .get(store_id)
            .map(|store| store.cluster_id.clone())
            .into();
    }
    add(&mut shown, "CurrentKeyMaterialId", material_id(key));
    in_model_order(&shown)
}

/// The id of a key's material, which is the only one it ever had; null for a key in a key store, whose material KMS gives no id.
pub(super) fn material_id(key: &Key) -> Value {
    match key.material {
        KeyMaterial::Kms { .. } => fingerprint(key.arn.as_bytes()).into(),
        KeyMaterial::Hsm { .. } => Value::Null,
    }
}

/// Adds a member to an answer, unless it is null.
pub(super) fn add(answer: &mut Value, member: &str, value: Value) {
    if !value.is_null() {
        answer[member] = value;
    }
}

/// The members in the order of the service model, as the service sends them.
fn in_model_order(shown: &Value) -> Value {
    METADATA
        .iter()
        .filter_map(|member| Some((member.name.to_owned(), shown.get(member.name)?.clone())))
        .collect::<Map<_, _>>()
        .into()
}

/// The key that a call is about and its material; the rules have made sure of both.
pub(super) fn usable(call: &Call<'_>, operation: &str) -> Result<(Key, Vec<u8>), Bug> {
    let facts = AccountFacts::new(
        call.account,
        call.region,
        operation,
        call.input,
        Subject::Request,
    );
    let found = found(&facts)?;
    match (found.key, found.backing) {
        (Some(key), Some(Backing::Material(material))) => Ok((key, material)),
        _ => Err(Bug("the key was not checked".into())),
    }
}

/// The key that a request names.
pub(super) fn found(facts: &AccountFacts<'_>) -> Result<KeyFacts, Bug> {
    facts
        .key()
        .known()
        .ok_or_else(|| Bug("the key was not checked".into()))
}

/// The key that a request names, which exists.
pub(super) fn key(facts: &AccountFacts<'_>) -> Result<Key, Bug> {
    found(facts)?
        .key
        .ok_or_else(|| Bug("the key was not checked".into()))
}

/// The id of the key that a call is about.
pub(super) fn id(call: &Call<'_>) -> Result<String, Bug> {
    let facts = AccountFacts::new(call.account, call.region, "", call.input, Subject::Request);
    key(&facts).map(|key| key.id)
}

/// The tags that a request gives.
pub(super) fn tags(input: &Value) -> impl Iterator<Item = (String, String)> {
    let given = input["Tags"].as_array().into_iter().flatten();
    given.filter_map(|tag| {
        let text = |member: &str| tag[member].as_str().map(str::to_owned);
        Some((text("TagKey")?, text("TagValue")?))
    })
}

/// The answer of operations that only say which key it was.
pub(super) fn said(key: &Key) -> Applied {
    Ok(json!({ "KeyId": key.arn }))
}
