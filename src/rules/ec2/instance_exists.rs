//! The client host is the only instance here.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.instance-exists",
    raises: &[
        exception(
            "ec2:ModifyInstanceAttribute",
            10,
            "InvalidInstanceID.NotFound",
        ),
        exception("ec2:DescribeInstances", 20, "InvalidInstanceID.NotFound"),
    ],
    docs: &[docs::EC2_ERRORS, docs::CLIENT_SG],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec!["aws ec2 describe-instances --query 'Reservations[].Instances[].InstanceId' --output text".to_owned()]
    },
    break_it: "\
aws ec2 modify-instance-attribute --instance-id i-0123456789abcdef0 --groups sg-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    for member in ["InstanceIds", "InstanceId"] {
        for id in facts.texts(member).given()?.unwrap_or_default() {
            if region.client.instance_id != id {
                return broken([("instance", id.into())]);
            }
        }
    }
    holds()
}
