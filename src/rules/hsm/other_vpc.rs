//! The client host is in another VPC than the HSM.

use super::reach::{DOCS, START, Way, at_start};
use crate::facts::network::PathFacts;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.other-vpc",
    raises: &[at_start(50)],
    docs: DOCS,
    origin: Origin::Ours,
    check: |facts| match Way::of(facts)? {
        Some(way) if way.both_ways().contains(&PathFacts::OtherVpc) => broken([
            ("address", way.address.into()),
            ("vpc", way.cluster.vpc_id.clone().into()),
            ("subnet", way.client.subnet_id.clone().into()),
        ]),
        _ => holds(),
    },
    fix: |facts| match Way::of(facts) {
        Ok(Some(way)) => vec![
            format!(
                "lab client attach {} --security-groups {}",
                way.hsm.subnet_id,
                way.group()
            ),
            START.to_owned(),
        ],
        _ => Vec::new(),
    },
    break_it: "\
lab scenario initialized
S=$(aws ec2 describe-subnets --filters Name=default-for-az,Values=true --query 'Subnets[0].SubnetId' --output text)
lab client attach $S
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};
