//! DeleteHsm. The HSM stays listed for a while and keeps blocking the deletion of its cluster.

use serde_json::json;

use super::{backup, shapes};
use crate::api::shape::{STRING, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{Certificates, ClusterState, Hsm, HsmState, Job};

/// DeleteHsm.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "DeleteHsm",
    input: &[
        required("ClusterId", shapes::CLUSTER_ID),
        member("HsmId", shapes::HSM_ID),
        member("EniId", shapes::ENI_ID),
        member("EniIp", shapes::IP_ADDRESS),
    ],
    output: &[member("HsmId", STRING)],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let cluster_id = call.needed("ClusterId")?.to_owned();
    let input = call.input;
    let cluster = call.cluster_mut(&cluster_id)?;
    let names = |name: &str, value: &str| input[name].as_str().is_none_or(|text| text == value);
    let wanted = |hsm: &&Hsm| {
        names("HsmId", &hsm.id) && names("EniId", &hsm.eni_id) && names("EniIp", &hsm.ip)
    };
    let id = cluster
        .hsms
        .iter()
        .find(wanted)
        .map(|hsm| hsm.id.clone())
        .ok_or_else(|| Bug("the HSM was not checked".into()))?;
    let activated = cluster.activated;
    if cluster.state == ClusterState::Uninitialized {
        // The request was this HSM's: the next first HSM brings another one.
        cluster.certificates = Certificates::default();
    }
    let was_active = cluster
        .hsm(&id)
        .is_some_and(|hsm| hsm.state == HsmState::Active);
    if activated && was_active {
        backup::take(call, &cluster_id)?;
    }
    let cluster = call.cluster_mut(&cluster_id)?;
    let Some(hsm) = cluster.hsm_mut(&id) else {
        return Err(Bug("the HSM was not checked".into()));
    };
    hsm.state = HsmState::DeleteInProgress;
    hsm.sessions.clear();
    let eni = hsm.eni_id.clone();
    call.here_mut()?.network.interfaces.remove(&eni);
    call.account.jobs.cancel(|scheduled| match &scheduled.job {
        Job::HsmCreated { hsm, .. } | Job::HsmSnapshot { hsm, .. } => *hsm == id,
        _ => false,
    });
    call.later(
        super::DELETE_HSM,
        Job::HsmDeleted {
            cluster: cluster_id,
            hsm: id.clone(),
        },
    );
    Ok(json!({ "HsmId": id }))
}

/// The HSM is no longer listed.
pub(in crate::api) fn finish(call: &mut Call<'_>, cluster: &str, hsm: &str) -> Result<(), Bug> {
    if let Some(cluster) = call.here_mut()?.clusters.get_mut(cluster) {
        cluster.hsms.retain(|other| other.id != hsm);
    }
    Ok(())
}
