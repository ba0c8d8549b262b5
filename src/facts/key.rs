//! KMS keys and ciphertexts as rules see them.

use base64::Engine;
use serde_json::Value;

use super::AccountFacts;
use crate::model::{ClusterState, ConnectionState, Direction, Key, KeyMaterial, KeyState, Region};
use crate::sim::{cipher, unhex};

/// What a request's `KeyId` turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyReference {
    /// A key that exists.
    Found,
    /// A well-formed key id of no key; the ARN that it would have.
    Unknown(String),
    /// Neither key id nor ARN nor alias; the text.
    Malformed(String),
    /// An ARN of another Region; that Region.
    OtherRegion(String),
}

/// Where the material of a key is at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backing {
    /// At hand.
    Material(Vec<u8>),
    /// The key store's cluster is gone; its id.
    ClusterGone(String),
    /// No HSM of the cluster is active; its id.
    NoActiveHsm(String),
    /// The cluster's security group blocks AWS KMS; its id.
    Unreachable(String),
    /// The HSMs do not hold the material; the cluster's id.
    Lost(String),
}

/// A KMS key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFacts {
    /// What the `KeyId` of the request is.
    pub reference: KeyReference,
    /// The key, if it exists.
    pub key: Option<Key>,
    /// Its state as DescribeKey shows it.
    pub state: Option<KeyState>,
    /// Its material, if it exists.
    pub backing: Option<Backing>,
}

/// A ciphertext that an operation is given.
#[derive(Clone, Debug, PartialEq)]
pub struct CiphertextFacts {
    /// The ARN of the key that made it; `None` when it is no ciphertext of ours.
    pub key_arn: Option<String>,
    /// What it decrypts to with the key and the encryption context of the request.
    pub plaintext: Option<Vec<u8>>,
}

/// The key that the request names, or that its ciphertext names.
pub(super) fn named(facts: &AccountFacts<'_>) -> Option<KeyFacts> {
    let region = facts.here()?;
    let id = match facts.given_text("KeyId") {
        Some(id) => id.to_owned(),
        None => cipher::key_arn(&blob(facts)?)?.to_owned(),
    };
    let none = |reference| KeyFacts {
        reference,
        key: None,
        state: None,
        backing: None,
    };
    let arn = |id: &str| format!("arn:aws:kms:{}:{}:key/{id}", region.name, facts.account.id);
    let bare = if id.starts_with("arn:") {
        let parts: Vec<&str> = id.splitn(6, ':').collect();
        match parts.as_slice() {
            [_, _, "kms", other, _, _] if *other != region.name => {
                return Some(none(KeyReference::OtherRegion((*other).to_owned())));
            }
            [_, _, "kms", _, _, resource] => resource.trim_start_matches("key/").to_owned(),
            _ => return Some(none(KeyReference::Malformed(id))),
        }
    } else {
        id.clone()
    };
    if let Some(key) = region.keys.get(&bare) {
        return Some(KeyFacts {
            reference: KeyReference::Found,
            state: Some(facts.account.key_state(region, key)),
            backing: Some(backing(region, key)),
            key: Some(key.clone()),
        });
    }
    Some(none(if is_uuid(&bare) {
        KeyReference::Unknown(arn(&bare))
    } else {
        KeyReference::Malformed(id)
    }))
}

/// The ciphertext that the request carries.
pub(super) fn ciphertext(facts: &AccountFacts<'_>) -> Option<CiphertextFacts> {
    let blob = blob(facts)?;
    let key_arn = cipher::key_arn(&blob).map(str::to_owned);
    let made_by = key_arn.as_ref().and_then(|arn| {
        let region = facts.here()?;
        let key = region.keys.get(arn.rsplit('/').next()?)?;
        if key.arn != *arn {
            return None;
        }
        match backing(region, key) {
            Backing::Material(material) => Some(material),
            _ => None,
        }
    });
    let plaintext = made_by.and_then(|material| {
        let context = facts.input.get("EncryptionContext").unwrap_or(&Value::Null);
        cipher::decrypt(&material, context, &blob)
    });
    Some(CiphertextFacts { key_arn, plaintext })
}

fn blob(facts: &AccountFacts<'_>) -> Option<Vec<u8>> {
    base64::engine::general_purpose::STANDARD
        .decode(facts.given_text("CiphertextBlob")?)
        .ok()
}

/// The material of a key: that of a key in a store is looked up in the HSMs by its label, the key's ARN.
fn backing(region: &Region, key: &Key) -> Backing {
    let store_id = match &key.material {
        KeyMaterial::Kms { material } => {
            return Backing::Material(unhex(material).unwrap_or_default());
        }
        KeyMaterial::Hsm { store_id, .. } => store_id,
    };
    let cluster_id = region
        .key_stores
        .get(store_id)
        .map(|store| store.cluster_id.clone())
        .unwrap_or_default();
    let cluster = region
        .clusters
        .get(&cluster_id)
        .filter(|cluster| cluster.state != ClusterState::Deleted);
    let Some(cluster) = cluster else {
        return Backing::ClusterGone(cluster_id);
    };
    if cluster.active_hsms().next().is_none() {
        return Backing::NoActiveHsm(cluster_id);
    }
    let open = cluster
        .security_group
        .as_ref()
        .and_then(|id| super::network::group_facts(region, id))
        .is_some_and(|group| {
            group.admits_itself(Direction::Ingress) && group.admits_itself(Direction::Egress)
        });
    let connected = region
        .key_stores
        .get(store_id)
        .is_some_and(|store| store.state == ConnectionState::Connected);
    if connected && !open {
        return Backing::Unreachable(cluster_id);
    }
    cluster
        .active_hsms()
        .flat_map(|hsm| hsm.contents.keys.values())
        .find(|held| held.label == key.arn)
        .and_then(|held| unhex(&held.material))
        .map_or(Backing::Lost(cluster_id), Backing::Material)
}

/// Whether a text has the form of a key id.
fn is_uuid(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12]
        && text
            .chars()
            .all(|letter| letter == '-' || letter.is_ascii_hexdigit())
}
