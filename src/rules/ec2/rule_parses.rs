//! A security group rule needs a protocol and a peer.

use crate::docs;
use crate::facts::{Facts, network};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.rule-parses",
    raises: &[
        exception("ec2:AuthorizeSecurityGroupIngress", 25, "MissingParameter"),
        exception("ec2:AuthorizeSecurityGroupEgress", 25, "MissingParameter"),
        exception("ec2:RevokeSecurityGroupIngress", 25, "MissingParameter"),
        exception("ec2:RevokeSecurityGroupEgress", 25, "MissingParameter"),
    ],
    docs: &[docs::SECURITY_GROUPS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
G=$(aws ec2 describe-security-groups --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $G",
};

fn check(facts: &dyn Facts) -> Check {
    let permissions = facts.member("IpPermissions").given()?.unwrap_or_default();
    let input = serde_json::json!({ "IpPermissions": permissions });
    // A rule that is revoked may be named by its id instead.
    let by_id = facts.member("SecurityGroupRuleIds").given()?.is_some();
    if by_id || !network::port_rules(&input).is_empty() {
        holds()
    } else {
        broken([])
    }
}
