//! An account has at most ten key stores per Region, in any state. AWS does not raise that quota; the playground does, for those who
//! rehearse with more.

use crate::docs;
use crate::facts::Facts;
use crate::model::{ConnectionState, KeyStore, Quotas};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.store-quota",
    raises: &[exception(
        "kms:CreateCustomKeyStore",
        40,
        "LimitExceededException",
    )],
    docs: &[docs::KMS_QUOTAS],
    origin: Origin::Documented,
    check,
    fix,
    break_it: "\
lab scenario store-disconnected
lab quota stores 1
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws kms create-custom-key-store --custom-key-store-name Another --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    let quotas = facts.account().known().map(|account| &account.quotas);
    let quota = quotas.map_or_else(|| Quotas::default().stores, |quotas| quotas.stores);
    let have = facts.stores().given()?.unwrap_or_default().len();
    if have >= quota {
        broken([("have", have.into()), ("quota", quota.into())])
    } else {
        holds()
    }
}

/// Deletes a key store that nobody misses: one that is not connected and holds no key.
fn fix(facts: &dyn Facts) -> Vec<String> {
    let region = facts.region().known();
    let spare = region.and_then(|region| {
        let mut stores = region.key_stores.values();
        stores.find(|store| {
            store.state == ConnectionState::Disconnected
                && region.keys.in_store(&store.id).next().is_none()
        })
    });
    let delete = |store: &KeyStore| {
        format!(
            "aws kms delete-custom-key-store --custom-key-store-id {}",
            store.id
        )
    };
    spare.map(delete).into_iter().collect()
}
