//! Several members of DeleteHsm name HSMs, and not the same one.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.hsm-named-once",
    raises: &[exception("cloudhsmv2:DeleteHsm", 30, INVALID)],
    docs: &[docs::API_DELETE_HSM],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)
A=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[1].EniIp' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H --eni-ip $A",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let (id, ip) = (facts.text("HsmId").given()?, facts.text("EniIp").given()?);
    let by_id = id.and_then(|id| cluster.hsms.iter().find(|hsm| hsm.id == id));
    let by_ip = ip.and_then(|ip| cluster.hsms.iter().find(|hsm| hsm.ip == ip));
    match (by_id, by_ip) {
        (Some(one), Some(other)) if one.id != other.id => broken([
            ("one", one.id.clone().into()),
            ("other", other.id.clone().into()),
        ]),
        _ => holds(),
    }
}
