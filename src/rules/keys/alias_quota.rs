//! A key has a number of aliases.

use super::shared::in_each;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.alias-quota",
    raises: &in_each(
        ["kms:CreateAlias", "kms:UpdateAlias"],
        80,
        "LimitExceededException",
    ),
    docs: &[docs::KMS_QUOTAS, docs::API_CREATE_ALIAS],
    origin: Origin::Documented,
    check,
    fix: |_| vec!["lab quota aliases 50".to_owned()],
    break_it: "\
lab quota aliases 1
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms create-alias --alias-name alias/one --target-key-id $K
aws kms create-alias --alias-name alias/two --target-key-id $K",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(account), Some(key)) = (
        facts.account().given()?,
        facts.key().given()?.and_then(|found| found.key),
    ) else {
        return holds();
    };
    let name = facts.text("AliasName").given()?.unwrap_or_default();
    // An alias that stays where it is takes no further place.
    let others = key.aliases.iter().filter(|alias| alias.name != name);
    if others.count() < account.quotas.aliases {
        return holds();
    }
    broken([
        ("key", key.arn.into()),
        ("quota", account.quotas.aliases.into()),
    ])
}
