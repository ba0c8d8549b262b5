//! There is no such alias in this account and Region.

use super::shared::in_each;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.alias-exists",
    raises: &in_each(
        ["kms:DeleteAlias", "kms:UpdateAlias"],
        15,
        "NotFoundException",
    ),
    docs: &[docs::ALIASES, docs::API_UPDATE_ALIAS],
    origin: Origin::ServiceModel,
    check,
    fix: |_| vec!["aws kms list-aliases --query 'Aliases[].AliasName' --output text".to_owned()],
    break_it: "aws kms delete-alias --alias-name alias/payments",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(name), Some(region), Some(account)) = (
        facts.text("AliasName").given()?,
        facts.region().given()?,
        facts.account().given()?,
    ) else {
        return holds();
    };
    if region.keys.alias(&name).is_some() {
        return holds();
    }
    broken([
        (
            "arn",
            format!("arn:aws:kms:{}:{}:{name}", region.name, account.id).into(),
        ),
        ("alias", name.into()),
        ("region", region.name.clone().into()),
    ])
}
