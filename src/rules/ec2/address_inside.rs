//! The address for an interface is one that its subnet gives out.

use crate::docs;
use crate::facts::Facts;
use crate::facts::network;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.address-inside",
    raises: &[exception(
        "ec2:CreateNetworkInterface",
        42,
        "InvalidParameterValue",
    )],
    docs: &[docs::SUBNETS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
S=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)
aws ec2 create-network-interface --subnet-id $S --private-ip-address 192.168.1.1",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(ip), Some(id), Some(region)) = (
        facts.text("PrivateIpAddress").given()?,
        facts.text("SubnetId").given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    if network::is_host(&region.network, &id, &ip) {
        holds()
    } else {
        broken([("address", ip.into()), ("subnet", id.into())])
    }
}
