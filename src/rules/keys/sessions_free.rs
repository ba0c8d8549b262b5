//! No session of the HSMs is free (`lab inject pkcs11-full`).

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.sessions-free",
    raises: &[
        exception("kms:Encrypt", 54, "KMSInternalException"),
        exception("kms:Decrypt", 54, "KMSInternalException"),
        exception("kms:GenerateDataKey", 54, "KMSInternalException"),
        exception("kms:GenerateDataKeyWithoutPlaintext", 54, "KMSInternalException"),
    ],
    docs: &[docs::FIX_FAILING_KEY],
    origin: Origin::Documented,
    check,
    fix: |_| vec!["lab inject pkcs11-full --off".to_owned()],
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
lab inject pkcs11-full
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};

fn check(facts: &dyn Facts) -> Check {
    let full = facts
        .account()
        .given()?
        .is_some_and(|account| account.injected.pkcs11_full);
    match facts.key().given()? {
        Some(found) if full && found.key.as_ref().is_some_and(|key| key.store_id().is_some()) => {
            broken([])
        }
        _ => holds(),
    }
}
