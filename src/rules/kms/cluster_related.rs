//! A key store moves only to a cluster that shares a backup history with its own.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "kms.cluster-related",
    raises: &[exception(
        "kms:UpdateCustomKeyStore",
        60,
        "CloudHsmClusterNotRelatedException",
    )],
    docs: &[docs::UPDATE_STORE, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-disconnected
N=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
C=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $N --query Cluster.ClusterId --output text)
lab settle
lab inject cluster-state $C=ACTIVE
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
aws kms update-custom-key-store --custom-key-store-id $S --cloud-hsm-cluster-id $C",
};

fn check(facts: &dyn Facts) -> Check {
    if facts.text("CloudHsmClusterId").given()?.is_none() {
        return holds();
    }
    let (Some(store), Some(cluster)) = (facts.store().given()?, facts.cluster().given()?) else {
        return holds();
    };
    if store.lineage == cluster.lineage {
        return holds();
    }
    broken([
        ("cluster", cluster.id.into()),
        ("own", store.cluster_id.into()),
    ])
}
