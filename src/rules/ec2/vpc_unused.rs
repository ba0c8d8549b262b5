//! A VPC that still holds something cannot be deleted.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.vpc-unused",
    raises: &[exception("ec2:DeleteVpc", 30, "DependencyViolation")],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
V=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
aws ec2 delete-vpc --vpc-id $V",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(vpc), Some(region)) = (facts.vpc().given()?, facts.region().given()?) else {
        return holds();
    };
    let network = &region.network;
    let subnets = network
        .subnets
        .values()
        .filter(|subnet| subnet.vpc_id == vpc.id)
        .map(|subnet| subnet.id.clone());
    let gateways = network
        .internet_gateways
        .values()
        .filter(|gateway| gateway.vpc_id.as_ref() == Some(&vpc.id))
        .map(|gateway| gateway.id.clone());
    let groups = network
        .security_groups
        .values()
        .filter(|group| group.vpc_id == vpc.id && group.name != "default")
        .map(|group| group.id.clone());
    let tables = network
        .route_tables
        .values()
        .filter(|table| table.vpc_id == vpc.id && !table.main)
        .map(|table| table.id.clone());
    let acls = network
        .acls
        .values()
        .filter(|acl| acl.vpc_id == vpc.id && acl.custom)
        .map(|acl| acl.id.clone());
    let of_vpc = subnets.chain(gateways).chain(groups).chain(tables);
    let held: Vec<String> = of_vpc.chain(acls).collect();
    if held.is_empty() {
        holds()
    } else {
        broken([("vpc", vpc.id.into()), ("held", held.into())])
    }
}
