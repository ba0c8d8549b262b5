//! Aliases that begin with `alias/aws/` are made by AWS, and `alias/` alone is no name.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.alias-reserved",
    raises: &[exception(
        "kms:CreateAlias",
        12,
        "InvalidAliasNameException",
    )],
    docs: &[docs::ALIASES, docs::API_CREATE_ALIAS],
    origin: Origin::Ours,
    check,
    fix: |facts| again(facts, &[("AliasName", "\"$ALIAS\"")], &[]),
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/aws/payments --target-key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("AliasName").given()? {
        Some(name) if name.starts_with("alias/aws/") || name == "alias/" => {
            broken([("alias", name.into())])
        }
        _ => holds(),
    }
}
