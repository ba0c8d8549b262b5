//! An internet gateway belongs to one VPC at a time.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::ec2 as words;

pub(super) const RULE: Rule = Rule {
    id: "ec2.gateway-attached",
    raises: &[
        exception("ec2:AttachInternetGateway", 40, "Resource.AlreadyAssociated"),
        exception("ec2:DetachInternetGateway", 40, "Gateway.NotAttached"),
        exception("ec2:DeleteInternetGateway", 40, "DependencyViolation"),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
G=$(aws ec2 describe-internet-gateways --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 delete-internet-gateway --internet-gateway-id $G",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(gateway) = facts.internet_gateway().given()? else {
        return holds();
    };
    let attached = gateway.vpc_id.is_some();
    let wanted = facts.operation() == "ec2:DetachInternetGateway";
    if attached == wanted {
        return holds();
    }
    let message = match gateway.vpc_id {
        Some(vpc) => words::attached(&gateway.id, &vpc),
        None => words::not_attached(&gateway.id),
    };
    broken([("gateway", gateway.id.into()), ("message", message.into())])
}
