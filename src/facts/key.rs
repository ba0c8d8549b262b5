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
    /// A well-formed key id or ARN of no key; its ARN.
    Unknown(String),
    /// A well-formed alias of no key; its ARN.
    UnknownAlias(String),
    /// Nothing that names a key in this operation; the text.
    Malformed(String),
    /// An alias, in an operation that takes none; its name.
    Alias(String),
    /// An ARN of something else than a key of AWS KMS or an alias; the text.
    InvalidArn(String),
    /// An ARN of another Region; that Region.
    OtherRegion(String),
    /// An ARN of another account; the ARN.
    OtherAccount(String),
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
    /// The HSMs have no session left; the cluster's id.
    NoSession(String),
}

/// A KMS key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFacts {
    /// What the request names.
    pub reference: KeyReference,
    /// The key, if it exists.
    pub key: Option<Key>,
    /// Its state as DescribeKey shows it.
    pub state: Option<KeyState>,
    /// Its material, if it exists.
    pub backing: Option<Backing>,
}

impl KeyFacts {
    fn missing(reference: KeyReference) -> Self {
        Self {
            reference,
            key: None,
            state: None,
            backing: None,
        }
    }

    /// How far a use of the key gets: the key must exist, be enabled, and have its material available.
    fn progress(&self) -> u8 {
        match (&self.reference, self.state, &self.backing) {
            (KeyReference::Found, Some(KeyState::Enabled), Some(Backing::Material(_))) => 3,
            (KeyReference::Found, Some(KeyState::Enabled), _) => 2,
            (KeyReference::Found, ..) => 1,
            _ => 0,
        }
    }
}

/// A ciphertext that an operation is given.
#[derive(Clone, Debug, PartialEq)]
pub struct CiphertextFacts {
    /// The ARN of the key that made it; `None` if this simulation did not make it.
    pub key_arn: Option<String>,
    /// Whether that key belongs to this account and Region, even if it was deleted.
    pub here: bool,
    /// The ARN of the key that the request says made it, if it names one that exists.
    pub expected: Option<String>,
    /// What it decrypts to with the key and the encryption context of the request.
    pub plaintext: Option<Vec<u8>>,
}

impl AccountFacts<'_> {
    /// The key that a member of the request names, such as `KeyId` or `DestinationKeyId`.
    #[must_use]
    pub fn key_in(&self, member: &str) -> Option<KeyFacts> {
        resolve(self, self.given_text(member)?)
    }
}

/// The key that the request names, or that its ciphertext names. A re-encryption uses two keys: it is about the one that stands in its
/// way, and about the source where neither does.
pub(super) fn named(facts: &AccountFacts<'_>) -> Option<KeyFacts> {
    let Some(destination) = facts.key_in("DestinationKeyId") else {
        return facts
            .key_in("KeyId")
            .or_else(|| facts.key_in("TargetKeyId"))
            .or_else(|| maker(facts));
    };
    let source = facts.key_in("SourceKeyId").or_else(|| maker(facts));
    // Of two that get equally far, the first is taken.
    source
        .into_iter()
        .chain([destination])
        .min_by_key(KeyFacts::progress)
}

/// The key that made the ciphertext of the request.
fn maker(facts: &AccountFacts<'_>) -> Option<KeyFacts> {
    resolve(facts, cipher::key_arn(&blob(facts)?)?)
}

/// The ciphertext that the request carries.
pub(super) fn ciphertext(facts: &AccountFacts<'_>) -> Option<CiphertextFacts> {
    let blob = blob(facts)?;
    let key_arn = cipher::key_arn(&blob).map(str::to_owned);
    let material = maker(facts).and_then(|found| match found.backing {
        Some(Backing::Material(material)) => Some(material),
        _ => None,
    });
    let context = ["SourceEncryptionContext", "EncryptionContext"]
        .iter()
        .find_map(|name| facts.input.get(name))
        .unwrap_or(&Value::Null);
    Some(CiphertextFacts {
        here: key_arn
            .as_ref()
            .is_some_and(|arn| arn.starts_with(&arn_here(facts, "key/"))),
        key_arn,
        expected: facts
            .key_in("SourceKeyId")
            .or_else(|| facts.key_in("KeyId"))
            .and_then(|found| found.key)
            .map(|key| key.arn),
        plaintext: material.and_then(|material| cipher::decrypt(&material, context, &blob)),
    })
}

/// The bytes of the ciphertext, unless the request is a dry run that says not to look at them.
fn blob(facts: &AccountFacts<'_>) -> Option<Vec<u8>> {
    let modifiers = facts.input.get("DryRunModifiers");
    let ignored = modifiers
        .and_then(Value::as_array)
        .is_some_and(|given| given.iter().any(|given| given == "IGNORE_CIPHERTEXT"));
    if ignored && facts.input.get("DryRun") == Some(&Value::Bool(true)) {
        return None;
    }
    base64::engine::general_purpose::STANDARD
        .decode(facts.given_text("CiphertextBlob")?)
        .ok()
}

/// What a text names: a key id, the ARN of a key, or, where the operation takes them, an alias or the ARN of one.
fn resolve(facts: &AccountFacts<'_>, text: &str) -> Option<KeyFacts> {
    let region = facts.here()?;
    let parts: Vec<&str> = text.splitn(6, ':').collect();
    let id = match parts.as_slice() {
        ["arn", "aws", "kms", other, ..] if *other != region.name => {
            return Some(KeyFacts::missing(KeyReference::OtherRegion(
                (*other).to_owned(),
            )));
        }
        // Whatever is there, another account hears nothing of it.
        ["arn", "aws", "kms", _, account, _] if *account != facts.account.id => {
            return Some(KeyFacts::missing(KeyReference::OtherAccount(
                text.to_owned(),
            )));
        }
        ["arn", "aws", "kms", _, account, resource] => {
            if let Some(name) = resource.strip_prefix("alias/") {
                return alias(facts, account, name);
            }
            let Some(id) = resource.strip_prefix("key/") else {
                return Some(KeyFacts::missing(KeyReference::InvalidArn(text.to_owned())));
            };
            id
        }
        ["arn", ..] => {
            return Some(KeyFacts::missing(KeyReference::InvalidArn(text.to_owned())));
        }
        _ => match text.strip_prefix("alias/") {
            Some(name) => return alias(facts, &facts.account.id, name),
            None => text,
        },
    };
    Some(match region.keys.get(id) {
        Some(key) => found(facts, region, key),
        None if is_key_id(id) => {
            KeyFacts::missing(KeyReference::Unknown(arn_here(facts, "key/") + id))
        }
        None => KeyFacts::missing(KeyReference::Malformed(text.to_owned())),
    })
}

/// A key that was found.
fn found(facts: &AccountFacts<'_>, region: &Region, key: &Key) -> KeyFacts {
    KeyFacts {
        reference: KeyReference::Found,
        state: Some(facts.account.key_state(region, key)),
        backing: Some(backing(facts, region, key)),
        key: Some(key.clone()),
    }
}

/// The operations whose key can be named by an alias (service model); the others take a key id or key ARN only.
const TAKE_ALIASES: &[&str] = &[
    "kms:Decapsulate",
    "kms:Decrypt",
    "kms:DeriveSharedSecret",
    "kms:DescribeKey",
    "kms:Encapsulate",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyPair",
    "kms:GenerateDataKeyPairWithoutPlaintext",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:GetKeyLastUsage",
    "kms:GetPublicKey",
    "kms:ReEncrypt",
    "kms:Sign",
    "kms:Verify",
];

/// The key of an alias, where the operation takes aliases.
fn alias(facts: &AccountFacts<'_>, account: &str, name: &str) -> Option<KeyFacts> {
    let name = format!("alias/{name}");
    if !TAKE_ALIASES.contains(&facts.operation) {
        return Some(KeyFacts::missing(KeyReference::Alias(name)));
    }
    let region = facts.here()?;
    // Keys of other accounts are not simulated: none is shared with this one.
    let key = region
        .keys
        .alias(&name)
        .filter(|_| account == facts.account.id);
    Some(match key {
        Some((key, _)) => found(facts, region, key),
        None => KeyFacts::missing(KeyReference::UnknownAlias(format!(
            "arn:aws:kms:{}:{account}:{name}",
            facts.region
        ))),
    })
}

/// The ARN of something of this account and Region.
fn arn_here(facts: &AccountFacts<'_>, resource: &str) -> String {
    format!(
        "arn:aws:kms:{}:{}:{resource}",
        facts.region, facts.account.id
    )
}

/// The material of a key: that of a key in a store is looked up in the HSMs by its label, the key's ARN.
fn backing(facts: &AccountFacts<'_>, region: &Region, key: &Key) -> Backing {
    let (store_id, handle) = match &key.material {
        KeyMaterial::Kms { material } => {
            return Backing::Material(unhex(material).unwrap_or_default());
        }
        KeyMaterial::Hsm { store_id, handle } => (store_id, *handle),
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
        .and_then(|id| region.network.security_groups.get(id))
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
    let found = cluster
        .active_hsms()
        .find_map(|hsm| {
            let place = hsm.contents.labelled(&key.arn, handle)?;
            hsm.contents.keys.get(&place)
        })
        .and_then(|held| unhex(&held.material));
    match found {
        None => Backing::Lost(cluster_id),
        Some(_) if facts.account.injected.pkcs11_full => Backing::NoSession(cluster_id),
        Some(material) => Backing::Material(material),
    }
}

/// Whether a text has the form of a key id: a UUID or, for a multi-Region key, `mrk-` and as many digits without hyphens.
fn is_key_id(text: &str) -> bool {
    let (digits, form) = match text.strip_prefix("mrk-") {
        Some(digits) => (digits, &[32][..]),
        None => (text, &[8, 4, 4, 4, 12][..]),
    };
    digits.split('-').map(str::len).eq(form.iter().copied())
        && digits
            .chars()
            .all(|letter| letter == '-' || letter.is_ascii_hexdigit())
}
