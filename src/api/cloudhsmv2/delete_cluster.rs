//! DeleteCluster. A key store that uses the cluster does not prevent it.

use serde_json::json;

use super::{shapes, views};
use crate::api::shape::{Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{ClusterState, DAY, Job};
use crate::text::service as words;

/// DeleteCluster.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "DeleteCluster",
    input: &[required("ClusterId", shapes::CLUSTER_ID)],
    output: &[member("Cluster", Shape::structure(shapes::CLUSTER))],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.needed("ClusterId")?.to_owned();
    let cluster = call.cluster_mut(&id)?;
    cluster.state = ClusterState::DeleteInProgress;
    cluster.state_message = Some(words::DELETING.to_owned());
    let answer = json!({ "Cluster": views::cluster(cluster) });
    call.later(super::DELETE_CLUSTER, Job::ClusterDeleted { cluster: id });
    Ok(answer)
}

/// The cluster becomes DELETED, stays listed for a while, and its security group goes.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    let region = call.here_mut()?;
    let Some(cluster) = region.clusters.get_mut(id) else {
        return Ok(());
    };
    let days = cluster.retention_days;
    cluster.state = ClusterState::Deleted;
    cluster.state_message = None;
    if let Some(group) = cluster.security_group.take() {
        let used = region
            .network
            .interfaces
            .values()
            .any(|interface| interface.groups.contains(&group));
        if !used {
            region.network.security_groups.remove(&group);
        }
    }
    call.account.jobs.cancel(
        |scheduled| matches!(&scheduled.job, Job::DailyBackup { cluster } if cluster == id),
    );
    // Its backups outlive it for as long as they would have been kept.
    call.later(
        DAY,
        Job::BackupRetention {
            cluster: id.into(),
            days,
        },
    );
    call.later(
        super::FORGET_CLUSTER,
        Job::ClusterForgotten { cluster: id.into() },
    );
    Ok(())
}
