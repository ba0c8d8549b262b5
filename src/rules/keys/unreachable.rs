//! The cluster's security group keeps AWS KMS out.

use super::shared::{backed_by, in_every_use};
use crate::docs;
use crate::facts::Backing;
use crate::rules::{Origin, Rule, open_group};

pub(super) const RULE: Rule = Rule {
    id: "keys.unreachable",
    raises: &in_every_use(52, "KMSInvalidStateException"),
    docs: &[docs::FIX_COMMUNICATION, docs::CONFIGURE_SG],
    origin: Origin::Documented,
    check: |facts| {
        backed_by(facts, |backing| match backing {
            Backing::Unreachable(cluster) => Some(cluster),
            _ => None,
        })
    },
    fix: |facts| match facts.key().known().and_then(|key| key.backing) {
        Some(Backing::Unreachable(cluster)) => open_group(facts, &cluster),
        _ => Vec::new(),
    },
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
G=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].SecurityGroup' --output text)
aws ec2 revoke-security-group-ingress --group-id $G --protocol tcp --port 2223-2225 --source-group $G
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};
