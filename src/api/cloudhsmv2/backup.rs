//! Backups, which the service takes by itself: at initialization and activation, when an HSM joins or leaves, and every day.

use crate::api::{Bug, Call};
use crate::model::{Backup, BackupState, Cluster, DAY, HsmContents, Job, Region, Sort, Timestamp};

/// Days in which a deleted backup can be restored (CloudHSM user guide, delete-restore-backup).
const RESTORABLE_DAYS: i64 = 7;

/// Takes a backup of a cluster; one without an active HSM has nothing to back up.
///
/// # Errors
/// [`Bug`] when there is no such Region.
pub fn take(call: &mut Call<'_>, cluster_id: &str) -> Result<(), Bug> {
    let now = call.now();
    let id = call.entropy.base32_id(
        "backup",
        &format!("{cluster_id}/{}/{}", now.0, call.here()?.backups.len()),
    );
    let region = call.here_mut()?;
    let Some(cluster) = region.clusters.get(cluster_id) else {
        return Ok(());
    };
    let Some(contents) = cluster.active_hsms().next().map(|hsm| hsm.contents.clone()) else {
        return Ok(());
    };
    let backup = Backup {
        id: id.clone(),
        state: BackupState::CreateInProgress,
        cluster_id: cluster.id.clone(),
        created: now,
        never_expires: false,
        hsm_type: cluster.hsm_type.clone(),
        mode: cluster.mode.clone(),
        lineage: cluster.lineage.clone(),
        cluster_certificate: cluster.certificates.cluster.clone(),
        trust_anchor: cluster.trust_anchor.clone(),
        contents,
        delete_at: None,
        copy_of: None,
        policy: None,
        tags: cluster.tags.clone(),
    };
    region.backups.insert(id.clone(), backup);
    call.later(super::BACKUP, Job::BackupCreated { backup: id });
    Ok(())
}

/// The backup that the request names, to change it.
///
/// # Errors
/// [`Bug`] when it was not checked.
pub(super) fn named_mut<'a>(call: &'a mut Call<'_>) -> Result<&'a mut Backup, Bug> {
    let named = call.text("BackupId").or_else(|| call.text("ResourceArn"));
    let id = named.and_then(|name| name.rsplit('/').next());
    let id = id.unwrap_or_default().to_owned();
    call.here_mut()?
        .backups
        .get_mut(&id)
        .ok_or_else(|| Bug(format!("no backup {id}")))
}

/// The backups that were taken of a cluster and can be restored.
fn ready<'a>(region: &'a Region, cluster_id: &str) -> impl Iterator<Item = &'a Backup> {
    region.backups.values().filter(move |backup| {
        backup.cluster_id == cluster_id
            && backup.copy_of.is_none()
            && backup.state == BackupState::Ready
    })
}

/// The newest backup of a cluster that was not deleted, or the one it was restored from.
#[must_use]
pub fn newest<'a>(region: &'a Region, cluster: &Cluster) -> Option<&'a Backup> {
    region
        .backups
        .values()
        .filter(|backup| {
            let gone = [BackupState::PendingDeletion, BackupState::Deleted];
            backup.cluster_id == cluster.id && !gone.contains(&backup.state)
        })
        .max_by_key(|backup| backup.created)
        .or_else(|| region.backups.get(cluster.source_backup.as_ref()?))
}

/// The backup becomes READY.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    if let Some(backup) = call.here_mut()?.backups.get_mut(id)
        && backup.state == BackupState::CreateInProgress
    {
        backup.state = BackupState::Ready;
    }
    Ok(())
}

/// The daily backup, after which those past their retention go.
pub(in crate::api) fn daily(call: &mut Call<'_>, cluster_id: &str) -> Result<(), Bug> {
    take(call, cluster_id)?;
    let Some(cluster) = call.here()?.clusters.get(cluster_id) else {
        return Ok(());
    };
    purge(call, cluster_id, cluster.retention_days)?;
    call.later(
        DAY,
        Job::DailyBackup {
            cluster: cluster_id.to_owned(),
        },
    );
    Ok(())
}

/// What is left of a deleted cluster: its backups, which retention deletes as before. The last one stays.
pub(in crate::api) fn retired(call: &mut Call<'_>, cluster_id: &str, days: u16) -> Result<(), Bug> {
    purge(call, cluster_id, days)?;
    let left = call.here()?.backups.values().filter(|backup| {
        backup.cluster_id == cluster_id
            && backup.copy_of.is_none()
            && backup.state != BackupState::Deleted
    });
    if left.count() > 1 {
        let cluster = cluster_id.to_owned();
        call.later(DAY, Job::BackupRetention { cluster, days });
    }
    Ok(())
}

/// Deletes the backups past their retention. The last one, one that never expires, and a copy are kept.
fn purge(call: &mut Call<'_>, cluster_id: &str, days: u16) -> Result<(), Bug> {
    let oldest_kept = call.now().plus(-i64::from(days) * DAY);
    let region = call.here()?;
    let spared = ready(region, cluster_id).count().saturating_sub(1);
    let mut past: Vec<(Timestamp, String)> = ready(region, cluster_id)
        .filter(|backup| backup.created < oldest_kept && !backup.never_expires)
        .map(|backup| (backup.created, backup.id.clone()))
        .collect();
    past.order();
    for (_, id) in past.into_iter().take(spared) {
        mark_deleted(call, &id)?;
    }
    Ok(())
}

/// Puts a backup into PENDING_DELETION.
///
/// # Errors
/// [`Bug`] when there is no such Region.
pub(super) fn mark_deleted(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    let at = call.now().plus(RESTORABLE_DAYS * DAY);
    if let Some(backup) = call.here_mut()?.backups.get_mut(id) {
        backup.state = BackupState::PendingDeletion;
        backup.delete_at = Some(at);
        call.later(
            RESTORABLE_DAYS * DAY,
            Job::BackupDeleted {
                backup: id.to_owned(),
            },
        );
    }
    Ok(())
}

/// The pending deletion becomes final, unless the backup was restored meanwhile; its content is deleted, and later its entry in the list.
pub(in crate::api) fn delete(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    let now = call.now();
    let backups = &mut call.here_mut()?.backups;
    match backups.get_mut(id) {
        Some(backup) if backup.state == BackupState::Deleted => {
            backups.remove(id);
        }
        Some(backup) if backup.delete_at.is_some_and(|at| at <= now) => {
            backup.state = BackupState::Deleted;
            backup.contents = HsmContents::default();
            let job = Job::BackupDeleted { backup: id.into() };
            call.later(super::FORGET_BACKUP, job);
        }
        _ => {}
    }
    Ok(())
}
