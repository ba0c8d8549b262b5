//! The cluster has the same cluster certificate as one that is associated with a key store: they share a backup history.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "kms.shared-backup-history",
    raises: &[exception(
        "kms:CreateCustomKeyStore",
        70,
        "CloudHsmClusterInUseException",
    )],
    docs: &[docs::PREREQUISITES],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-disconnected
B=$(aws cloudhsmv2 describe-backups --query 'Backups[0].BackupId' --output text)
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
C2=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --source-backup-id $B --subnet-ids $S --query Cluster.ClusterId --output text)
lab settle
aws kms create-custom-key-store --custom-key-store-name Second --cloud-hsm-cluster-id $C2 --key-store-password kmsPswd --trust-anchor-certificate file://customerCA.crt",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(cluster) = facts.cluster().given()? else {
        return holds();
    };
    let stores = facts.stores().given()?.unwrap_or_default();
    // That a store has this very cluster is another failure.
    let mut others = stores.iter().filter(|store| store.cluster_id != cluster.id);
    match others.find(|store| store.lineage == cluster.lineage) {
        Some(store) => broken([
            ("cluster", cluster.id.into()),
            ("other", store.cluster_id.clone().into()),
            ("store", store.id.clone().into()),
            ("name", store.name.clone().into()),
        ]),
        None => holds(),
    }
}
