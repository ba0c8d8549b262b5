//! The cluster is associated with another key store already, whatever that store's state.

use super::fixes;
use crate::docs;
use crate::facts::{Facts, NotGiven};
use crate::model::KeyStore;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.cluster-in-use",
    raises: &[exception(
        "kms:CreateCustomKeyStore",
        50,
        "CloudHsmClusterInUseException",
    )],
    docs: &[docs::PREREQUISITES, docs::DELETE_STORE],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| match other(facts) {
        Ok(Some(store)) => {
            let mut lines = fixes::let_go(&store.id, store.state);
            lines.push(format!(
                "aws kms delete-custom-key-store --custom-key-store-id {}",
                store.id
            ));
            lines
        }
        _ => Vec::new(),
    },
    break_it: "\
lab scenario store-disconnected
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws kms create-custom-key-store --custom-key-store-name Second --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    match other(facts)? {
        Some(store) => broken([
            ("cluster", facts.text("CloudHsmClusterId").given()?.into()),
            ("store", store.id.clone().into()),
            ("name", store.name.clone().into()),
        ]),
        None => holds(),
    }
}

/// The key store that has the cluster.
fn other(facts: &dyn Facts) -> Result<Option<&KeyStore>, NotGiven> {
    let Some(cluster) = facts.text("CloudHsmClusterId").given()? else {
        return Ok(None);
    };
    Ok(facts
        .stores()
        .given()?
        .unwrap_or_default()
        .into_iter()
        .find(|store| store.cluster_id == cluster))
}
