//! A filter has one of the names that the operation knows.

use crate::docs;
use crate::facts::Facts;
use crate::facts::filters;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.filter-known",
    raises: &[
        exception("ec2:DescribeAvailabilityZones", 30, "InvalidParameterValue"),
        exception("ec2:DescribeInstances", 30, "InvalidParameterValue"),
        exception("ec2:DescribeInternetGateways", 30, "InvalidParameterValue"),
        exception("ec2:DescribeNetworkAcls", 30, "InvalidParameterValue"),
        exception("ec2:DescribeNetworkInterfaces", 30, "InvalidParameterValue"),
        exception("ec2:DescribeRouteTables", 30, "InvalidParameterValue"),
        exception(
            "ec2:DescribeSecurityGroupRules",
            30,
            "InvalidParameterValue",
        ),
        exception("ec2:DescribeSecurityGroups", 30, "InvalidParameterValue"),
        exception("ec2:DescribeSubnets", 30, "InvalidParameterValue"),
        exception("ec2:DescribeVpcs", 30, "InvalidParameterValue"),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Observed,
    check,
    fix: no_command,
    break_it: "aws ec2 describe-vpcs --filters Name=name,Values=cloudhsm",
};

fn check(facts: &dyn Facts) -> Check {
    let known = filters::of(facts.operation());
    let given = facts.member("Filters").given()?.unwrap_or_default();
    let unknown = given
        .as_array()
        .into_iter()
        .flatten()
        .map(|filter| filter["Name"].as_str().unwrap_or_default())
        .find(|name| !filters::of_tags(name) && !known.iter().any(|(known, _)| known == name));
    match unknown {
        Some(name) => {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            broken([("filter", name.into()), ("known", names.into())])
        }
        None => holds(),
    }
}
