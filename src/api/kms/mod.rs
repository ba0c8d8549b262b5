//! AWS KMS (service model 2014-11-01), as far as custom key stores and ordinary symmetric keys go.

pub mod connect_custom_key_store;
mod create_custom_key_store;
mod create_key;
mod data_keys;
mod delete_custom_key_store;
mod describe_custom_key_stores;
mod describe_key;
pub mod disconnect_custom_key_store;
mod encrypt;
pub mod key_deletion;
mod key_enabling;
mod key_rotation;
mod key_view;
mod list_keys;
mod re_encrypt;
mod shapes;
#[cfg(test)]
mod tests;
mod update_custom_key_store;

use super::Operation;
use crate::model::MINUTE;

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[
    &key_deletion::CANCEL,
    &connect_custom_key_store::OPERATION,
    &create_custom_key_store::OPERATION,
    &create_key::OPERATION,
    &encrypt::DECRYPT,
    &delete_custom_key_store::OPERATION,
    &describe_custom_key_stores::OPERATION,
    &describe_key::OPERATION,
    &key_enabling::DISABLE,
    &key_rotation::DISABLE,
    &disconnect_custom_key_store::OPERATION,
    &key_enabling::ENABLE,
    &key_rotation::ENABLE,
    &encrypt::ENCRYPT,
    &data_keys::WITH_PLAINTEXT,
    &data_keys::WITHOUT_PLAINTEXT,
    &data_keys::RANDOM,
    &key_rotation::STATUS,
    &list_keys::OPERATION,
    &re_encrypt::OPERATION,
    &key_deletion::SCHEDULE,
    &update_custom_key_store::OPERATION,
];

/// Connecting a key store: up to 20 minutes (KMS developer guide, connect-keystore).
pub const CONNECT: i64 = 20 * MINUTE;
/// Disconnecting: 5 to 10 minutes were observed.
pub const DISCONNECT: i64 = 5 * MINUTE;
