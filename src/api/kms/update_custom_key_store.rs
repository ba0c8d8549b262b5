//! UpdateCustomKeyStore: name, cluster and password, all or nothing. The password is recorded, not tried.

use serde_json::json;

use super::shapes;
use crate::api::shape::{member, required};
use crate::api::{Action, Applied, Call, Operation, Service};

/// UpdateCustomKeyStore.
pub const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "UpdateCustomKeyStore",
    input: &[
        required("CustomKeyStoreId", shapes::STORE_ID),
        member("NewCustomKeyStoreName", shapes::STORE_NAME),
        member("KeyStorePassword", shapes::PASSWORD),
        member("CloudHsmClusterId", shapes::CLUSTER_ID),
        shapes::XKS_ENDPOINT,
        shapes::XKS_PATH,
        shapes::XKS_SERVICE,
        shapes::XKS_OWNER,
        shapes::XKS_CREDENTIAL,
        shapes::XKS_CONNECTIVITY,
    ],
    output: &[],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.needed("CustomKeyStoreId")?.to_owned();
    let name = call.text("NewCustomKeyStoreName").map(str::to_owned);
    let cluster = call.text("CloudHsmClusterId").map(str::to_owned);
    let password = call.secret("KeyStorePassword");
    let store = call.store_mut(&id)?;
    if let Some(name) = name {
        store.name = name;
    }
    if let Some(cluster) = cluster {
        store.cluster_id = cluster;
    }
    if let Some(password) = password {
        store.password = password;
    }
    Ok(json!({}))
}
