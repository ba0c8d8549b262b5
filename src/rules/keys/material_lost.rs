//! The HSMs do not hold the key's material any more.

use crate::docs;
use crate::facts::{Backing, Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.material-lost",
    raises: &[
        exception("kms:Encrypt", 53, "KMSInvalidStateException"),
        exception("kms:Decrypt", 53, "KMSInvalidStateException"),
        exception("kms:GenerateDataKey", 53, "KMSInvalidStateException"),
        exception("kms:GenerateDataKeyWithoutPlaintext", 53, "KMSInvalidStateException"),
    ],
    docs: &[docs::FIX_LOST_MATERIAL, docs::FIX_FAILING_KEY],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts {
            key: Some(key),
            backing: Some(Backing::Lost(cluster)),
            ..
        }) => broken([("key", key.arn.into()), ("cluster", cluster.into())]),
        _ => holds(),
    }
}
