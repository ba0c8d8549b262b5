//! The HSMs do not hold the key's material any more.

use super::shared::{backed_by, in_every_use};
use crate::docs;
use crate::facts::Backing;
use crate::rules::{Origin, Rule, no_command};

pub(super) const RULE: Rule = Rule {
    id: "keys.material-lost",
    raises: &in_every_use(53, "KMSInvalidStateException"),
    docs: &[docs::FIX_LOST_MATERIAL, docs::FIX_FAILING_KEY],
    origin: Origin::Documented,
    check: |facts| {
        backed_by(facts, |backing| match backing {
            Backing::Lost(cluster) => Some(cluster),
            _ => None,
        })
    },
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
