//! A key store is deleted while DISCONNECTED.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::ConnectionState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.deletable-state",
    raises: &[exception(
        "kms:DeleteCustomKeyStore",
        20,
        "CustomKeyStoreInvalidStateException",
    )],
    docs: &[docs::DELETE_STORE, docs::API_DELETE_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: fixes::disconnect,
    break_it: "\
lab scenario store-connected
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms delete-custom-key-store --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.store().given()? {
        Some(store) if store.state != ConnectionState::Disconnected => broken([
            ("store", store.id.into()),
            ("state", store.state.word().into()),
        ]),
        _ => holds(),
    }
}
