//! There is no such Availability Zone in this Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.zone-exists",
    raises: &[exception("ec2:CreateSubnet", 30, "InvalidParameterValue")],
    docs: &[docs::SUBNETS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
V=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
aws ec2 create-subnet --vpc-id $V --cidr-block 172.31.128.0/28 --availability-zone us-east-1z",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(zone), Some(region)) = (
        facts.text("AvailabilityZone").given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    let zones: Vec<String> = region.zones.iter().map(|zone| zone.name.clone()).collect();
    if zones.contains(&zone) {
        holds()
    } else {
        broken([("zone", zone.into()), ("zones", zones.into())])
    }
}
