//! No inbound rule lets the traffic between client host and HSM in.

use super::path_out::{blocked, open};
use super::reach::{DOCS, at_start};
use crate::facts::network::PathFacts;
use crate::rules::{Origin, Rule};

pub(super) const RULE: Rule = Rule {
    id: "hsm.path-in",
    raises: &[at_start(80)],
    docs: DOCS,
    origin: Origin::Documented,
    check: |facts| blocked(facts, &PathFacts::NoIngress),
    fix: |facts| open(facts, "ingress"),
    break_it: "\
lab scenario initialized
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 revoke-security-group-ingress --group-id $G --protocol tcp --port 2223-2225 --source-group $G
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};
