//! A subnet of the cluster's configuration has no free address for KMS's interface.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.addresses-free",
    raises: &[connection_error(
        40,
        "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET",
    )],
    docs: &[docs::FIX_CONNECTION],
    origin: Origin::Documented,
    check,
    fix: |facts| fixes::reconnect(facts, free_one(facts)),
    break_it: failing![
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
        "lab quota hsms 30",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
        "lab settle",
    ],
};

/// Deletes an HSM in every full subnet, as long as others stay.
fn free_one(facts: &dyn Facts) -> Vec<String> {
    let Some(cluster) = facts.cluster().known() else {
        return Vec::new();
    };
    let full: Vec<String> = cluster
        .subnets
        .clone()
        .known()
        .unwrap_or_default()
        .into_iter()
        .filter(|subnet| subnet.exists && subnet.free == 0)
        .map(|subnet| subnet.zone)
        .collect();
    full.iter()
        .filter_map(|zone| cluster.active_hsms().find(|hsm| hsm.zone == *zone))
        .map(|hsm| {
            format!(
                "aws cloudhsmv2 delete-hsm --cluster-id {} --hsm-id {}",
                cluster.id, hsm.id
            )
        })
        .chain([fixes::WAIT.to_owned()])
        .collect()
}

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let full: Vec<String> = cluster
        .subnets
        .given()?
        .unwrap_or_default()
        .into_iter()
        .filter(|subnet| subnet.exists && subnet.free == 0)
        .map(|subnet| subnet.id)
        .collect();
    if full.is_empty() {
        return holds();
    }
    broken([("cluster", cluster.id.into()), ("full", full.into())])
}
