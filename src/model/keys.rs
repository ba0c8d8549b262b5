//! Custom key stores and KMS keys.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Secret, Timestamp};

/// A custom key store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyStore {
    /// `cks-…`
    pub id: String,
    /// Friendly name, unique in account and Region.
    pub name: String,
    /// The associated cluster.
    pub cluster_id: String,
    /// Lineage of the associated cluster; known to KMS even after the cluster is gone.
    pub lineage: String,
    /// Trust anchor certificate as it was given.
    pub trust_anchor: String,
    /// The password that KMS has for kmsuser.
    pub password: Secret,
    /// Connection state.
    pub state: ConnectionState,
    /// Why the last connection attempt failed; present in FAILED only.
    pub failure: Option<ConnectionFailure>,
    /// Earlier failures, newest last. The service forgets them at disconnect, readers should not have to.
    pub past_failures: Vec<ConnectionFailure>,
    /// Moment of creation.
    pub created: Timestamp,
    /// Counts connection attempts, so that a job of an aborted attempt is recognized as stale.
    pub attempt: u64,
    /// Interfaces that KMS holds in the cluster's subnets while connected.
    pub interfaces: Vec<String>,
    /// The security group that KMS made for them.
    pub security_group: Option<String>,
}

/// A failed connection attempt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConnectionFailure {
    /// ConnectionErrorCode, such as `USER_NOT_FOUND`.
    pub code: String,
    /// The rule that was broken.
    pub rule: String,
    /// What was found, as data.
    #[serde(with = "as_json")]
    pub evidence: Value,
    /// When.
    pub at: Timestamp,
}

/// Any JSON as a text: not every format of a save describes its own values.
mod as_json {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use serde_json::Value;

    pub(super) fn serialize<S: Serializer>(
        value: &Value,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.to_string())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Value, D::Error> {
        let text = String::deserialize(deserializer)?;
        serde_json::from_str(&text).map_err(D::Error::custom)
    }
}

/// The connection state of a custom key store (service model, ConnectionStateType).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are the service's own enum values")]
pub enum ConnectionState {
    Connected,
    Connecting,
    Failed,
    Disconnected,
    Disconnecting,
}

impl ConnectionState {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Connected => "CONNECTED",
            Self::Connecting => "CONNECTING",
            Self::Failed => "FAILED",
            Self::Disconnected => "DISCONNECTED",
            Self::Disconnecting => "DISCONNECTING",
        }
    }
}

/// A symmetric KMS key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Key {
    /// Key id, a UUID.
    pub id: String,
    /// Amazon Resource Name.
    pub arn: String,
    /// Moment of creation.
    pub created: Timestamp,
    /// Description.
    pub description: String,
    /// Whether its owner left it enabled; the state that a reader sees also depends on the key store.
    pub enabled: bool,
    /// End of the waiting period, when deletion is scheduled.
    pub deletion: Option<Timestamp>,
    /// Where its material is.
    pub material: KeyMaterial,
    /// Key policy, JSON text.
    pub policy: String,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
    /// Its aliases in the order of their names. Only [`super::Keys`] adds and removes them, because it finds keys by them.
    pub aliases: Vec<Alias>,
}

/// Another name of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// Name, `alias/…`, unique in account and Region.
    pub name: String,
    /// Moment of creation.
    pub created: Timestamp,
    /// The last moment at which it was given a key.
    pub updated: Timestamp,
}

impl Key {
    /// The custom key store that holds its material, if one does.
    #[must_use]
    pub fn store_id(&self) -> Option<&str> {
        match &self.material {
            KeyMaterial::Hsm { store_id, .. } => Some(store_id),
            KeyMaterial::Kms { .. } => None,
        }
    }

    /// Its origin (service model, OriginType).
    #[must_use]
    pub fn origin(&self) -> &'static str {
        match self.material {
            KeyMaterial::Hsm { .. } => "AWS_CLOUDHSM",
            KeyMaterial::Kms { .. } => "AWS_KMS",
        }
    }
}

/// Where the material of a KMS key is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum KeyMaterial {
    /// In KMS itself (origin AWS_KMS): AES-256 key bytes, in hexadecimal.
    Kms {
        /// The bytes.
        material: String,
    },
    /// In the HSMs of a custom key store's cluster (origin AWS_CLOUDHSM), found there by its label, the key's ARN.
    Hsm {
        /// The key store.
        store_id: String,
        /// Handle in the HSMs.
        handle: u32,
    },
}

/// The state of a key as DescribeKey shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the service's own enum values")]
pub enum KeyState {
    Enabled,
    Disabled,
    PendingDeletion,
    Unavailable,
}

impl KeyState {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Enabled => "Enabled",
            Self::Disabled => "Disabled",
            Self::PendingDeletion => "PendingDeletion",
            Self::Unavailable => "Unavailable",
        }
    }
}
