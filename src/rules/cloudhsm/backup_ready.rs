//! A cluster is restored from a backup that is READY.

use super::INVALID;
use crate::docs;
use crate::facts::Facts;
use crate::model::BackupState;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.backup-ready",
    raises: &[exception("cloudhsmv2:CreateCluster", 80, INVALID)],
    docs: &[docs::BACKUPS, docs::CLUSTER_FROM_BACKUP],
    origin: Origin::Ours,
    check,
    fix: |_| vec!["lab settle".to_owned()],
    break_it: "",
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
