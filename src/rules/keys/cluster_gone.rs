//! The cluster of the key's store was deleted while the store was connected.

use super::shared::{backed_by, in_every_use};
use crate::docs;
use crate::facts::Backing;
use crate::rules::kms::fixes;
use crate::rules::{Origin, Rule};

pub(super) const RULE: Rule = Rule {
    id: "keys.cluster-gone",
    raises: &in_every_use(50, "KMSInvalidStateException"),
    docs: &[docs::FIX_FAILING_KEY, docs::FIX_LOST_MATERIAL],
    origin: Origin::Documented,
    check: |facts| {
        backed_by(facts, |backing| match backing {
            Backing::ClusterGone(cluster) => Some(cluster),
            _ => None,
        })
    },
    fix: |facts| {
        let key = facts.key().known().and_then(|found| found.key);
        let store = key.as_ref().and_then(|key| key.store_id());
        store.map_or_else(Vec::new, |store| fixes::restore_store(facts, store))
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
aws cloudhsmv2 delete-cluster --cluster-id $C
lab settle
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};
