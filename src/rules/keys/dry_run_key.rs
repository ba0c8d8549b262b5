//! A dry run that does not look at the ciphertext has to be told the key that made it.

use super::shared::{ignores_ciphertext, in_each, list_keys};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.dry-run-key",
    raises: &in_each(["kms:Decrypt", "kms:ReEncrypt"], 11, "ValidationException"),
    docs: &[docs::API_DECRYPT],
    origin: Origin::ServiceModel,
    check,
    fix: list_keys,
    break_it: "aws kms decrypt --dry-run --dry-run-modifiers IGNORE_CIPHERTEXT",
};

/// The member that names the key which made the ciphertext.
fn member(facts: &dyn Facts) -> &'static str {
    match facts.operation() {
        "kms:ReEncrypt" => "SourceKeyId",
        _ => "KeyId",
    }
}

fn check(facts: &dyn Facts) -> Check {
    let member = member(facts);
    if ignores_ciphertext(facts)? && facts.text(member).given()?.is_none() {
        broken([("member", member.into())])
    } else {
        holds()
    }
}
