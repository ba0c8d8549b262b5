//! The blob is no ciphertext of this service.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.ciphertext-known",
    raises: &[
        exception("kms:Decrypt", 20, "InvalidCiphertextException"),
    ],
    docs: &[docs::API_DECRYPT],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
aws kms decrypt --ciphertext-blob aGVsbG8=",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.ciphertext().given()? {
        Some(ciphertext) if ciphertext.key_arn.is_none() => broken([]),
        _ => holds(),
    }
}
