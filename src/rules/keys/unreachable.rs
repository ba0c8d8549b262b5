//! The cluster's security group keeps AWS KMS out.

use super::shared::in_every_use;
use crate::docs;
use crate::facts::{Backing, Facts, GroupFacts, KeyFacts};
use crate::model::{Direction, Region, SecurityGroup};
use crate::rules::{Check, Origin, Rule, broken, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.unreachable",
    raises: &in_every_use(52, "KMSInvalidStateException"),
    docs: &[docs::FIX_COMMUNICATION, docs::CONFIGURE_SG],
    origin: Origin::Documented,
    check,
    fix: |facts| {
        let Some(Backing::Unreachable(cluster)) = facts.key().known().and_then(|key| key.backing)
        else {
            return Vec::new();
        };
        facts
            .region()
            .known()
            .and_then(|region| group_of(region, &cluster))
            .map(open)
            .unwrap_or_default()
    },
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 revoke-security-group-ingress --group-id $G --protocol tcp --port 2223-2225 --source-group $G
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts {
            key: Some(key),
            backing: Some(Backing::Unreachable(cluster)),
            ..
        }) => broken([("key", key.arn.into()), ("cluster", cluster.into())]),
        _ => holds(),
    }
}

fn group_of<'a>(region: &'a Region, cluster: &str) -> Option<&'a SecurityGroup> {
    let id = region.clusters.get(cluster)?.security_group.as_ref()?;
    region.network.security_groups.get(id)
}

/// The commands that open a group to itself, in the directions that are closed.
fn open(group: &SecurityGroup) -> Vec<String> {
    let facts = GroupFacts {
        group: group.clone(),
        used_by: Vec::new(),
    };
    [
        (Direction::Ingress, "ingress"),
        (Direction::Egress, "egress"),
    ]
    .into_iter()
    .filter(|(direction, _)| !facts.admits_itself(*direction))
    .map(|(_, word)| {
        format!(
            "aws ec2 authorize-security-group-{word} --group-id {0} --ip-permissions 'IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{{GroupId={0}}}]'",
            group.id
        )
    })
    .collect()
}
