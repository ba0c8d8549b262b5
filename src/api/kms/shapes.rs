//! Shapes shared by the key store operations.

use crate::api::shape::{Member, STRING, Shape, TIMESTAMP, member};

pub(super) const STORE_ID: Shape = STRING.within(1, 64);
pub(super) const STORE_NAME: Shape = STRING.within(1, 256);
pub(super) const CLUSTER_ID: Shape = STRING.within(19, 24).matching("cluster-[2-7a-zA-Z]{11,16}");
pub(super) const PASSWORD: Shape = STRING.within(7, 32).secret();
pub(super) const ANCHOR: Shape = STRING.within(1, 5_000).pem();
pub(super) const STORE_TYPE: Shape = Shape::words(&["AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]);

pub(super) const STORE: &[Member] = &[
    member("CustomKeyStoreId", STRING),
    member("CustomKeyStoreName", STRING),
    member("CloudHsmClusterId", STRING),
    member("TrustAnchorCertificate", STRING),
    member("ConnectionState", STRING),
    member("ConnectionErrorCode", STRING),
    member("CreationDate", TIMESTAMP),
    member("CustomKeyStoreType", STRING),
];
