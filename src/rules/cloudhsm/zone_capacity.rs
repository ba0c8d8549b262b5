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
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    match subnet_of_zone(facts)? {
        Some((cluster, subnet)) if !subnet.cloudhsm => {
            broken([("cluster", cluster.id.into()), ("zone", subnet.zone.into())])
        }
        _ => holds(),
    }
}
