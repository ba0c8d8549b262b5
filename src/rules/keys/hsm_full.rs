//! The HSMs take no further key (`lab inject hsm-full`).

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.hsm-full",
    raises: &[exception("kms:CreateKey", 90, "KMSInternalException")],
    docs: &[docs::HSM_QUOTAS],
    origin: Origin::Ours,
    check,
    fix: |_| vec!["lab inject hsm-full --off".to_owned()],
    break_it: "\
lab scenario store-connected
lab inject hsm-full
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    let full = facts
        .account()
        .given()?
        .is_some_and(|account| account.injected.hsm_full);
    if full && facts.text("CustomKeyStoreId").given()?.is_some() {
        broken([])
    } else {
        holds()
    }
}
