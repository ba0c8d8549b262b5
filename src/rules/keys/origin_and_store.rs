//! A key in a key store needs the store and the origin AWS_CLOUDHSM, both.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::keys as words;

pub(super) const RULE: Rule = Rule {
    id: "keys.origin-and-store",
    raises: &[exception("kms:CreateKey", 10, "ValidationException")],
    docs: &[docs::CREATE_KEY_IN_STORE, docs::API_CREATE_KEY],
    origin: Origin::Ours,
    check,
    fix: |facts| {
        let stores = facts.stores().known().unwrap_or_default();
        let store = match (facts.text("CustomKeyStoreId").known(), stores.as_slice()) {
            (Some(given), _) => given,
            (None, [only]) => only.id.clone(),
            (None, _) => "\"$KEY_STORE_ID\"".to_owned(),
        };
        again(
            facts,
            &[("Origin", "AWS_CLOUDHSM"), ("CustomKeyStoreId", &store)],
            &["XksKeyId"],
        )
    },
    break_it: "\
lab scenario store-connected
aws kms create-key --origin AWS_CLOUDHSM",
};

fn check(facts: &dyn Facts) -> Check {
    let store = facts.text("CustomKeyStoreId").given()?.is_some();
    let origin = facts.text("Origin").given()?;
    let in_hsm = origin.as_deref() == Some("AWS_CLOUDHSM");
    let found = if facts.text("XksKeyId").given()?.is_some() {
        words::EXTERNAL_KEY
    } else if in_hsm && !store {
        words::NO_STORE
    } else if store && !in_hsm {
        words::OTHER_ORIGIN
    } else {
        return holds();
    };
    broken([("found", found.into())])
}
