//! DeleteHsm names its HSM by id, interface or address.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.hsm-selector",
    raises: &[exception("cloudhsmv2:DeleteHsm", 20, INVALID)],
    docs: &[docs::API_DELETE_HSM],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C",
};

fn check(facts: &dyn Facts) -> Check {
    for member in ["HsmId", "EniId", "EniIp"] {
        if facts.text(member).given()?.is_some() {
            return holds();
        }
    }
    broken([])
}
