//! DeleteBackup, RestoreBackup and ModifyBackupAttributes.

use serde_json::json;

use super::{backup, shapes, views};
use crate::api::shape::{BOOLEAN, Member, Shape, member, required};
use crate::api::{Action, Applied, Call, Operation, Service};
use crate::model::BackupState;

const NAMED: &[Member] = &[required("BackupId", shapes::BACKUP_ID)];

const SHOWN: &[Member] = &[member("Backup", Shape::structure(shapes::BACKUP))];

/// DeleteBackup: also the last backup of a cluster may go.
pub(super) const DELETE: Operation = Operation::unpaged(
    Service::CloudHsm,
    "DeleteBackup",
    NAMED,
    SHOWN,
    Action::Write(|call| {
        let id = call.needed("BackupId")?.to_owned();
        backup::mark_deleted(call, &id)?;
        show(call)
    }),
);

/// RestoreBackup.
pub(super) const RESTORE: Operation = Operation::unpaged(
    Service::CloudHsm,
    "RestoreBackup",
    NAMED,
    SHOWN,
    Action::Write(|call| {
        let backup = backup::named_mut(call)?;
        backup.state = BackupState::Ready;
        backup.delete_at = None;
        show(call)
    }),
);

/// ModifyBackupAttributes.
pub(super) const MODIFY: Operation = Operation::unpaged(
    Service::CloudHsm,
    "ModifyBackupAttributes",
    &[
        required("BackupId", shapes::BACKUP_ID),
        required("NeverExpires", BOOLEAN),
    ],
    SHOWN,
    Action::Write(|call| {
        let never = call.input["NeverExpires"] == true;
        backup::named_mut(call)?.never_expires = never;
        show(call)
    }),
);

fn show(call: &mut Call<'_>) -> Applied {
    let backup = backup::named_mut(call)?.clone();
    Ok(json!({ "Backup": views::backup(call.account, call.region, &backup) }))
}
