//! An account has at most ten key stores per Region, in any state.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.store-quota",
    raises: &[exception(
        "kms:CreateCustomKeyStore",
        40,
        "LimitExceededException",
    )],
    docs: &[docs::KMS_QUOTAS],
    origin: Origin::Documented,
    check,
    fix: |_| vec!["aws kms delete-custom-key-store --custom-key-store-id \"$STORE\"".to_owned()],
    break_it: "",
};

/// Key stores per account and Region; AWS does not raise it.
const QUOTA: usize = 10;

fn check(facts: &dyn Facts) -> Check {
    let have = facts.stores().given()?.unwrap_or_default().len();
    if have >= QUOTA {
        broken([("have", have.into()), ("quota", QUOTA.into())])
    } else {
        holds()
    }
}
