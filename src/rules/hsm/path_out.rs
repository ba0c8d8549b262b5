//! No outbound rule lets the traffic between client host and HSM out.

use super::reach::{DOCS, START, Way, at_start};
use crate::facts::Facts;
use crate::facts::network::PathFacts;
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.path-out",
    raises: &[at_start(70)],
    docs: DOCS,
    origin: Origin::Documented,
    check: |facts| blocked(facts, &PathFacts::NoEgress),
    fix: |facts| open(facts, "egress"),
    break_it: "\
lab scenario initialized
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 revoke-security-group-egress --group-id $G --ip-permissions IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{GroupId=$G}]
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};

/// Whether one of the two directions ends so.
pub(super) fn blocked(facts: &dyn Facts, so: &PathFacts) -> Check {
    match Way::of(facts)? {
        Some(way) if way.both_ways().contains(so) => broken([
            ("address", way.address.clone().into()),
            ("port", way.port.into()),
            ("group", way.group().into()),
        ]),
        _ => holds(),
    }
}

/// Restores the rule that the cluster's security group is created with.
pub(super) fn open(facts: &dyn Facts, direction: &str) -> Vec<String> {
    match Way::of(facts) {
        Ok(Some(way)) => vec![
            format!(
                "aws ec2 authorize-security-group-{direction} --group-id {0} --ip-permissions IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{{GroupId={0}}}]",
                way.group()
            ),
            START.to_owned(),
        ],
        _ => Vec::new(),
    }
}
