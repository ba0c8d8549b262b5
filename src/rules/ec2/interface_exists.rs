//! There is no such network interface in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.interface-exists",
    raises: &[exception(
        "ec2:DescribeNetworkInterfaces",
        20,
        "InvalidNetworkInterfaceID.NotFound",
    )],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec![
            "aws ec2 describe-network-interfaces --query 'NetworkInterfaces[].[NetworkInterfaceId,Description]' --output text"
                .to_owned(),
        ]
    },
    break_it: "aws ec2 describe-network-interfaces --network-interface-ids eni-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(listed), Some(region)) = (
        facts.texts("NetworkInterfaceIds").given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    match listed
        .into_iter()
        .find(|id| !region.network.interfaces.contains_key(id))
    {
        Some(id) => broken([("interface", id.into())]),
        None => holds(),
    }
}
