//! The HSM is being deleted already.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::HsmState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.hsm-being-deleted",
    raises: &[exception("cloudhsmv2:DeleteHsm", 50, INVALID)],
    docs: &[docs::API_DELETE_HSM],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.hsm().given()? {
        Some(hsm) if hsm.state == HsmState::DeleteInProgress => broken([("hsm", hsm.id.into())]),
        _ => holds(),
    }
}
