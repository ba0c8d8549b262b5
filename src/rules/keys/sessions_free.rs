//! No session of the HSMs is free (`lab inject pkcs11-full`).

use super::shared::in_every_use;
use crate::docs;
use crate::facts::{Backing, Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.sessions-free",
    raises: &in_every_use(54, "KMSInternalException"),
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
    match facts.key().given()? {
        Some(KeyFacts {
            backing: Some(Backing::NoSession(cluster)),
            ..
        }) => broken([("cluster", cluster.into())]),
        _ => holds(),
    }
}
