//! A cluster has at most one subnet in an Availability Zone.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::Sort;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.one-subnet-per-zone",
    raises: &[exception("cloudhsmv2:CreateCluster", 60, INVALID)],
    docs: &[docs::CREATE_CLUSTER, docs::API_CREATE_CLUSTER],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
A=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A $A",
};

fn check(facts: &dyn Facts) -> Check {
    let mut zones: Vec<String> = facts
        .subnets()
        .given()?
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(_, found)| found)
        .map(|subnet| subnet.zone)
        .collect();
    zones.order();
    match zones.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => broken([("zone", pair[0].clone().into())]),
        None => holds(),
    }
}
