//! A key store is changed while DISCONNECTED; only its name may also change while CONNECTED.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::ConnectionState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.update-state",
    raises: &[exception(
        "kms:UpdateCustomKeyStore",
        20,
        "CustomKeyStoreInvalidStateException",
    )],
    docs: &[docs::UPDATE_STORE, docs::API_UPDATE_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: fixes::disconnect,
    break_it: "\
lab scenario store-connected
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms update-custom-key-store --custom-key-store-id $S --key-store-password kmsPswd2",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(store) = facts.store().given()? else {
        return holds();
    };
    let only_name = facts.member("KeyStorePassword").given()?.is_none()
        && facts.text("CloudHsmClusterId").given()?.is_none();
    match store.state {
        ConnectionState::Disconnected => holds(),
        ConnectionState::Connected if only_name => holds(),
        state => broken([("store", store.id.into()), ("state", state.word().into())]),
    }
}
