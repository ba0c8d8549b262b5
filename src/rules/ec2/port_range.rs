//! Ports run from 0 to 65535, the lower one first.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.port-range",
    raises: &[
        exception("ec2:AuthorizeSecurityGroupIngress", 27, "InvalidParameterValue"),
        exception("ec2:AuthorizeSecurityGroupEgress", 27, "InvalidParameterValue"),
    ],
    docs: &[docs::SECURITY_GROUPS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
G=$(aws ec2 describe-security-groups --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $G --protocol tcp --port 2225-2223 --cidr 10.0.0.0/16",
};

fn check(facts: &dyn Facts) -> Check {
    let permissions = facts.member("IpPermissions").given()?.unwrap_or_default();
    for permission in permissions.as_array().into_iter().flatten() {
        if let (Some(from), Some(to)) = (
            permission["FromPort"].as_i64(),
            permission["ToPort"].as_i64(),
        ) && (from > to || from < -1 || to > 65_535)
        {
            return broken([("from", from.into()), ("to", to.into())]);
        }
    }
    holds()
}
