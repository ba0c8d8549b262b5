//! A subnet that the new cluster is to use does not exist.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.subnets-exist",
    raises: &[exception("cloudhsmv2:CreateCluster", 40, INVALID)],
    docs: &[docs::CREATE_SUBNETS, docs::CREATE_CLUSTER],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws ec2 describe-subnets --query 'Subnets[].[SubnetId,AvailabilityZone,VpcId]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids subnet-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let gone: Vec<String> = facts
        .subnets()
        .given()?
        .unwrap_or_default()
        .into_iter()
        .filter(|(_, found)| found.is_none())
        .map(|(id, _)| id)
        .collect();
    if gone.is_empty() {
        holds()
    } else {
        broken([
            ("gone", gone.into()),
            ("region", facts.region_name().given()?.into()),
        ])
    }
}
