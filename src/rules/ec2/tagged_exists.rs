//! What is tagged has to be there.

use crate::docs;
use crate::facts::Facts;
use crate::facts::network;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.tagged-exists",
    raises: &[
        exception("ec2:CreateTags", 20, "InvalidID"),
        exception("ec2:DeleteTags", 20, "InvalidID"),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "aws ec2 create-tags --resources vpc-0123456789abcdef0 --tags Key=Name,Value=cloudhsm",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(ids), Some(region)) = (facts.texts("Resources").given()?, facts.region().given()?)
    else {
        return holds();
    };
    match ids
        .into_iter()
        .find(|id| network::tags(region, id).is_none())
    {
        Some(id) => broken([("id", id.into())]),
        None => holds(),
    }
}
