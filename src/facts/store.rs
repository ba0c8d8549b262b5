//! Custom key stores as rules see them.

use super::{AccountFacts, Subject};
use crate::model::{ConnectionState, KeyStore, Secret};

/// A custom key store.
#[derive(Clone, Debug, PartialEq)]
pub struct StoreFacts {
    /// Id.
    pub id: String,
    /// Friendly name.
    pub name: String,
    /// The associated cluster.
    pub cluster_id: String,
    /// Identity of that cluster's backup history.
    pub lineage: String,
    /// Trust anchor certificate as it was given.
    pub trust_anchor: String,
    /// The password that KMS has for kmsuser.
    pub password: Secret,
    /// Connection state.
    pub state: ConnectionState,
}

/// The model of the key store that the facts are about.
pub(super) fn model<'a>(facts: &AccountFacts<'a>) -> Option<&'a KeyStore> {
    let stores = &facts.here()?.key_stores;
    match facts.subject {
        Subject::Store(id) => stores.get(id),
        Subject::Request => stores.get(facts.given_text("CustomKeyStoreId")?),
        Subject::Tool { .. } => None,
    }
}

/// The key store that the request names.
pub(super) fn named(facts: &AccountFacts<'_>) -> Option<StoreFacts> {
    model(facts).map(of)
}

/// Ids of the keys in the key store that the request names, those pending deletion included.
pub(super) fn keys<'a>(facts: &AccountFacts<'a>) -> Option<Vec<&'a String>> {
    let store = model(facts)?;
    Some(facts.here()?.keys.in_store(&store.id).collect())
}

/// All key stores.
pub(super) fn all<'a>(facts: &AccountFacts<'a>) -> Vec<&'a KeyStore> {
    let region = facts.here().into_iter();
    region
        .flat_map(|region| region.key_stores.values())
        .collect()
}

fn of(store: &KeyStore) -> StoreFacts {
    StoreFacts {
        id: store.id.clone(),
        name: store.name.clone(),
        cluster_id: store.cluster_id.clone(),
        lineage: store.lineage.clone(),
        trust_anchor: store.trust_anchor.clone(),
        password: store.password.clone(),
        state: store.state,
    }
}
