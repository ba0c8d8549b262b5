//! Security group names are unique in a VPC.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.group-name",
    raises: &[exception(
        "ec2:CreateSecurityGroup",
        30,
        "InvalidGroup.Duplicate",
    )],
    docs: &[docs::SECURITY_GROUPS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
aws ec2 create-security-group --group-name default --description x",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(name), Some(region)) = (facts.text("GroupName").given()?, facts.region().given()?)
    else {
        return holds();
    };
    let vpc = match facts.text("VpcId").given()? {
        Some(vpc) => Some(vpc),
        None => region
            .network
            .vpcs
            .values()
            .find(|vpc| vpc.is_default)
            .map(|vpc| vpc.id.clone()),
    };
    match region
        .network
        .security_groups
        .values()
        .find(|group| group.name == name && Some(&group.vpc_id) == vpc.as_ref())
    {
        Some(other) => broken([
            ("name", name.into()),
            ("vpc", other.vpc_id.clone().into()),
            ("other", other.id.clone().into()),
        ]),
        None => holds(),
    }
}
