//! A page has from 5 to 1,000 items, of route tables to 100.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "InvalidParameterValue";

pub(super) const RULE: Rule = Rule {
    id: "ec2.max-results",
    raises: &[
        exception("ec2:DescribeInstances", 10, CODE),
        exception("ec2:DescribeInternetGateways", 10, CODE),
        exception("ec2:DescribeNetworkAcls", 10, CODE),
        exception("ec2:DescribeNetworkInterfaces", 10, CODE),
        exception("ec2:DescribeRouteTables", 10, CODE),
        exception("ec2:DescribeSecurityGroupRules", 10, CODE),
        exception("ec2:DescribeSecurityGroups", 10, CODE),
        exception("ec2:DescribeSubnets", 10, CODE),
        exception("ec2:DescribeVpcs", 10, CODE),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "aws ec2 describe-vpcs --max-results 1001",
};

fn check(facts: &dyn Facts) -> Check {
    let most = if facts.operation() == "ec2:DescribeRouteTables" {
        100
    } else {
        1_000
    };
    match facts
        .member("MaxResults")
        .given()?
        .and_then(|limit| limit.as_i64())
    {
        Some(limit) if !(5..=most).contains(&limit) => {
            broken([("limit", limit.into()), ("most", most.into())])
        }
        _ => holds(),
    }
}
