//! A cluster is initialized when its first HSM is active: only then is there a certificate request to sign.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.initializable-hsm",
    raises: &[exception("cloudhsmv2:InitializeCluster", 30, INVALID)],
    docs: &[docs::CREATE_HSM, docs::INITIALIZE_CLUSTER],
    origin: Origin::Documented,
    check,
    fix: |facts| match facts.cluster().known() {
        Some(cluster) if cluster.hsms.is_empty() => {
            let zone = cluster
                .subnets
                .known()
                .and_then(|subnets| subnets.into_iter().find(|subnet| subnet.cloudhsm))
                .map(|subnet| subnet.zone)
                .unwrap_or_default();
            vec![
                format!(
                    "aws cloudhsmv2 create-hsm --cluster-id {} --availability-zone {zone}",
                    cluster.id
                ),
                "lab settle".to_owned(),
            ]
        }
        Some(_) => vec!["lab settle".to_owned()],
        None => Vec::new(),
    },
    break_it: "\
lab scenario network
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
C=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $S --query Cluster.ClusterId --output text)
lab settle
aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert x --trust-anchor x",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    if cluster.csr.is_some() && cluster.active_hsms().next().is_some() {
        return holds();
    }
    let found = match cluster.hsms.first() {
        Some(hsm) => words::its_hsm(&hsm.id, hsm.state.word()),
        None => words::NO_HSM.to_owned(),
    };
    broken([("cluster", cluster.id.into()), ("found", found.into())])
}
