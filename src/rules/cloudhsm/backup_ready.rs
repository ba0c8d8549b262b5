//! A backup is used, shared and deleted when it is READY.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::BackupState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.backup-ready",
    raises: &[
        exception("cloudhsmv2:CreateCluster", 80, INVALID),
        exception("cloudhsmv2:CopyBackupToRegion", 20, INVALID),
        exception("cloudhsmv2:DeleteBackup", 20, INVALID),
        exception("cloudhsmv2:PutResourcePolicy", 30, INVALID),
    ],
    docs: &[docs::BACKUPS, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::Ours,
    check,
    fix: |facts| match facts.backup().known() {
        Some(found) if found.backup.state == BackupState::PendingDeletion => vec![format!(
            "aws cloudhsmv2 restore-backup --backup-id {}",
            found.backup.id
        )],
        _ => vec!["lab settle".to_owned()],
    },
    break_it: "\
lab scenario ready-cluster
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
H=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].Hsms[1].HsmId' --output text)
S=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private --query 'Subnets[].SubnetId' --output text)
aws cloudhsmv2 delete-hsm --cluster-id $C --hsm-id $H
B=$(aws cloudhsmv2 describe-backups --filters states=CREATE_IN_PROGRESS --query 'Backups[0].BackupId' --output text)
aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --source-backup-id $B --subnet-ids $S",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.backup().given()? {
        Some(found) if found.backup.state != BackupState::Ready => broken([
            ("backup", found.backup.id.into()),
            ("state", found.backup.state.word().into()),
        ]),
        _ => holds(),
    }
}
