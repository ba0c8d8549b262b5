//! Keys are made, and random bytes drawn, in a connected key store only.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::ConnectionState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

const CODE: &str = "CustomKeyStoreInvalidStateException";

pub(super) const RULE: Rule = Rule {
    id: "kms.store-connected",
    raises: &[
        exception("kms:CreateKey", 60, CODE),
        exception("kms:GenerateRandom", 60, CODE),
    ],
    docs: &[docs::CREATE_KEY_IN_STORE, docs::CONNECT_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| match facts.store().known().map(|store| store.state) {
        Some(ConnectionState::Connecting) => vec![fixes::WAIT.to_owned()],
        Some(ConnectionState::Disconnecting) => [fixes::WAIT.to_owned()]
            .into_iter()
            .chain(fixes::connect(facts))
            .collect(),
        Some(ConnectionState::Failed) => fixes::reconnect(facts, Vec::new()),
        _ => fixes::connect(facts),
    },
    break_it: "\
lab scenario store-disconnected
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.store().given()? {
        Some(store) if store.state != ConnectionState::Connected => broken([
            ("store", store.id.into()),
            ("state", store.state.word().into()),
        ]),
        _ => holds(),
    }
}
