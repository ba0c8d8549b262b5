//! CopyBackupToRegion. The answer does not name the copy.

use serde_json::json;

use super::{backup, shapes, tags};
use crate::api::shape::{STRING, Shape, TIMESTAMP, member, required};
use crate::api::{Action, Applied, Call, Operation, Service, region_mut};
use crate::model::{Backup, BackupState, CopySource, Job};

/// CopyBackupToRegion.
pub(super) const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "CopyBackupToRegion",
    input: &[
        required("DestinationRegion", shapes::REGION),
        required("BackupId", shapes::BACKUP_ID),
        member("TagList", shapes::TAGS),
    ],
    output: &[member(
        "DestinationBackup",
        Shape::structure(&[
            member("CreateTimestamp", TIMESTAMP),
            member("SourceRegion", STRING),
            member("SourceBackup", STRING),
            member("SourceCluster", STRING),
        ]),
    )],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let to = call.needed("DestinationRegion")?.to_owned();
    let id = call.entropy.base32_id("backup", "copy");
    let source = backup::named_mut(call)?.clone();
    let answer = json!({ "DestinationBackup": {
        "CreateTimestamp": source.created.epoch_number(),
        "SourceRegion": call.region,
        "SourceBackup": source.id,
        "SourceCluster": source.cluster_id,
    } });
    // Tags that are given take the place of those of the backup.
    let tags = if call.input["TagList"].is_null() {
        source.tags
    } else {
        tags::of(call.input)
    };
    let now = call.now();
    let copy = Backup {
        id: id.clone(),
        state: BackupState::CreateInProgress,
        never_expires: false,
        copy_of: Some(CopySource {
            region: call.region.to_owned(),
            backup: source.id,
            cluster: source.cluster_id.clone(),
            copied: now,
        }),
        policy: None,
        tags,
        ..source
    };
    region_mut(call.account, &to)?
        .backups
        .insert(id.clone(), copy);
    let due = now.plus(super::COPY_BACKUP);
    call.account
        .jobs
        .push(due, &to, Job::BackupCreated { backup: id });
    Ok(answer)
}
