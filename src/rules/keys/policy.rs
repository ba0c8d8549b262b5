//! A key policy is a JSON document.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.policy",
    raises: &[exception(
        "kms:CreateKey",
        30,
        "MalformedPolicyDocumentException",
    )],
    docs: &[docs::API_CREATE_KEY],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| again(facts, &[], &["Policy"]),
    break_it: "\
aws kms create-key --policy nonsense",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("Policy").given()? {
        Some(policy) if serde_json::from_str::<serde_json::Value>(&policy).is_err() => broken([]),
        _ => holds(),
    }
}
