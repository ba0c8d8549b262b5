//! The name of an alias begins with `alias/`.

use super::shared::{again, in_each};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.alias-prefix",
    raises: &in_each(
        ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
        10,
        "ValidationException",
    ),
    docs: &[docs::ALIASES, docs::API_CREATE_ALIAS],
    origin: Origin::Observed,
    check,
    fix: |facts| match facts.text("AliasName").known() {
        Some(name) => again(facts, &[("AliasName", &format!("alias/{name}"))], &[]),
        None => Vec::new(),
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name payments --target-key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.text("AliasName").given()? {
        Some(name) if !name.starts_with("alias/") => {
            broken([("alias", name.into()), ("page", docs::ALIASES.url().into())])
        }
        _ => holds(),
    }
}
