//! Before its activation a cluster takes one HSM only.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::ClusterState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.not-activated",
    raises: &[exception("cloudhsmv2:CreateHsm", 20, INVALID)],
    docs: &[docs::CREATE_HSM, docs::ACTIVATE_CLUSTER],
    origin: Origin::Observed,
    check,
    fix: |facts| match facts.cluster().known() {
        // Activated on the HSM, not yet visible: it takes a moment.
        Some(cluster) if cluster.activated => vec!["lab settle".to_owned()],
        _ => Vec::new(),
    },
    break_it: "\
lab scenario initialized
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1b",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let before = matches!(
        cluster.state,
        ClusterState::Uninitialized
            | ClusterState::InitializeInProgress
            | ClusterState::Initialized
    );
    if before && !cluster.hsms.is_empty() {
        broken([
            ("cluster", cluster.id.into()),
            ("state", cluster.state.word().into()),
        ])
    } else {
        holds()
    }
}
