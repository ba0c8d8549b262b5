//! The HSM is there, but its cluster has not been initialized: it talks to no tool yet.

use super::reach::{Way, at_start};
use crate::docs;
use crate::facts::ServerFacts;
use crate::model::ClusterState;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.cluster-not-initialized",
    raises: &[at_start(40)],
    docs: &[docs::INITIALIZE_CLUSTER, docs::ACTIVATE_CLUSTER],
    origin: Origin::Ours,
    check: |facts| match Way::of(facts)? {
        Some(way) if !ServerFacts::initialised(way.cluster.state) => broken([
            ("address", way.address.into()),
            ("cluster", way.cluster.id.clone().into()),
            ("state", way.cluster.state.word().into()),
        ]),
        _ => holds(),
    },
    fix: |facts| {
        let Ok(Some(way)) = Way::of(facts) else {
            return Vec::new();
        };
        if way.cluster.state == ClusterState::InitializeInProgress {
            return vec!["lab settle".to_owned(), super::reach::START.to_owned()];
        }
        vec![
            format!(
                "aws cloudhsmv2 initialize-cluster --cluster-id {} --signed-cert file://\"$SIGNED_CERTIFICATE\" --trust-anchor file://customerCA.crt",
                way.cluster.id
            ),
            "lab settle".to_owned(),
            super::reach::START.to_owned(),
        ]
    },
    break_it: "\
lab scenario uninitialized
S=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].SubnetId' --output text)
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
IP=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].EniIp' --output text)
lab client attach $S --security-groups $G
sudo /opt/cloudhsm/bin/configure -a $IP
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};
