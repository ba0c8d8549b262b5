//! The client host has no interface yet, so it cannot carry security groups.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.instance-attached",
    raises: &[exception(
        "ec2:ModifyInstanceAttribute",
        20,
        "IncorrectInstanceState",
    )],
    docs: &[docs::CLIENT_SG],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
I=$(aws ec2 describe-instances --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 modify-instance-attribute --instance-id $I --groups sg-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.region().given()? {
        Some(region) if region.client.interface.is_none() => {
            broken([("instance", region.client.instance_id.clone().into())])
        }
        _ => holds(),
    }
}
