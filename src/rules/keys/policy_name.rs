//! A key has one policy, and its name is `default`.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.policy-name",
    raises: &[
        exception("kms:GetKeyPolicy", 25, "NotFoundException"),
        exception("kms:PutKeyPolicy", 25, "ValidationException"),
    ],
    docs: &[docs::DEFAULT_KEY_POLICY, docs::API_PUT_KEY_POLICY],
    origin: Origin::Ours,
    check,
    fix: |facts| again(facts, &[], &["PolicyName"]),
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms get-key-policy --key-id $K --policy-name mine",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("PolicyName").given()? {
        Some(name) if name != "default" => broken([("name", name.into())]),
        _ => holds(),
    }
}
