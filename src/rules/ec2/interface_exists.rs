//! There is no such network interface in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

const CODE: &str = "InvalidNetworkInterfaceID.NotFound";

pub(super) const RULE: Rule = Rule {
    id: "ec2.interface-exists",
    raises: &[
        exception("ec2:DescribeNetworkInterfaces", 20, CODE),
        exception("ec2:DeleteNetworkInterface", 20, CODE),
        exception("ec2:CreateRoute", 22, CODE),
    ],
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
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    for member in ["NetworkInterfaceIds", "NetworkInterfaceId"] {
        for id in facts.texts(member).given()?.unwrap_or_default() {
            if !region.network.interfaces.contains_key(&id) {
                return broken([("interface", id.into())]);
            }
        }
    }
    holds()
}
