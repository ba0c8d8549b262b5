//! The caller lacks a permission for a request to Amazon EC2 (`lab deny`).

use crate::docs;
use crate::facts::Facts;
use crate::rules::request::{allow, user};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.denied",
    raises: &[exception("ec2:*", 9, "UnauthorizedOperation")],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: allow,
    break_it: "lab deny ec2:CreateVpc\naws ec2 create-vpc --cidr-block 10.0.0.0/16",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.denied().given()?.unwrap_or_default().first() {
        Some(action) => broken([
            ("action", action.clone().into()),
            ("user", user(facts)?.into()),
        ]),
        None => holds(),
    }
}
