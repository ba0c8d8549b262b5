//! The cluster's security group does not let TCP 2223 to 2225 in from itself.

use super::cluster_active;
use crate::docs;
use crate::facts::{ClusterFacts, Facts, GroupFacts};
use crate::model::{Direction, Peer, PortRule};
use crate::rules::{Check, Origin, Rule, broken, exception, holds};
use crate::text::found::kms as words;

const CODE: &str = "CloudHsmClusterInvalidConfigurationException";

pub(super) const RULE: Rule = Rule {
    id: "kms.security-group-in",
    raises: &[
        exception("kms:CreateCustomKeyStore", 101, CODE),
        exception("kms:ConnectCustomKeyStore", 51, CODE),
        exception("kms:UpdateCustomKeyStore", 71, CODE),
    ],
    docs: &[docs::PREREQUISITES, docs::CONFIGURE_SG],
    origin: Origin::ServiceModel,
    check: |facts| check_direction(facts, Direction::Ingress),
    fix: |facts| match group(facts) {
        Some(group) => vec![format!(
            "aws ec2 authorize-security-group-ingress --group-id {0} --protocol tcp --port 2223-2225 --source-group {0}",
            group.group.id
        )],
        None => Vec::new(),
    },
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 revoke-security-group-ingress --group-id $G --protocol tcp --port 2223-2225 --source-group $G
aws kms create-custom-key-store --custom-key-store-name ExampleKeyStore --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

/// The group, where it still exists.
pub(super) fn group(facts: &dyn Facts) -> Option<GroupFacts> {
    facts.cluster().known()?.group.known()
}

/// The check of one direction.
pub(super) fn check_direction(facts: &dyn Facts, direction: Direction) -> Check {
    let Some(cluster) = cluster_active::named(facts)? else {
        return holds();
    };
    let Some(group) = cluster.group.clone().given()? else {
        return broken([
            ("cluster", cluster.id.clone().into()),
            ("group", expected_name(&cluster).into()),
            ("gone", words::DELETED.into()),
        ]);
    };
    if group.admits_itself(direction) {
        return holds();
    }
    let rules = group.group.rules(direction);
    let found: Vec<String> = rules.iter().map(show).collect();
    broken([
        ("cluster", cluster.id.into()),
        ("group", group.group.id.into()),
        ("found", found.join("; ").into()),
    ])
}

fn expected_name(cluster: &ClusterFacts) -> String {
    format!("cloudhsm-cluster-{}-sg", cluster.id)
}

/// A rule of a security group in a phrase.
fn show(rule: &PortRule) -> String {
    let peer = match &rule.peer {
        Peer::Group(id) | Peer::Range(id) => id,
    };
    match rule.protocol {
        crate::model::Protocol::All => words::all_traffic(peer),
        protocol => words::traffic(
            &protocol.word().to_ascii_uppercase(),
            rule.from_port,
            rule.to_port,
            peer,
        ),
    }
}
