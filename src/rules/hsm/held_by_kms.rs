//! AWS KMS is logged in as kmsuser, with a password that it chose itself.

use super::asked::{Asked, refuses};
use crate::docs;
use crate::facts::Facts;
use crate::model::{Holder, UserKind};
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.held-by-kms",
    raises: &[refuses("hsm:loginHSM", 45)],
    docs: &[docs::LOGIN_AS_KMSUSER, docs::KMSUSER],
    origin: Origin::Documented,
    check: |facts| {
        let Some(asked) = Asked::of(facts)? else {
            return holds();
        };
        match store(&asked) {
            Some(store) => broken([("store", store.into()), ("place", asked.place().into())]),
            None => holds(),
        }
    },
    fix: let_go,
    break_it: "\
lab scenario store-connected
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg
loginHSM CU kmsuser kmsPswd",
};

/// The key store for which KMS holds the user that the command names.
pub(super) fn store(asked: &Asked) -> Option<String> {
    let named = asked.kind() == Some(UserKind::Cu);
    asked
        .server
        .sessions
        .iter()
        .find_map(|session| match &session.holder {
            Holder::Kms(store) if named && session.user.eq_ignore_ascii_case(asked.name()) => {
                Some(store.clone())
            }
            _ => None,
        })
}

/// Disconnects the key store: KMS logs out.
pub(super) fn let_go(facts: &dyn Facts) -> Vec<String> {
    let Ok(Some(asked)) = Asked::of(facts) else {
        return Vec::new();
    };
    let Some(store) = store(&asked) else {
        return Vec::new();
    };
    vec![
        "quit".to_owned(),
        format!("aws kms disconnect-custom-key-store --custom-key-store-id {store}"),
        "lab settle".to_owned(),
        super::reach::START.to_owned(),
        super::asked::LOGIN_OFFICER.to_owned(),
        "changePswd CU kmsuser \"$KMSUSER_PASSWORD\"".to_owned(),
        "y".to_owned(),
    ]
}
