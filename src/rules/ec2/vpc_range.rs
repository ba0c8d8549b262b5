//! The range of a VPC is a network of 16 to 65,536 addresses.

use crate::docs;
use crate::facts::{Facts, network::Cidr};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.vpc-range",
    raises: &[exception("ec2:CreateVpc", 20, "InvalidVpc.Range")],
    docs: &[docs::VPC_SIZE],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "\
aws ec2 create-vpc --cidr-block 10.0.0.0/8",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cidr) = facts.text("CidrBlock").given()? else {
        return holds();
    };
    match Cidr::parse(&cidr) {
        Some(range) if (16..=28).contains(&range.prefix) => holds(),
        _ => broken([("cidr", cidr.into())]),
    }
}
