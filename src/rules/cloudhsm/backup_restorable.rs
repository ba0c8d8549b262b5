//! Only a backup whose deletion is pending can be restored.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::BackupState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.backup-restorable",
    raises: &[exception("cloudhsmv2:RestoreBackup", 20, INVALID)],
    docs: &[docs::DELETE_BACKUP],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
B=$(aws cloudhsmv2 describe-backups --query 'Backups[0].BackupId' --output text)
aws cloudhsmv2 restore-backup --backup-id $B",
};

fn check(facts: &dyn Facts) -> Check {
    match facts.backup().given()? {
        Some(found) if found.backup.state != BackupState::PendingDeletion => broken([
            ("backup", found.backup.id.into()),
            ("state", found.backup.state.word().into()),
        ]),
        _ => holds(),
    }
}
