//! AWS KMS (service model 2014-11-01), as far as custom key stores and ordinary symmetric keys go.

pub mod connect_custom_key_store;
mod create_custom_key_store;
mod delete_custom_key_store;
mod describe_custom_key_stores;
pub mod disconnect_custom_key_store;
mod shapes;
mod update_custom_key_store;

use super::Operation;
use crate::model::MINUTE;

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[
    &connect_custom_key_store::OPERATION,
    &create_custom_key_store::OPERATION,
    &delete_custom_key_store::OPERATION,
    &describe_custom_key_stores::OPERATION,
    &disconnect_custom_key_store::OPERATION,
    &update_custom_key_store::OPERATION,
];

/// Connecting a key store: up to 20 minutes (KMS developer guide, connect-keystore).
pub const CONNECT: i64 = 20 * MINUTE;
/// Disconnecting: 5 to 10 minutes were observed.
pub const DISCONNECT: i64 = 5 * MINUTE;
