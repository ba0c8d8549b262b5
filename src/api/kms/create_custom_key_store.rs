//! CreateCustomKeyStore. It looks at the cluster from outside only: whether kmsuser exists and its password is right shows when the
//! store is connected.

use serde_json::{Value, json};

use super::shapes;
use crate::api::shape::{STRING, member, required};
use crate::api::{Action, Applied, Call, Operation, Service, iam};
use crate::facts::AccountFacts;
use crate::model::{ConnectionState, KeyStore, LinkedService, Secret};

/// CreateCustomKeyStore.
pub const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "CreateCustomKeyStore",
    input: &[
        required("CustomKeyStoreName", shapes::STORE_NAME),
        member("CloudHsmClusterId", shapes::CLUSTER_ID),
        member("TrustAnchorCertificate", shapes::ANCHOR),
        member("KeyStorePassword", shapes::PASSWORD),
        member("CustomKeyStoreType", shapes::STORE_TYPE),
        shapes::XKS_ENDPOINT,
        shapes::XKS_PATH,
        shapes::XKS_SERVICE,
        shapes::XKS_OWNER,
        shapes::XKS_CREDENTIAL,
        shapes::XKS_CONNECTIVITY,
    ],
    output: &[member("CustomKeyStoreId", STRING)],
    pages: None,
    action: Action::WriteUnless(REPLAYED, replay, apply),
};

/// Rules below this order are asked before a repeated request is recognized.
const REPLAYED: u16 = 20;

/// A request that repeats all values of a store that is not connected answers that store. Once it was connected its password is
/// another one, so nothing repeats it any more.
fn replay(facts: &AccountFacts<'_>) -> Option<Value> {
    let password = Secret::from_value(facts.input().get("KeyStorePassword")?)?;
    let same = |store: &&KeyStore| {
        store.state == ConnectionState::Disconnected
            && Some(store.name.as_str()) == facts.given_text("CustomKeyStoreName")
            && Some(store.cluster_id.as_str()) == facts.given_text("CloudHsmClusterId")
            && Some(store.trust_anchor.as_str()) == facts.given_text("TrustAnchorCertificate")
            && store.password == password
    };
    let store = facts.here()?.key_stores.values().find(same)?;
    Some(json!({ "CustomKeyStoreId": store.id }))
}

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.entropy.hex_id("cks", "key-store");
    let cluster_id = call.needed("CloudHsmClusterId")?.to_owned();
    let store = KeyStore {
        id: id.clone(),
        name: call.needed("CustomKeyStoreName")?.to_owned(),
        lineage: call.cluster_mut(&cluster_id)?.lineage.clone(),
        cluster_id,
        trust_anchor: call.needed("TrustAnchorCertificate")?.to_owned(),
        password: call
            .secret("KeyStorePassword")
            .ok_or_else(|| crate::api::Bug("the password was not sealed".into()))?,
        state: ConnectionState::Disconnected,
        failure: None,
        past_failures: Vec::new(),
        created: call.now(),
        attempt: 0,
        interfaces: Vec::new(),
        security_group: None,
    };
    call.here_mut()?.key_stores.insert(id.clone(), store);
    iam::link(call, LinkedService::KeyStores, None);
    Ok(json!({ "CustomKeyStoreId": id }))
}
