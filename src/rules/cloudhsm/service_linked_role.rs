//! The first cluster of an account makes the service-linked role of AWS CloudHSM, which the caller may not do.

use crate::docs;
use crate::facts::{CREATE_ROLE, Facts};
use crate::rules::request::allow;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.service-linked-role",
    raises: &[exception(
        "cloudhsmv2:CreateCluster",
        6,
        "CloudHsmAccessDeniedException",
    )],
    docs: &[docs::CREATE_CLUSTER_DENIED],
    origin: Origin::Documented,
    check,
    fix: allow,
    break_it: "\
lab deny iam:CreateServiceLinkedRole
S=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)
aws cloudhsmv2 create-cluster --hsm-type hsm2m.medium --subnet-ids $S",
};

fn check(facts: &dyn Facts) -> Check {
    let denied = facts.denied().given()?.unwrap_or_default();
    if denied.iter().any(|action| action == CREATE_ROLE) {
        broken([("action", CREATE_ROLE.into())])
    } else {
        holds()
    }
}
