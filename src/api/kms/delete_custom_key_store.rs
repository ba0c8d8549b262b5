//! DeleteCustomKeyStore: the cluster, its users and its keys stay as they are, and the cluster may be associated again.

use serde_json::json;

use super::shapes;
use crate::api::shape::required;
use crate::api::{Action, Applied, Call, Operation, Service};

/// DeleteCustomKeyStore.
pub const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "DeleteCustomKeyStore",
    input: &[required("CustomKeyStoreId", shapes::STORE_ID)],
    output: &[],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.needed("CustomKeyStoreId")?.to_owned();
    call.here_mut()?.key_stores.remove(&id);
    Ok(json!({}))
}
