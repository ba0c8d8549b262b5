//! A network ACL stops the traffic between KMS and the HSMs, or its answers.

use super::fixes::{self, HSM_PORTS as PORTS};
use crate::docs;
use crate::facts::{Facts, way};
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.path-acl",
    raises: &[connection_error(52, "NETWORK_ERRORS")],
    docs: &[docs::FIX_CONNECTION, docs::NETWORK_ACLS],
    origin: Origin::Ours,
    check,
    fix: |facts| fixes::reconnect(facts, fixes::open_ways(facts)),
    break_it: failing![
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].VpcId' --output text)",
        "A=$(aws ec2 describe-network-acls --filters Name=vpc-id,Values=$C --query 'NetworkAcls[0].NetworkAclId' --output text)",
        "aws ec2 create-network-acl-entry --network-acl-id $A --rule-number 50 --protocol tcp --port-range From=2223,To=2225 --cidr-block 0.0.0.0/0 --rule-action deny --ingress",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(cluster), Some(region)) = (facts.cluster().given()?, facts.region().given()?) else {
        return holds();
    };
    let hole = way::of_kms(&region.network, &cluster)
        .iter()
        .find_map(|(from, to)| way::stopped(&region.network, from, to, PORTS));
    match hole {
        Some(hole) => broken([
            ("cluster", cluster.id.into()),
            ("acl", hole.acl.into()),
            ("number", hole.number.into()),
            ("subnet", hole.subnet.into()),
            ("from", hole.ports.0.into()),
            ("to", hole.ports.1.into()),
        ]),
        None => holds(),
    }
}
