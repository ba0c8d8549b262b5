//! There is no such key store in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::kms as words;

const CODE: &str = "CustomKeyStoreNotFoundException";

pub(super) const RULE: Rule = Rule {
    id: "kms.store-exists",
    raises: &[
        exception("kms:ConnectCustomKeyStore", 10, CODE),
        exception("kms:DisconnectCustomKeyStore", 10, CODE),
        exception("kms:UpdateCustomKeyStore", 10, CODE),
        exception("kms:DeleteCustomKeyStore", 10, CODE),
        exception("kms:DescribeCustomKeyStores", 20, CODE),
        exception("kms:CreateKey", 50, CODE),
        exception("kms:GenerateRandom", 50, CODE),
    ],
    docs: &[docs::VIEW_STORE, docs::API_DESCRIBE_STORES],
    origin: Origin::ServiceModel,
    check,
    fix: |_| {
        vec![
            "aws kms describe-custom-key-stores --query 'CustomKeyStores[].[CustomKeyStoreId,CustomKeyStoreName]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws kms connect-custom-key-store --custom-key-store-id cks-1234567890abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let region = facts.region_name().given()?;
    if let Some(id) = facts.text("CustomKeyStoreId").given()? {
        if facts.store().given()?.is_some() {
            return holds();
        }
        let stores = facts.stores().given()?.unwrap_or_default();
        let hint = if stores.iter().any(|store| store.name == id) {
            words::NAME_FOR_ID
        } else {
            words::PER_REGION
        };
        return broken([
            ("store", id.into()),
            ("region", region.into()),
            ("hint", hint.into()),
        ]);
    }
    if facts.operation() != "kms:DescribeCustomKeyStores" {
        return holds();
    }
    let Some(name) = facts.text("CustomKeyStoreName").given()? else {
        return holds();
    };
    let stores = facts.stores().given()?.unwrap_or_default();
    if stores.iter().any(|store| store.name == name) {
        return holds();
    }
    broken([
        ("store", name.into()),
        ("region", region.into()),
        ("hint", words::CASE.into()),
    ])
}
