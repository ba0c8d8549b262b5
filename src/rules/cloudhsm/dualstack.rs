//! A DUALSTACK cluster needs an IPv6 range in each of its subnets; subnets here have none.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.dualstack",
    raises: &[exception("cloudhsmv2:CreateCluster", 65, INVALID)],
    docs: &[docs::API_CREATE_CLUSTER],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $S --network-type DUALSTACK",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.text("NetworkType").given()?.as_deref() != Some("DUALSTACK") {
        return holds();
    }
    let subnets: Vec<String> = facts
        .subnets()
        .given()?
        .unwrap_or_default()
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    broken([("subnets", subnets.into())])
}
