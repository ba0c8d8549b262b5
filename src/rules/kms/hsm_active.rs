//! HSMs are listed, but none is active.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::model::HsmState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::kms as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.hsm-active",
    raises: &[exception(
        "kms:ConnectCustomKeyStore",
        60,
        "CloudHsmClusterInvalidConfigurationException",
    )],
    docs: &[docs::FIX_CONNECTION, docs::ADD_REMOVE_HSM],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| match facts.cluster().known() {
        Some(cluster)
            if !cluster
                .hsms
                .iter()
                .any(|hsm| hsm.state == HsmState::CreateInProgress) =>
        {
            fixes::add_hsms(&cluster, 1)
        }
        _ => vec![fixes::WAIT.to_owned()],
    },
    break_it: "\
lab scenario store-disconnected
H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)
I=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[1].HsmId' --output text)
lab inject hsm-degraded $H
lab inject hsm-degraded $I
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms connect-custom-key-store --custom-key-store-id $S",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    // An empty list is another failure, which shows later.
    if cluster.hsms.is_empty() || cluster.active_hsms().next().is_some() {
        return holds();
    }
    let hsms: Vec<String> = cluster
        .hsms
        .iter()
        .map(|hsm| words::is(&hsm.id, hsm.state.word()))
        .collect();
    broken([("cluster", cluster.id.into()), ("hsms", hsms.into())])
}
