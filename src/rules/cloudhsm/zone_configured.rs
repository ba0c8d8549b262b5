//! An HSM goes into an Availability Zone for which the cluster has a subnet.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.zone-configured",
    raises: &[exception("cloudhsmv2:CreateHsm", 40, INVALID)],
    docs: &[docs::CREATE_HSM, docs::ADD_REMOVE_HSM],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1f",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(zone), Some(cluster)) = (
        facts.text("AvailabilityZone").given()?,
        facts.cluster().given()?,
    ) else {
        return holds();
    };
    let zones: Vec<String> = cluster
        .subnets
        .given()?
        .unwrap_or_default()
        .into_iter()
        .map(|subnet| subnet.zone)
        .collect();
    if zones.contains(&zone) {
        return holds();
    }
    broken([
        ("cluster", cluster.id.into()),
        ("zone", zone.into()),
        ("zones", zones.into()),
    ])
}
