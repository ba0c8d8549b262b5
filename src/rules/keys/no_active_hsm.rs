//! No HSM of the key's cluster is active.

use super::shared::{add_hsm, backed_by, in_every_use};
use crate::docs;
use crate::facts::Backing;
use crate::rules::{Origin, Rule};

pub(super) const RULE: Rule = Rule {
    id: "keys.no-active-hsm",
    raises: &in_every_use(51, "KMSInvalidStateException"),
    docs: &[docs::FIX_FAILING_KEY, docs::ADD_REMOVE_HSM],
    origin: Origin::Documented,
    check: |facts| {
        backed_by(facts, |backing| match backing {
            Backing::NoActiveHsm(cluster) => Some(cluster),
            _ => None,
        })
    },
    fix: |facts| match facts.key().known().and_then(|key| key.backing) {
        Some(Backing::NoActiveHsm(cluster)) => add_hsm(facts, &cluster),
        _ => Vec::new(),
    },
    break_it: "\
lab scenario store-with-key
K=$(aws kms list-keys --query 'Keys[0].KeyId' --output text)
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
H1=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)
H2=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[1].HsmId' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H1
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H2
lab settle
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};
