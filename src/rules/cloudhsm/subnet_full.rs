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
    break_it: "",
};

fn check(facts: &dyn Facts) -> Check {
    match subnet_of_zone(facts)? {
        Some((_, subnet)) if subnet.free == 0 => broken([("subnet", subnet.id.into())]),
        _ => holds(),
    }
}
