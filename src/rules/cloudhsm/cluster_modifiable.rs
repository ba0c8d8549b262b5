//! Only an active cluster is modified.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::ClusterState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.cluster-modifiable",
    raises: &[exception("cloudhsmv2:ModifyCluster", 20, INVALID)],
    docs: &[docs::BACKUP_RETENTION],
    origin: Origin::Ours,
    check,
    fix: |facts| match facts.cluster().known() {
        Some(cluster) if cluster.activated => vec!["lab settle".to_owned()],
        _ => Vec::new(),
    },
    break_it: "\
lab scenario uninitialized
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 modify-cluster --cluster-id $C --backup-retention-policy Type=DAYS,Value=30",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.cluster().given()? {
        Some(cluster) if cluster.state != ClusterState::Active => broken([
            ("cluster", cluster.id.into()),
            ("state", cluster.state.word().into()),
        ]),
        _ => holds(),
    }
}
