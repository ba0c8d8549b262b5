//! An alias names one key of an account and Region.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.alias-free",
    raises: &[exception("kms:CreateAlias", 30, "AlreadyExistsException")],
    docs: &[docs::ALIASES, docs::API_CREATE_ALIAS],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        let lines = again(facts, &[], &[]);
        lines
            .iter()
            .map(|line| line.replacen("create-alias", "update-alias", 1))
            .collect()
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/payments --target-key-id $K
K2=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/payments --target-key-id $K2",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(name), Some(region), Some(account)) = (
        facts.text("AliasName").given()?,
        facts.region().given()?,
        facts.account().given()?,
    ) else {
        return holds();
    };
    match region.keys.alias(&name) {
        Some((key, _)) => broken([
            (
                "arn",
                format!("arn:aws:kms:{}:{}:{name}", region.name, account.id).into(),
            ),
            ("alias", name.into()),
            ("key", key.arn.clone().into()),
        ]),
        None => holds(),
    }
}
