//! There is no such subnet in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.subnet-exists",
    raises: &[
        exception("ec2:DeleteSubnet", 20, "InvalidSubnetID.NotFound"),
        exception("ec2:AssociateRouteTable", 20, "InvalidSubnetID.NotFound"),
        exception("ec2:DescribeSubnets", 20, "InvalidSubnetID.NotFound"),
        exception("ec2:CreateNetworkInterface", 20, "InvalidSubnetID.NotFound"),
    ],
    docs: &[docs::EC2_ERRORS, docs::SUBNETS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec!["aws ec2 describe-subnets --query 'Subnets[].[SubnetId,AvailabilityZone,VpcId]' --output text".to_owned()]
    },
    break_it: "\
aws ec2 delete-subnet --subnet-id subnet-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    let missing = facts
        .subnets()
        .given()?
        .unwrap_or_default()
        .into_iter()
        .find(|(_, found)| found.is_none());
    match missing {
        Some((id, _)) => broken([("subnet", id.into())]),
        None => holds(),
    }
}
