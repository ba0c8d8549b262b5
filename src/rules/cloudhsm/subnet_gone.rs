//! The subnet in which the HSM would live was deleted.

use super::{INVALID, papers::subnet_of_zone};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.subnet-gone",
    raises: &[exception("cloudhsmv2:CreateHsm", 60, INVALID)],
    docs: &[docs::CREATE_HSM, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[2].SubnetId' --output text)
aws ec2 delete-subnet --subnet-id $S
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
};

fn check(facts: &dyn Facts) -> Check {
    match subnet_of_zone(facts)? {
        Some((cluster, subnet)) if !subnet.exists => broken([
            ("cluster", cluster.id.into()),
            ("subnet", subnet.id.into()),
            ("zone", subnet.zone.into()),
        ]),
        _ => holds(),
    }
}
