//! There is no such internet gateway in this account and Region.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.gateway-exists",
    raises: &[
        exception("ec2:CreateRoute", 20, "InvalidGatewayID.NotFound"),
        exception(
            "ec2:AttachInternetGateway",
            20,
            "InvalidInternetGatewayID.NotFound",
        ),
        exception(
            "ec2:DetachInternetGateway",
            20,
            "InvalidInternetGatewayID.NotFound",
        ),
        exception(
            "ec2:DeleteInternetGateway",
            20,
            "InvalidInternetGatewayID.NotFound",
        ),
        exception(
            "ec2:DescribeInternetGateways",
            20,
            "InvalidInternetGatewayID.NotFound",
        ),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
aws ec2 delete-internet-gateway --internet-gateway-id igw-0123456789abcdef0",
};

fn check(facts: &dyn Facts) -> Check {
    if let (Some(listed), Some(region)) = (
        facts.texts("InternetGatewayIds").given()?,
        facts.region().given()?,
    ) {
        let missing = listed
            .into_iter()
            .find(|id| !region.network.internet_gateways.contains_key(id));
        return match missing {
            Some(id) => broken([("gateway", id.into())]),
            None => holds(),
        };
    }
    let id = match facts.text("InternetGatewayId").given()? {
        Some(id) => id,
        None => match facts.text("GatewayId").given()? {
            Some(id) => id,
            None => return holds(),
        },
    };
    match facts.internet_gateway().given()? {
        Some(_) => holds(),
        None => broken([("gateway", id.into())]),
    }
}
