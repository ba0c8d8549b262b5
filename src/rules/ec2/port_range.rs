//! A rule has a protocol that there is, and with TCP and UDP ports from 0 to 65535, the lower one first.

use crate::docs;
use crate::facts::Facts;
use crate::model::Protocol;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::ec2 as words;

pub(super) const RULE: Rule = Rule {
    id: "ec2.port-range",
    raises: &[
        exception("ec2:AuthorizeSecurityGroupIngress", 24, "InvalidParameterValue"),
        exception("ec2:AuthorizeSecurityGroupEgress", 24, "InvalidParameterValue"),
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
        let word = permission["IpProtocol"].as_str().unwrap_or_default();
        let with_ports = match Protocol::parse(word) {
            None if word.is_empty() => continue,
            None => {
                return problem(words::no_protocol(word));
            }
            Some(protocol) => matches!(protocol, Protocol::Tcp | Protocol::Udp),
        };
        match (
            permission["FromPort"].as_i64(),
            permission["ToPort"].as_i64(),
        ) {
            (Some(from), Some(to)) if from > to || from < -1 || to > 65_535 => {
                return problem(words::no_ports(from, to));
            }
            (Some(_), Some(_)) => {}
            _ if with_ports => {
                return problem(words::ONE_PORT.to_owned());
            }
            _ => {}
        }
    }
    holds()
}

fn problem(message: String) -> Check {
    broken([("message", message.into())])
}
