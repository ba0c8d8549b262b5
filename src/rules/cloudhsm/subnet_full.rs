//! The subnet in which the HSM would live has no free address.

use super::{INVALID, papers::subnet_of_zone};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.subnet-full",
    raises: &[exception("cloudhsmv2:CreateHsm", 80, INVALID)],
    docs: &[docs::CREATE_HSM],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
lab quota hsms 30
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone us-east-1c",
};

fn check(facts: &dyn Facts) -> Check {
    match subnet_of_zone(facts)? {
        Some((_, subnet)) if subnet.free == 0 => broken([("subnet", subnet.id.into())]),
        _ => holds(),
    }
}
