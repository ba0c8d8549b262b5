//! Only a dry run that says so needs no ciphertext.

use super::shared::{again, ignores_ciphertext, in_each};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.ciphertext-given",
    raises: &in_each(["kms:Decrypt", "kms:ReEncrypt"], 10, "ValidationException"),
    docs: &[docs::API_DECRYPT],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| again(facts, &[("CiphertextBlob", "\"$CIPHERTEXT\"")], &[]),
    break_it: "aws kms decrypt --dry-run",
};

fn check(facts: &dyn Facts) -> Check {
    if ignores_ciphertext(facts)? || facts.text("CiphertextBlob").given()?.is_some() {
        holds()
    } else {
        broken([])
    }
}
