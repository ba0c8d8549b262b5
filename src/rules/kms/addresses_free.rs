//! A subnet of the cluster's configuration has no free address for KMS's interface.

use super::fixes;
use crate::docs;
use crate::facts::{ClusterFacts, Fact, Facts, SubnetFacts};
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
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SubnetMapping.\"us-east-1c\"' --output text)",
        "aws ec2 create-network-interface --subnet-id $C --secondary-private-ip-address-count 10",
    ],
};

/// Frees an address in every full subnet: an interface that nothing uses goes first, else an HSM, as long as others stay.
fn free_one(facts: &dyn Facts) -> Vec<String> {
    let (Some(cluster), Some(region)) = (facts.cluster().known(), facts.region().known()) else {
        return Vec::new();
    };
    let idle = |subnet: &SubnetFacts| {
        let mut interfaces = region.network.interfaces.values();
        interfaces.find(|interface| {
            interface.subnet_id == subnet.id
                && !interface.requester_managed
                && region.client.interface.as_ref() != Some(&interface.id)
        })
    };
    let hsm = |subnet: &SubnetFacts| cluster.active_hsms().find(|hsm| hsm.zone == subnet.zone);
    full(&cluster)
        .known()
        .unwrap_or_default()
        .iter()
        .filter_map(|subnet| match (idle(subnet), hsm(subnet)) {
            (Some(interface), _) => Some(format!(
                "aws ec2 delete-network-interface --network-interface-id {}",
                interface.id
            )),
            (None, Some(hsm)) => Some(format!(
                "aws cloudhsmv2 delete-hsm --cluster-id {} --hsm-id {}",
                cluster.id, hsm.id
            )),
            (None, None) => None,
        })
        .chain([fixes::WAIT.to_owned()])
        .collect()
}

/// The configured subnets without a free address.
fn full(cluster: &ClusterFacts) -> Fact<Vec<SubnetFacts>> {
    match cluster.subnets.clone() {
        Fact::Known(mut subnets) => {
            subnets.retain(|subnet| subnet.exists && subnet.free == 0);
            Fact::Known(subnets)
        }
        other => other,
    }
}

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let full = full(&cluster).given()?.unwrap_or_default();
    if full.is_empty() {
        return holds();
    }
    let full: Vec<String> = full.into_iter().map(|subnet| subnet.id).collect();
    broken([("cluster", cluster.id.into()), ("full", full.into())])
}
