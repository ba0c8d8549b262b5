//! An account has a number of keys per Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.quota",
    raises: &[exception("kms:CreateKey", 80, "LimitExceededException")],
    docs: &[docs::KMS_QUOTAS],
    origin: Origin::Documented,
    check,
    fix: |_| vec!["lab quota keys 100000".to_owned()],
    break_it: "\
lab quota keys 0
aws kms create-key",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(account), Some(region)) = (facts.account().given()?, facts.region().given()?) else {
        return holds();
    };
    if region.keys.len() >= account.quotas.keys {
        broken([("quota", account.quotas.keys.into())])
    } else {
        holds()
    }
}
