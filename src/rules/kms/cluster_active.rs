//! The cluster is not active: not initialized, not activated, being deleted, or degraded.

use super::{fixes, tool};
use crate::docs;
use crate::facts::{ClusterFacts, Facts};
use crate::model::ClusterState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::kms as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.cluster-active",
    raises: &[
        exception("kms:CreateCustomKeyStore", 80, "CloudHsmClusterNotActiveException"),
        exception("kms:ConnectCustomKeyStore", 40, "CloudHsmClusterNotActiveException"),
        exception("kms:UpdateCustomKeyStore", 50, "CloudHsmClusterNotActiveException"),
    ],
    docs: &[docs::PREREQUISITES, docs::ACTIVATE_CLUSTER, docs::HSM_START],
    origin: Origin::ServiceModel,
    check,
    fix: |facts| {
        let Some(cluster) = facts.cluster().known() else {
            return Vec::new();
        };
        let mut lines = tool::activate(facts, &cluster);
        // Connecting does with one HSM.
        if !lines.is_empty() && facts.operation() != "kms:ConnectCustomKeyStore" {
            lines.extend(fixes::second_hsm(&cluster));
        }
        lines
    },
    break_it: "\
lab scenario initialized
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = named(facts)? else {
        return holds();
    };
    match cluster.state {
        // Members come and go in these states; whether enough HSMs are active is another rule's question.
        ClusterState::Active | ClusterState::UpdateInProgress | ClusterState::ModifyInProgress => {
            holds()
        }
        state => broken([
            ("cluster", cluster.id.clone().into()),
            ("state", state.word().into()),
            ("missing", missing(&cluster).into()),
        ]),
    }
}

/// The cluster that the request is about; an update that names none is about none.
pub(super) fn named(facts: &dyn Facts) -> Result<Option<ClusterFacts>, crate::facts::NotGiven> {
    if facts.operation() == "kms:UpdateCustomKeyStore"
        && facts.text("CloudHsmClusterId").given()?.is_none()
    {
        return Ok(None);
    }
    facts.cluster().given()
}

/// What is still missing, as a phrase.
fn missing(cluster: &ClusterFacts) -> &'static str {
    match cluster.state {
        ClusterState::CreateInProgress => words::BEING_CREATED,
        ClusterState::Uninitialized if cluster.hsms.is_empty() => words::EMPTY,
        ClusterState::Uninitialized => words::NOT_INITIALIZED,
        ClusterState::InitializeInProgress => words::BEING_INITIALIZED,
        ClusterState::Initialized if cluster.activated => words::NOT_NOTICED,
        ClusterState::Initialized => words::NOT_ACTIVATED,
        ClusterState::DeleteInProgress | ClusterState::Deleted => words::BEING_DELETED,
        _ => words::NOT_HEALTHY,
    }
}
