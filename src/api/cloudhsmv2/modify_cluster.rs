//! ModifyCluster: another backup retention, another HSM type, or the change back to the former type.

use serde_json::json;

use super::{create_cluster, shapes, views};
use crate::api::shape::{Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{ClusterState, HOUR, Job, Rollback};

/// ModifyCluster.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "ModifyCluster",
    input: &[
        member("HsmType", shapes::HSM_TYPE),
        member("BackupRetentionPolicy", shapes::RETENTION),
        required("ClusterId", shapes::CLUSTER_ID),
    ],
    output: &[member("Cluster", Shape::structure(shapes::CLUSTER))],
    pages: None,
    action: Action::Write(apply),
};

/// How long a cluster can go back to its former HSM type (CloudHSM user guide).
const ROLLBACK: i64 = 24 * HOUR;

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.needed("ClusterId")?.to_owned();
    let days = create_cluster::retention(call.input);
    let hsm_type = call.text("HsmType").map(str::to_owned);
    let cluster = call.cluster_mut(&id)?;
    if let Some(days) = days {
        cluster.retention_days = days;
    }
    // One HSM after the other is replaced; a cluster without HSMs has nothing to wait for but its turn.
    let hsms = i64::try_from(cluster.hsms.len()).unwrap_or(i64::MAX).max(1);
    if hsm_type.is_some() {
        cluster.state = if cluster.rollback.is_some() {
            ClusterState::RollbackInProgress
        } else {
            ClusterState::ModifyInProgress
        };
    }
    let answer = json!({ "Cluster": views::cluster(cluster) });
    if let Some(hsm_type) = hsm_type {
        let job = Job::ClusterModified {
            cluster: id,
            hsm_type,
        };
        call.later(super::MODIFY_HSM * hsms, job);
    }
    Ok(answer)
}

/// The cluster has its new HSM type, and a day to go back, or it has gone back.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str, hsm_type: String) -> Result<(), Bug> {
    let until = call.now().plus(ROLLBACK);
    let Some(cluster) = call.here_mut()?.clusters.get_mut(id) else {
        return Ok(());
    };
    let before = std::mem::replace(&mut cluster.hsm_type, hsm_type);
    cluster.rollback = (cluster.state == ClusterState::ModifyInProgress).then_some(Rollback {
        hsm_type: before,
        until,
    });
    cluster.state = ClusterState::Active;
    Ok(())
}
