//! ScheduleKeyDeletion and CancelKeyDeletion, and what happens when the waiting period ends.

use serde_json::json;

use super::key_view;
use super::shapes::KEY;
use crate::api::shape::{INTEGER, STRING, TIMESTAMP, member};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{
    ConnectionState, DAY, HsmState, Job, KeyDeletion, KeyMaterial, MaterialDeletion, Region,
};

/// Days of the waiting period when none are given.
const DEFAULT_DAYS: i64 = 30;

/// ScheduleKeyDeletion.
pub(super) const SCHEDULE: Operation = Operation {
    service: Service::Kms,
    name: "ScheduleKeyDeletion",
    input: &[KEY, member("PendingWindowInDays", INTEGER.within(1, 365))],
    output: &[
        member("KeyId", STRING),
        member("DeletionDate", TIMESTAMP),
        member("KeyState", STRING),
        member("PendingWindowInDays", INTEGER),
    ],
    pages: None,
    action: Action::Write(schedule),
};

/// CancelKeyDeletion.
pub(super) const CANCEL: Operation = Operation {
    service: Service::Kms,
    name: "CancelKeyDeletion",
    input: &[KEY],
    output: &[member("KeyId", STRING)],
    pages: None,
    action: Action::Write(cancel),
};

fn schedule(call: &mut Call<'_>) -> Applied {
    let id = key_view::id(call)?;
    let days = call.input["PendingWindowInDays"]
        .as_i64()
        .unwrap_or(DEFAULT_DAYS);
    let at = call.now().plus(days * DAY);
    let key = call.key_mut(&id)?;
    key.deletion = Some(at);
    let arn = key.arn.clone();
    call.later(days * DAY, Job::KeyDeleted { key: id });
    Ok(json!({
        "KeyId": arn,
        "DeletionDate": at.epoch_number(),
        "KeyState": "PendingDeletion",
        "PendingWindowInDays": days,
    }))
}

/// The key is disabled afterwards, whatever it was before.
fn cancel(call: &mut Call<'_>) -> Applied {
    let id = key_view::id(call)?;
    let key = call.key_mut(&id)?;
    key.deletion = None;
    key.enabled = false;
    let key = key.clone();
    call.account.jobs.cancel_deletion(&id);
    key_view::said(&key)
}

/// The waiting period ends. Material in a key store that is not connected stays behind in the HSMs, an orphan. It is found by its label:
/// in a cluster from an older backup the handle may be that of another key.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    let at = call.now();
    let region = call.here_mut()?;
    let Some(key) = region.keys.remove(id) else {
        return Ok(());
    };
    let material = match &key.material {
        KeyMaterial::Kms { .. } => None,
        KeyMaterial::Hsm { store_id, handle } => {
            Some(delete_material(region, store_id, &key.arn, *handle))
        }
    };
    region.deletions.push(KeyDeletion {
        at,
        key: key.arn,
        material,
    });
    Ok(())
}

/// Takes the material of a key out of the HSMs that can be reached.
fn delete_material(region: &mut Region, store: &str, arn: &str, handle: u32) -> MaterialDeletion {
    let mut material = MaterialDeletion {
        store: store.to_owned(),
        cluster: String::new(),
        handle,
        deleted: false,
    };
    let Some(store) = region.key_stores.get(store) else {
        return material;
    };
    material.cluster.clone_from(&store.cluster_id);
    if store.state == ConnectionState::Connected
        && let Some(cluster) = region.clusters.get_mut(&material.cluster)
    {
        for hsm in &mut cluster.hsms {
            if hsm.state == HsmState::Active {
                material.deleted = true;
                if let Some(place) = hsm.contents.labelled(arn, handle) {
                    hsm.contents.keys.remove(&place);
                }
            }
        }
    }
    material
}
