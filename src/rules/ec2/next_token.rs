//! A token must be one that EC2 gave out, for the same list.

use crate::docs;
use crate::facts::{Facts, foreign_token};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "InvalidNextToken";

pub(super) const RULE: Rule = Rule {
    id: "ec2.next-token",
    raises: &[
        exception("ec2:DescribeInstances", 12, CODE),
        exception("ec2:DescribeInternetGateways", 12, CODE),
        exception("ec2:DescribeNetworkAcls", 12, CODE),
        exception("ec2:DescribeNetworkInterfaces", 12, CODE),
        exception("ec2:DescribeRouteTables", 12, CODE),
        exception("ec2:DescribeSecurityGroupRules", 12, CODE),
        exception("ec2:DescribeSecurityGroups", 12, CODE),
        exception("ec2:DescribeSubnets", 12, CODE),
        exception("ec2:DescribeVpcs", 12, CODE),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "aws ec2 describe-vpcs --no-paginate --next-token foreign",
};

fn check(facts: &dyn Facts) -> Check {
    match foreign_token(facts, "NextToken")? {
        Some(token) => broken([("token", token.into())]),
        None => holds(),
    }
}
