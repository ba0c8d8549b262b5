//! A route between the subnets of the cluster leads nowhere, so KMS does not reach every HSM.

use super::fixes;
use crate::docs;
use crate::facts::{Facts, way};
use crate::rules::{Check, Origin, Rule, broken, connection_error, holds};

pub(super) const RULE: Rule = Rule {
    id: "kms.path-route",
    raises: &[connection_error(51, "NETWORK_ERRORS")],
    docs: &[docs::FIX_CONNECTION, docs::ROUTE_TABLES],
    origin: Origin::Ours,
    check,
    fix: |facts| fixes::reconnect(facts, fixes::open_ways(facts)),
    break_it: failing![
        "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].VpcId' --output text)",
        "N=$(aws ec2 describe-subnets --filters Name=vpc-id,Values=$C --query 'Subnets[1].SubnetId' --output text)",
        "R=$(aws ec2 describe-subnets --filters Name=vpc-id,Values=$C --query 'Subnets[1].CidrBlock' --output text)",
        "E=$(aws ec2 create-network-interface --subnet-id $N --query NetworkInterface.NetworkInterfaceId --output text)",
        "T=$(aws ec2 describe-route-tables --filters Name=vpc-id,Values=$C --query 'RouteTables[0].RouteTableId' --output text)",
        "aws ec2 create-route --route-table-id $T --destination-cidr-block $R --network-interface-id $E",
    ],
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(cluster), Some(region)) = (facts.cluster().given()?, facts.region().given()?) else {
        return holds();
    };
    let hole = way::of_kms(&region.network, &cluster)
        .iter()
        .find_map(|(from, to)| way::black_hole(&region.network, from, to));
    match hole {
        Some(hole) => broken([
            ("cluster", cluster.id.into()),
            ("table", hole.table.into()),
            ("destination", hole.destination.into()),
        ]),
        None => holds(),
    }
}
