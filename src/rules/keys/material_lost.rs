//! The HSMs do not hold the key's material any more.

use super::shared::in_every_use;
use crate::docs;
use crate::facts::{Backing, Facts, KeyFacts};
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.material-lost",
    raises: &in_every_use(53, "KMSInvalidStateException"),
    docs: &[docs::FIX_LOST_MATERIAL, docs::FIX_FAILING_KEY],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
lab scenario store-connected
S=$(aws kms describe-custom-key-stores --query 'CustomKeyStores[0].CustomKeyStoreId' --output text)
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].HsmId' --output text)
A=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[0].AvailabilityZone' --output text)
B=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[1].AvailabilityZone' --output text)
N=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H
lab settle
U=$(aws cloudhsmv2 describe-backups --filters clusterIds=$C --query 'Backups[0].BackupId' --output text)
aws cloudhsmv2 create-hsm --cluster-id $C --availability-zone $A
lab settle
K=$(aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id $S --query KeyMetadata.KeyId --output text)
D=$(aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --source-backup-id $U --subnet-ids $N --query Cluster.ClusterId --output text)
lab settle
aws cloudhsmv2 create-hsm --cluster-id $D --availability-zone $A
aws cloudhsmv2 create-hsm --cluster-id $D --availability-zone $B
aws kms disconnect-custom-key-store --custom-key-store-id $S
lab settle
aws kms update-custom-key-store --custom-key-store-id $S --cloud-hsm-cluster-id $D
aws kms connect-custom-key-store --custom-key-store-id $S
lab settle
aws kms encrypt --key-id $K --plaintext aGVsbG8=",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.key().given()? {
        Some(KeyFacts {
            key: Some(key),
            backing: Some(Backing::Lost(cluster)),
            ..
        }) => broken([("key", key.arn.into()), ("cluster", cluster.into())]),
        _ => holds(),
    }
}
