//! A key store that is disconnected, or on its way there, cannot be disconnected.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::ConnectionState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.disconnectable",
    raises: &[exception(
        "kms:DisconnectCustomKeyStore",
        20,
        "CustomKeyStoreInvalidStateException",
    )],
    docs: &[docs::CONNECT_STORE, docs::API_DISCONNECT_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| match facts.store().known().map(|store| store.state) {
        Some(ConnectionState::Disconnecting) => vec![fixes::WAIT.to_owned()],
        _ => Vec::new(),
    },
    break_it: "\
lab scenario store-disconnected
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms disconnect-custom-key-store --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.store().given()? {
        Some(store)
            if matches!(
                store.state,
                ConnectionState::Disconnected | ConnectionState::Disconnecting
            ) =>
        {
            broken([
                ("store", store.id.into()),
                ("state", store.state.word().into()),
            ])
        }
        _ => holds(),
    }
}
