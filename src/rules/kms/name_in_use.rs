//! Another key store of the account and Region has the name already.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.name-in-use",
    raises: &[
        exception("kms:CreateCustomKeyStore", 30, "CustomKeyStoreNameInUseException"),
        exception("kms:UpdateCustomKeyStore", 30, "CustomKeyStoreNameInUseException"),
    ],
    docs: &[docs::CREATE_STORE_CONSOLE, docs::API_CREATE_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: |_| {
        vec![
            "aws kms describe-custom-key-stores --query 'CustomKeyStores[].[CustomKeyStoreName,CustomKeyStoreId]' --output text"
                .to_owned(),
        ]
    },
    break_it: "\
lab scenario store-connected
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    let name = match facts.text("NewCustomKeyStoreName").given()? {
        Some(name) => name,
        None => match facts.text("CustomKeyStoreName").given()? {
            Some(name) => name,
            None => return holds(),
        },
    };
    let own = facts.text("CustomKeyStoreId").given()?;
    let stores = facts.stores().given()?.unwrap_or_default();
    match stores
        .iter()
        .find(|store| store.name == name && Some(&store.id) != own.as_ref())
    {
        Some(other) => broken([("name", name.into()), ("other", other.id.clone().into())]),
        None => holds(),
    }
}
