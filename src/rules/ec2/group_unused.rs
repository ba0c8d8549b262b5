//! A security group that an interface carries, or that another group's rule names, cannot be deleted.

use crate::docs;
use crate::facts::{Facts, network};
use crate::model::Peer;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.group-unused",
    raises: &[exception(
        "ec2:DeleteSecurityGroup",
        30,
        "DependencyViolation",
    )],
    docs: &[docs::SECURITY_GROUPS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 delete-security-group --group-id $G",
};

fn check(facts: &dyn Facts) -> Check {
    let (Some(found), Some(region)) = (facts.group().given()?, facts.region().given()?) else {
        return holds();
    };
    let id = found.group.id;
    let named = region
        .network
        .security_groups
        .values()
        .filter(|group| group.id != id)
        .filter(|group| {
            group
                .ingress
                .iter()
                .chain(&group.egress)
                .any(|rule| rule.peer == Peer::Group(id.clone()))
        })
        .map(|group| group.id.clone());
    let carriers = network::carriers(&region.network, &id).map(|interface| interface.id.clone());
    let used: Vec<String> = carriers.chain(named).collect();
    if used.is_empty() {
        holds()
    } else {
        broken([("group", id.into()), ("used", used.into())])
    }
}
