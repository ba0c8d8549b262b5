//! There is no such VPC in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.vpc-exists",
    raises: &[
        exception("ec2:DeleteVpc", 20, "InvalidVpcID.NotFound"),
        exception("ec2:CreateSubnet", 20, "InvalidVpcID.NotFound"),
        exception("ec2:CreateSecurityGroup", 20, "InvalidVpcID.NotFound"),
        exception("ec2:CreateRouteTable", 20, "InvalidVpcID.NotFound"),
        exception("ec2:CreateNetworkAcl", 20, "InvalidVpcID.NotFound"),
        exception("ec2:AttachInternetGateway", 30, "InvalidVpcID.NotFound"),
        exception("ec2:DetachInternetGateway", 30, "InvalidVpcID.NotFound"),
        exception("ec2:DescribeVpcs", 20, "InvalidVpcID.NotFound"),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec!["aws ec2 describe-vpcs --query 'Vpcs[].[VpcId,CidrBlock]' --output text".to_owned()]
    },
    break_it: "\
aws ec2 create-subnet --vpc-id vpc-0123456789abcdef0 --cidr-block 10.0.1.0/28",
};

fn check(facts: &dyn Facts) -> Check {
    if let (Some(listed), Some(region)) = (facts.texts("VpcIds").given()?, facts.region().given()?)
    {
        let missing = listed
            .into_iter()
            .find(|id| !region.network.vpcs.contains_key(id));
        return match missing {
            Some(id) => broken([("vpc", id.into())]),
            None => holds(),
        };
    }
    let Some(id) = facts.text("VpcId").given()? else {
        return holds();
    };
    match facts.vpc().given()? {
        Some(_) => holds(),
        None => broken([("vpc", id.into())]),
    }
}
