//! What is recorded of a call for its event, because it cannot be found out later.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::api::{Operation, Service};
use crate::model::{Account, Key, KeyMaterial, Region, Trail};
use crate::sim::{cipher, hex};

/// The operations of AWS KMS whose events show what was answered (KMS developer guide, logging-using-cloudtrail).
const ANSWERS: &[&str] = &[
    "CancelKeyDeletion",
    "CreateCustomKeyStore",
    "CreateKey",
    "ScheduleKeyDeletion",
];

/// The operations whose events name the key store.
const ABOUT_STORE: &[&str] = &[
    "ConnectCustomKeyStore",
    "DeleteCustomKeyStore",
    "DisconnectCustomKeyStore",
    "UpdateCustomKeyStore",
];

/// Members of requests and answers that name a key, those that say it best first.
const KEY_MEMBERS: &[&str] = &["KeyId", "TargetKeyId", "DestinationKeyId"];

/// What was taken down before a call is carried out.
#[derive(Debug)]
pub struct Noted<'a> {
    operation: &'static Operation,
    region: &'a str,
    input: &'a Value,
    /// The key store that the request names: it may be gone afterwards.
    store: Option<Value>,
}

impl<'a> Noted<'a> {
    /// Looks at the account before the call.
    #[must_use]
    pub fn before(
        account: &Account,
        operation: &'static Operation,
        region: &'a str,
        input: &'a Value,
    ) -> Self {
        let mut noted = Self {
            operation,
            region,
            input,
            store: None,
        };
        if operation.service == Service::Kms && ABOUT_STORE.contains(&operation.name) {
            noted.store = noted.named_store(account);
        }
        noted
    }

    /// What the event shows, from the account after the call and what was answered; `None` where that is nothing.
    #[must_use]
    pub fn after(self, account: &Account, answer: Option<&Value>) -> Option<Trail> {
        let mut trail = Trail::default();
        let kms = self.operation.service == Service::Kms;
        if !kms || ANSWERS.contains(&self.operation.name) {
            trail.response = answer
                .filter(|answer| {
                    answer
                        .as_object()
                        .is_some_and(|members| !members.is_empty())
                })
                .cloned()
                .unwrap_or_default();
        }
        if kms && let Some(region) = account.region(self.region) {
            let key = self.key(region, answer);
            trail.additional = self.additional(account, region, key);
            trail.key = key.map(|key| key.arn.clone()).unwrap_or_default();
        }
        (trail != Trail::default()).then_some(trail)
    }

    fn named_store(&self, account: &Account) -> Option<Value> {
        let id = self.input.get("CustomKeyStoreId")?.as_str()?;
        let store = account.region(self.region)?.key_stores.get(id)?;
        Some(json!({ "customKeyStoreName": store.name, "clusterId": store.cluster_id }))
    }

    /// The key that the call was about, as far as it can be told without asking anew what an alias means.
    fn key<'r>(&self, region: &'r Region, answer: Option<&Value>) -> Option<&'r Key> {
        let made = answer.and_then(|answer| answer.get("KeyMetadata"));
        let named = [made, answer, Some(self.input)]
            .into_iter()
            .flatten()
            .find_map(|object| {
                KEY_MEMBERS
                    .iter()
                    .find_map(|member| object.get(*member)?.as_str())
                    .map(str::to_owned)
            })
            .or_else(|| maker(self.input))?;
        key_named(region, &named)
    }

    fn additional(&self, account: &Account, region: &Region, key: Option<&Key>) -> Value {
        let name = self.operation.name;
        if ABOUT_STORE.contains(&name) {
            let now = self.named_store(account);
            return now.or_else(|| self.store.clone()).unwrap_or_default();
        }
        if name == "GenerateRandom" {
            return match self.input.get("CustomKeyStoreId") {
                Some(store) => json!({ "customKeyStoreId": store }),
                None => Value::Null,
            };
        }
        let in_store = |key: &&Key| matches!(key.material, KeyMaterial::Hsm { .. });
        let source = source_key(name, self.input);
        let source = source.and_then(|source| key_named(region, &source));
        let Some(Key {
            material: KeyMaterial::Hsm { store_id, handle },
            arn,
            ..
        }) = key.into_iter().chain(source).find(in_store)
        else {
            return Value::Null;
        };
        match name {
            "CreateKey" => json!({ "backingKey": backing_key(arn, *handle).to_string() }),
            "ScheduleKeyDeletion" => {
                let store = region.key_stores.get(store_id);
                json!({
                    "customKeyStoreId": store_id,
                    "clusterId": store.map(|store| store.cluster_id.clone()),
                    "backingKeys": Value::from(vec![backing_key(arn, *handle)]).to_string(),
                })
            }
            "Decrypt"
            | "Encrypt"
            | "GenerateDataKey"
            | "GenerateDataKeyWithoutPlaintext"
            | "ReEncrypt" => json!({ "customKeyStoreId": store_id }),
            _ => Value::Null,
        }
    }
}

/// The ARN of the key that made the ciphertext of a re-encryption; none for other operations.
pub(super) fn source_key(operation: &str, input: &Value) -> Option<String> {
    (operation == "ReEncrypt").then(|| maker(input))?
}

/// The ARN of the key that made the ciphertext of a request.
fn maker(input: &Value) -> Option<String> {
    let blob = STANDARD
        .decode(input.get("CiphertextBlob")?.as_str()?)
        .ok()?;
    cipher::key_arn(&blob).map(str::to_owned)
}

/// The key of that id or ARN.
fn key_named<'r>(region: &'r Region, named: &str) -> Option<&'r Key> {
    let id = named.rsplit_once(":key/").map_or(named, |(_, id)| id);
    region.keys.get(id)
}

/// The material of a key in a custom key store, as events name it. Its id follows from the key.
pub(super) fn backing_key(arn: &str, handle: u32) -> Value {
    let mut named = Map::new();
    named.insert("keyHandle".to_owned(), handle.to_string().into());
    let id = hex(&Sha256::digest(arn.as_bytes()));
    named.insert("backingKeyId".to_owned(), id.into());
    named.into()
}
