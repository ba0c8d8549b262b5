//! A cluster is initialized once, while it is UNINITIALIZED.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::ClusterState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.initializable-state",
    raises: &[exception("cloudhsmv2:InitializeCluster", 20, INVALID)],
    docs: &[docs::INITIALIZE_CLUSTER],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
lab scenario initialized
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://customerCA.crt --trust-anchor file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.cluster().given()? {
        Some(cluster) if cluster.state != ClusterState::Uninitialized => broken([
            ("cluster", cluster.id.into()),
            ("state", cluster.state.word().into()),
        ]),
        _ => holds(),
    }
}
