//! Only a dry run that says so needs no ciphertext.

use super::shared::{again, in_each};
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
    let modifiers = facts.texts("DryRunModifiers").given()?.unwrap_or_default();
    let without = facts.member("DryRun").given()? == Some(true.into())
        && modifiers.iter().any(|word| word == "IGNORE_CIPHERTEXT");
    if without || facts.text("CiphertextBlob").given()?.is_some() {
        holds()
    } else {
        broken([])
    }
}
