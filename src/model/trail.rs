//! What the event history knows beyond the log.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Timestamp;

/// What the event history shows of a call beyond its request and its refusal. It is taken down when the call is made: later the key
/// store or the key may be another one, or gone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trail {
    /// What was answered, where events of the operation show it; null otherwise.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub response: Value,
    /// `additionalEventData` of the event; null where it has none.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub additional: Value,
    /// ARN of the KMS key that the call was about; empty where it was about none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
}

/// A KMS key whose waiting period has ended. Nobody called for it at that moment, so no entry of the log stands for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyDeletion {
    /// When.
    pub at: Timestamp,
    /// ARN of the key.
    pub key: String,
    /// What became of its material, where that was in a custom key store.
    pub material: Option<MaterialDeletion>,
}

/// What became of the material of a deleted key in a custom key store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialDeletion {
    /// The key store.
    pub store: String,
    /// Its cluster.
    pub cluster: String,
    /// Handle of the material in the HSMs.
    pub handle: u32,
    /// Whether it is gone from the HSMs; otherwise it stays behind, an orphan.
    pub deleted: bool,
}
