//! A fault inside AWS KMS that strikes every call (`lab inject internal-error kms`).

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.internal-failure",
    raises: &[exception("kms:*", 9, "KMSInternalException")],
    docs: &[docs::API_CREATE_STORE, docs::KMS_ERRORS],
    origin: Origin::ServiceModel,
    check,
    fix: |_| vec!["lab inject internal-error kms --off".to_owned()],
    break_it: "lab inject internal-error kms\naws kms describe-custom-key-stores",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.account().given()? {
        Some(account) if account.injected.kms_failure => broken([]),
        _ => holds(),
    }
}
