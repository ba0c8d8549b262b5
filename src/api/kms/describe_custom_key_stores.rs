//! DescribeCustomKeyStores.

use serde_json::{Value, json};

use super::shapes::{self, LIMIT, MARKER, listed, pages};
use crate::api::operation::Pages;
use crate::api::shape::{Shape, member};
use crate::api::{Action, Applied, Operation, Service, paged};
use crate::facts::AccountFacts;
use crate::model::{ConnectionState, KeyStore, Sort};

/// DescribeCustomKeyStores.
pub const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "DescribeCustomKeyStores",
    input: &[
        member("CustomKeyStoreId", shapes::STORE_ID),
        member("CustomKeyStoreName", shapes::STORE_NAME),
        LIMIT,
        MARKER,
    ],
    output: &listed("CustomKeyStores", &Shape::structure(shapes::STORE)),
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = pages("CustomKeyStores", 100);

fn read(facts: &AccountFacts<'_>) -> Applied {
    let wanted = |name: &str, value: &str| facts.given_text(name).is_none_or(|text| text == value);
    let mut stores: Vec<&KeyStore> = facts
        .here()
        .into_iter()
        .flat_map(|region| region.key_stores.values())
        .filter(|store| {
            wanted("CustomKeyStoreId", &store.id) && wanted("CustomKeyStoreName", &store.name)
        })
        .collect();
    stores.order_by_key(|store| store.created);
    let stores = stores.into_iter();
    Ok(paged(&PAGES, facts, stores, show, json!({})))
}

/// A store as the service shows it: the error code only while FAILED, the password never.
fn show(store: &KeyStore) -> Value {
    let mut shown = json!({
        "CustomKeyStoreId": store.id,
        "CustomKeyStoreName": store.name,
        "CloudHsmClusterId": store.cluster_id,
        "TrustAnchorCertificate": store.trust_anchor,
        "ConnectionState": store.state.word(),
    });
    if let (ConnectionState::Failed, Some(failure)) = (store.state, &store.failure) {
        shown["ConnectionErrorCode"] = failure.code.clone().into();
    }
    shown["CreationDate"] = store.created.epoch_number();
    shown["CustomKeyStoreType"] = "AWS_CLOUDHSM".into();
    shown
}
