//! CloudHSM is not offered in every Availability Zone; a cluster may have a subnet there all the same.

use super::{INVALID, papers::subnet_of_zone};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.zone-capacity",
    raises: &[exception("cloudhsmv2:CreateHsm", 50, INVALID)],
    docs: &[docs::CREATE_SUBNETS, docs::CREATE_HSM],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
lab scenario network
V=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=cloudhsm --query 'Vpcs[0].VpcId' --output text)
N=$(aws ec2 create-subnet --vpc-id $V --availability-zone us-east-1e --cidr-block 10.0.9.0/28 --query Subnet.SubnetId --output text)
C=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $N --query Cluster.ClusterId --output text)
lab settle
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1e",
};

fn check(facts: &dyn Facts) -> Check {
    match subnet_of_zone(facts)? {
        Some((cluster, subnet)) if !subnet.cloudhsm => {
            broken([("cluster", cluster.id.into()), ("zone", subnet.zone.into())])
        }
        _ => holds(),
    }
}
