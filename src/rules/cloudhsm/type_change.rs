//! The HSM type of a cluster changes from hsm1.medium to hsm2m.medium, and for a day it can go back.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.type-change",
    raises: &[exception("cloudhsmv2:ModifyCluster", 60, INVALID)],
    docs: &[docs::API_MODIFY_CLUSTER],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 modify-cluster --cluster-id $C --hsm-type hsm1.medium",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(wanted), Some(id), Some(account), Some(region)) = (
        facts.text("HsmType").given()?,
        facts.text("ClusterId").given()?,
        facts.account().given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    let Some(cluster) = region.clusters.get(&id) else {
        return holds();
    };
    let back = cluster.rollback.as_ref();
    let possible = match back.filter(|back| back.until > account.now) {
        Some(back) => wanted == back.hsm_type,
        None => cluster.hsm_type == "hsm1.medium" && wanted == "hsm2m.medium",
    };
    if possible {
        return holds();
    }
    broken([
        ("cluster", id.into()),
        ("type", cluster.hsm_type.clone().into()),
        ("wanted", wanted.into()),
    ])
}
