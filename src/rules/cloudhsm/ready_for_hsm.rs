//! The cluster is in a state in which it takes and gives no HSM.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::ClusterState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.ready-for-hsm",
    raises: &[
        exception("cloudhsmv2:CreateHsm", 30, INVALID),
        exception("cloudhsmv2:DeleteHsm", 45, INVALID),
    ],
    docs: &[docs::CREATE_HSM],
    origin: Origin::Documented,
    check,
    fix: |_| vec!["lab settle".to_owned()],
    break_it: "\
lab scenario network
A=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
C=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A --query Cluster.ClusterId --output text)
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1a",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.cluster().given()? {
        Some(cluster)
            if matches!(
                cluster.state,
                ClusterState::CreateInProgress
                    | ClusterState::InitializeInProgress
                    | ClusterState::ModifyInProgress
                    | ClusterState::RollbackInProgress
                    | ClusterState::DeleteInProgress
            ) =>
        {
            broken([
                ("cluster", cluster.id.into()),
                ("state", cluster.state.word().into()),
            ])
        }
        _ => holds(),
    }
}
