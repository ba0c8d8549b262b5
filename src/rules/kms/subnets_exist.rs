//! A private subnet of the cluster's configuration was deleted.

use super::fixes;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};
use crate::text::found::kms as words;

pub(super) const RULE: Rule = Rule {
    id: "kms.subnets-exist",
    raises: &[connection_error(30, "SUBNET_NOT_FOUND")],
    docs: &[docs::FIX_CONNECTION, docs::PREREQUISITES],
    origin: Origin::Documented,
    check,
    fix: |facts| fixes::reconnect(facts, fixes::restore_cluster(facts)),
    break_it: failing![
        "N=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private Name=availability-zone,Values=us-east-1c --query 'Subnets[0].SubnetId' --output text)",
        "aws ec2 delete-subnet --subnet-id $N",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let gone: Vec<String> = cluster
        .subnets
        .given()?
        .unwrap_or_default()
        .into_iter()
        .filter(|subnet| !subnet.exists)
        .map(|subnet| words::is_in(&subnet.id, &subnet.zone))
        .collect();
    if gone.is_empty() {
        return holds();
    }
    broken([("cluster", cluster.id.into()), ("gone", gone.into())])
}
