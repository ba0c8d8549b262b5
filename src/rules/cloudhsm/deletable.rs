//! A cluster is deleted when it is empty. A deleted HSM stays listed for about two minutes and counts until then.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::{ClusterState, HsmState};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.cluster-empty",
    raises: &[exception("cloudhsmv2:DeleteCluster", 30, INVALID)],
    docs: &[docs::DELETE_CLUSTER, docs::API_DELETE_CLUSTER],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        facts
            .cluster()
            .known()
            .map(|cluster| {
                cluster
                    .hsms
                    .iter()
                    .filter(|hsm| hsm.state != HsmState::DeleteInProgress)
                    .map(|hsm| {
                        format!(
                            "aws cloudhsmv2 delete-hsm --cluster-id {} --hsm-id {}",
                            cluster.id, hsm.id
                        )
                    })
                    .chain(["lab settle".to_owned()])
                    .collect()
            })
            .unwrap_or_default()
    },
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 delete-cluster --cluster-id $C",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    if matches!(
        cluster.state,
        ClusterState::DeleteInProgress
            | ClusterState::CreateInProgress
            | ClusterState::ModifyInProgress
            | ClusterState::RollbackInProgress
    ) {
        return broken([
            ("cluster", cluster.id.into()),
            ("found", words::is(cluster.state.word()).into()),
        ]);
    }
    if cluster.hsms.is_empty() {
        return holds();
    }
    let hsms: Vec<String> = cluster
        .hsms
        .iter()
        .map(|hsm| format!("{} ({})", hsm.id, hsm.state.word()))
        .collect();
    broken([
        ("cluster", cluster.id.into()),
        ("found", words::still_lists(&hsms.join(", ")).into()),
    ])
}
