//! The subnets of a cluster belong to one VPC.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::Sort;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.one-vpc",
    raises: &[exception("cloudhsmv2:CreateCluster", 50, INVALID)],
    docs: &[docs::CREATE_CLUSTER, docs::API_CREATE_CLUSTER],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
A=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[0].SubnetId' --output text)
B=$(aws ec2 describe-subnets --filters Name=cidr-block,Values=172.31.16.0/20 --query 'Subnets[0].SubnetId' --output text)
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $A $B",
};

fn check(facts: &dyn Facts) -> Check {
    let mut vpcs: Vec<String> = facts
        .subnets()
        .given()?
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(_, found)| found)
        .map(|subnet| subnet.vpc_id)
        .collect();
    vpcs.order();
    vpcs.dedup();
    if vpcs.len() > 1 {
        broken([("vpcs", vpcs.into())])
    } else {
        holds()
    }
}
