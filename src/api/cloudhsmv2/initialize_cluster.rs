//! InitializeCluster: the reader's CA takes possession of the cluster.

use serde_json::json;

use super::{backup, shapes};
use crate::api::shape::{STRING, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{Certificates, ClusterState, Job};
use crate::text::service::INITIALIZING;

/// InitializeCluster.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "InitializeCluster",
    input: &[
        required("ClusterId", shapes::CLUSTER_ID),
        required("SignedCert", shapes::CERTIFICATE),
        required("TrustAnchor", shapes::CERTIFICATE),
    ],
    output: &[member("State", STRING), member("StateMessage", STRING)],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.needed("ClusterId")?.to_owned();
    let signed = call.needed("SignedCert")?.to_owned();
    let anchor = call.needed("TrustAnchor")?.to_owned();
    let cluster = call.cluster_mut(&id)?;
    cluster.state = ClusterState::InitializeInProgress;
    cluster.state_message = Some(INITIALIZING.to_owned());
    // From now on the request and the hardware certificates cannot be fetched again.
    cluster.certificates = Certificates {
        cluster: Some(signed),
        ..Certificates::default()
    };
    cluster.trust_anchor = Some(anchor);
    let state = cluster.state.word();
    call.later(super::INITIALIZE, Job::ClusterInitialized { cluster: id });
    Ok(json!({ "State": state, "StateMessage": INITIALIZING }))
}

/// The cluster becomes INITIALIZED; the service takes its first backup.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    if let Some(cluster) = call.here_mut()?.clusters.get_mut(id) {
        cluster.state = ClusterState::Initialized;
        cluster.state_message = None;
        backup::take(call, id)?;
    }
    Ok(())
}
