//! External key stores are outside the simulation.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "kms.store-type",
    raises: &[exception(
        "kms:CreateCustomKeyStore",
        10,
        "ValidationException",
    )],
    docs: &[docs::API_CREATE_STORE],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws kms create-custom-key-store --custom-key-store-name Example --custom-key-store-type EXTERNAL_KEY_STORE",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("CustomKeyStoreType").given()?.as_deref() {
        Some(kind @ "EXTERNAL_KEY_STORE") => broken([("type", kind.into())]),
        _ => holds(),
    }
}
