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
V=$(aws ec2 create-vpc --cidr-block 10.99.0.0/16 --query Vpc.VpcId --output text)
S=$(aws ec2 create-subnet --vpc-id $V --cidr-block 10.99.0.0/24 --query Subnet.SubnetId --output text)
lab client attach $S
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};
