//! A key store is connected from DISCONNECTED only: a failed one must be disconnected first.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::ConnectionState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.startable",
    raises: &[exception(
        "kms:ConnectCustomKeyStore",
        20,
        "CustomKeyStoreInvalidStateException",
    )],
    docs: &[docs::FIX_CONNECTION, docs::CONNECT_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: fixes::disconnect,
    break_it: "\
lab scenario store-failed
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms connect-custom-key-store --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.store().given()? {
        Some(store)
            if matches!(
                store.state,
                ConnectionState::Failed | ConnectionState::Disconnecting
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
