//! A key policy is a JSON document.

use super::shared::{in_each, policy_again};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.policy",
    raises: &in_each(
        ["kms:CreateKey", "kms:PutKeyPolicy"],
        30,
        "MalformedPolicyDocumentException",
    ),
    docs: &[docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: policy_again,
    break_it: "\
aws kms create-key --policy nonsense",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("Policy").given()? {
        Some(policy) if serde_json::from_str::<serde_json::Value>(&policy).is_err() => broken([]),
        _ => holds(),
    }
}
