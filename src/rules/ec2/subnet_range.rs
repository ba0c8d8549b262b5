//! The range of a subnet lies in its VPC and has 16 to 65,536 addresses.

use crate::docs;
use crate::facts::{Facts, network::Cidr};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.subnet-range",
    raises: &[exception("ec2:CreateSubnet", 40, "InvalidSubnet.Range")],
    docs: &[docs::SUBNETS, docs::VPC_SIZE],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
V=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
aws ec2 create-subnet --vpc-id $V --cidr-block 192.168.1.0/28",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(cidr), Some(vpc)) = (facts.text("CidrBlock").given()?, facts.vpc().given()?) else {
        return holds();
    };
    match (Cidr::parse(&cidr), Cidr::parse(&vpc.cidr)) {
        (Some(range), Some(all)) if (16..=28).contains(&range.prefix) && all.contains(range) => {
            holds()
        }
        _ => broken([("cidr", cidr.into()), ("vpc", vpc.cidr.into())]),
    }
}
