//! The client host does not carry the cluster's security group, and no other rule lets the traffic through.

use super::reach::{DOCS, START, Way, at_start};
use crate::facts::network::PathFacts;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.client-without-group",
    raises: &[at_start(60)],
    docs: DOCS,
    origin: Origin::Documented,
    check: |facts| match Way::of(facts)? {
        Some(way) if without_group(&way) => broken([
            ("address", way.address.into()),
            ("instance", way.region.client.instance_id.clone().into()),
            ("groups", way.client.groups.clone().into()),
            (
                "group",
                way.cluster.security_group.clone().unwrap_or_default().into(),
            ),
            ("port", way.port.into()),
        ]),
        _ => holds(),
    },
    fix: |facts| match Way::of(facts) {
        Ok(Some(way)) => {
            let mut groups = way.client.groups.clone();
            groups.push(way.group().to_owned());
            vec![
                format!(
                    "aws ec2 modify-instance-attribute --instance-id {} --groups {}",
                    way.region.client.instance_id,
                    groups.join(" ")
                ),
                START.to_owned(),
            ]
        }
        _ => Vec::new(),
    },
    break_it: "\
lab scenario initialized
S=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].SubnetId' --output text)
V=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].VpcId' --output text)
G=$(aws ec2 describe-security-groups --filters Name=vpc-id,Values=$V Name=group-name,Values=default --query 'SecurityGroups[0].GroupId' --output text)
lab client attach $S --security-groups $G
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};

fn without_group(way: &Way<'_>) -> bool {
    way.both_ways() != [PathFacts::Open, PathFacts::Open]
        && !way.client.groups.iter().any(|group| group == way.group())
}
