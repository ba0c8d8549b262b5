//! The ranges of a VPC's subnets do not overlap.

use crate::docs;
use crate::facts::{Facts, network::Cidr};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.subnet-free",
    raises: &[exception("ec2:CreateSubnet", 50, "InvalidSubnet.Conflict")],
    docs: &[docs::SUBNETS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
V=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
aws ec2 create-subnet --vpc-id $V --cidr-block 10.0.1.0/28
aws ec2 create-subnet --vpc-id $V --cidr-block 10.0.1.0/24",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(cidr), Some(vpc), Some(region)) = (
        facts.text("CidrBlock").given()?,
        facts.vpc().given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    let Some(range) = Cidr::parse(&cidr) else {
        return holds();
    };
    let other = region.network.subnets.values().find(|subnet| {
        subnet.vpc_id == vpc.id && Cidr::parse(&subnet.cidr).is_some_and(|own| own.overlaps(range))
    });
    match other {
        Some(other) => broken([
            ("cidr", cidr.into()),
            ("other", other.id.clone().into()),
            ("range", other.cidr.clone().into()),
        ]),
        None => holds(),
    }
}
