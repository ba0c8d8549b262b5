//! No HSM answers at a configured address. One such server is enough to end the start.

use super::reach::{at_start, configure};
use crate::docs;
use crate::facts::{Facts, ServerFacts};
use crate::model::HsmState;
use crate::rules::{Check, Origin, Rule, broken, holds};
use crate::text::found::hsm as words;

pub(super) const RULE: Rule = Rule {
    id: "hsm.no-hsm",
    raises: &[at_start(30)],
    docs: &[docs::LOST_CONNECTION, docs::CMU_START],
    origin: Origin::Documented,
    check,
    fix: configure,
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H
lab settle
/opt/cloudhsm/bin/cloudhsm_mgmt_util /opt/cloudhsm/etc/cloudhsm_mgmt_util.cfg",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(region), Some(address)) = (facts.region().given()?, facts.text("Server").given()?)
    else {
        return holds();
    };
    let found = match ServerFacts::behind(region, &address) {
        Some((_, hsm)) if hsm.state == HsmState::Active => return holds(),
        Some((_, hsm)) => words::hsm_there(&hsm.id, hsm.state.word()),
        None => words::NO_HSM.to_owned(),
    };
    broken([("address", address.into()), ("found", found.into())])
}
