//! There is no such route table in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "ec2.route-table-exists",
    raises: &[
        exception(
            "ec2:AssociateRouteTable",
            10,
            "InvalidRouteTableID.NotFound",
        ),
        exception("ec2:CreateRoute", 10, "InvalidRouteTableID.NotFound"),
        exception("ec2:DeleteRoute", 10, "InvalidRouteTableID.NotFound"),
        exception("ec2:DeleteRouteTable", 10, "InvalidRouteTableID.NotFound"),
        exception(
            "ec2:DescribeRouteTables",
            20,
            "InvalidRouteTableID.NotFound",
        ),
    ],
    docs: &[docs::EC2_ERRORS, docs::ROUTE_TABLES],
    origin: Origin::Ours,
    check,
    fix: |_| {
        vec!["aws ec2 describe-route-tables --query 'RouteTables[].[RouteTableId,VpcId]' --output text".to_owned()]
    },
    break_it: "\
aws ec2 create-route --route-table-id rtb-0123456789abcdef0 --destination-cidr-block 0.0.0.0/0 --gateway-id igw-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    if let (Some(listed), Some(region)) = (
        facts.texts("RouteTableIds").given()?,
        facts.region().given()?,
    ) {
        let missing = listed
            .into_iter()
            .find(|id| !region.network.route_tables.contains_key(id));
        return match missing {
            Some(id) => broken([("table", id.into())]),
            None => holds(),
        };
    }
    let Some(id) = facts.text("RouteTableId").given()? else {
        return holds();
    };
    match facts.route_table().given()? {
        Some(_) => holds(),
        None => broken([("table", id.into())]),
    }
}
