//! The cluster needs active HSMs in at least two Availability Zones.

use super::{cluster_active, fixes};
use crate::docs;
use crate::facts::Facts;
use crate::model::HsmState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::kms as words;

const CODE: &str = "CloudHsmClusterInvalidConfigurationException";

pub(super) const RULE: Rule = Rule {
    id: "kms.two-active-hsms",
    raises: &[
        exception("kms:CreateCustomKeyStore", 103, CODE),
        exception("kms:UpdateCustomKeyStore", 73, CODE),
        exception("kms:CreateKey", 70, CODE),
    ],
    docs: &[docs::PREREQUISITES, docs::ADD_REMOVE_HSM],
    origin: Origin::Observed,
    check,
    fix: |facts| match facts.cluster().known() {
        Some(cluster) => fixes::add_hsms(&cluster, 2),
        None => fixes::reconnect(facts, fixes::restore_cluster(facts)),
    },
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    // A key without a key store has no cluster; one in a store whose cluster is gone has no HSM.
    if facts.text("CustomKeyStoreId").given()?.is_none()
        && facts.text("CloudHsmClusterId").given()?.is_none()
    {
        return holds();
    }
    let Some(cluster) = cluster_active::named(facts)? else {
        if facts.operation() == "kms:CreateKey"
            && let Some(store) = facts.store().given()?
        {
            return broken([
                ("cluster", store.cluster_id.into()),
                ("have", 0.into()),
                ("gone", words::DELETED.into()),
            ]);
        }
        return holds();
    };
    let zones = cluster.active_zones();
    if zones.len() >= 2 {
        return holds();
    }
    let others: Vec<String> = cluster
        .hsms
        .iter()
        .filter(|hsm| hsm.state != HsmState::Active)
        .map(|hsm| words::is(&hsm.id, hsm.state.word()))
        .collect();
    broken([
        ("cluster", cluster.id.clone().into()),
        ("have", cluster.active_hsms().count().into()),
        ("zones", zones.into()),
        ("others", others.into()),
    ])
}
