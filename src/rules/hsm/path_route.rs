//! A route between client host and HSM leads nowhere.

use super::reach::{DOCS, Way, at_start};
use crate::facts::way::black_hole;
use crate::rules::{Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "hsm.path-route",
    raises: &[at_start(82)],
    docs: DOCS,
    origin: Origin::Ours,
    check: |facts| {
        let Some(way) = Way::of(facts)? else {
            return holds();
        };
        let (client, server) = way.ends();
        match black_hole(&way.region.network, &client, &server) {
            Some(hole) => broken([
                ("address", way.address.into()),
                ("table", hole.table.into()),
                ("destination", hole.destination.into()),
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
S=$(aws ec2 describe-subnets --filters Name=vpc-id,Values=$C --query 'Subnets[1].SubnetId' --output text)
R=$(aws ec2 describe-subnets --filters Name=vpc-id,Values=$C --query 'Subnets[1].CidrBlock' --output text)
E=$(aws ec2 create-network-interface --subnet-id $S --query NetworkInterface.NetworkInterfaceId --output text)
T=$(aws ec2 describe-route-tables --filters Name=vpc-id,Values=$C --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $T --destination-cidr-block $R --network-interface-id $E
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};
