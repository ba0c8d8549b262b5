//! A network ACL stops the traffic between client host and HSM, or its answers.

use super::reach::{DOCS, Way, at_start};
use crate::facts::way::stopped;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.path-acl",
    raises: &[at_start(84)],
    docs: DOCS,
    origin: Origin::Ours,
    check: |facts| {
        let Some(way) = Way::of(facts)? else {
            return holds();
        };
        let (client, server) = way.ends();
        match stopped(&way.region.network, &client, &server, (way.port, way.port)) {
            Some(stopped) => broken([
                ("address", way.address.into()),
                ("acl", stopped.acl.into()),
                ("number", stopped.number.into()),
                ("subnet", stopped.subnet.into()),
                ("from", stopped.ports.0.into()),
                ("to", stopped.ports.1.into()),
            ]),
            None => holds(),
        }
    },
    fix: |facts| match Way::of(facts) {
        Ok(Some(way)) => way.open(),
        _ => Vec::new(),
    },
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].VpcId' --output text)
A=$(aws ec2 describe-network-acls --filters Name=vpc-id,Values=$C --query 'NetworkAcls[0].NetworkAclId' --output text)
aws ec2 create-network-acl-entry --network-acl-id $A --rule-number 50 --protocol tcp --port-range From=2223,To=2225 --cidr-block 0.0.0.0/0 --rule-action deny --ingress
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};
