//! DisconnectCustomKeyStore: keys become unavailable at once; KMS logs out and takes its interfaces away.

use serde_json::json;

use super::shapes;
use crate::api::shape::required;
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{ConnectionState, Holder, Job};

/// DisconnectCustomKeyStore.
pub const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "DisconnectCustomKeyStore",
    input: &[required("CustomKeyStoreId", shapes::STORE_ID)],
    output: &[],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.needed("CustomKeyStoreId")?.to_owned();
    let store = call.store_mut(&id)?;
    store.state = ConnectionState::Disconnecting;
    // The service forgets the error code here; what it was stays among the past failures.
    store.failure = None;
    let cluster_id = store.cluster_id.clone();
    let interfaces = std::mem::take(&mut store.interfaces);
    let group = store.security_group.take();
    let region = call.here_mut()?;
    if let Some(cluster) = region.clusters.get_mut(&cluster_id) {
        for hsm in &mut cluster.hsms {
            hsm.sessions
                .retain(|session| session.holder != Holder::Kms(id.clone()));
        }
    }
    for interface in &interfaces {
        region.network.interfaces.remove(interface);
    }
    if let Some(group) = group {
        region.network.security_groups.remove(&group);
    }
    call.later(super::DISCONNECT, Job::StoreDisconnected { store: id });
    Ok(json!({}))
}

/// The store is DISCONNECTED.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    if let Some(store) = call.here_mut()?.key_stores.get_mut(id) {
        if store.state == ConnectionState::Disconnecting {
            store.state = ConnectionState::Disconnected;
        }
    }
    Ok(())
}
