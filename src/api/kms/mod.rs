//! AWS KMS (service model 2014-11-01), all of its operations. Custom key stores and ordinary symmetric
//! keys are simulated.

mod aliases;
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
mod key_policies;
mod key_rotation;
mod key_tags;
mod key_view;
mod list_keys;
mod re_encrypt;
mod refused;
mod shapes;
#[cfg(test)]
mod tests;
mod update_custom_key_store;
mod update_key_description;

pub use key_policies::key_policy;

use super::Operation;
use crate::model::MINUTE;

/// The operations of the service that do something.
pub const OPERATIONS: &[&Operation] = &[
    &key_deletion::CANCEL,
    &connect_custom_key_store::OPERATION,
    &aliases::CREATE,
    &create_custom_key_store::OPERATION,
    &create_key::OPERATION,
    &encrypt::DECRYPT,
    &aliases::DELETE,
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
    &key_policies::GET,
    &key_rotation::STATUS,
    &aliases::LIST,
    &key_policies::LIST,
    &key_rotation::LIST,
    &list_keys::OPERATION,
    &key_tags::LIST,
    &key_policies::PUT,
    &re_encrypt::OPERATION,
    &key_rotation::ON_DEMAND,
    &key_deletion::SCHEDULE,
    &key_tags::TAG,
    &key_tags::UNTAG,
    &aliases::UPDATE,
    &update_custom_key_store::OPERATION,
    &update_key_description::OPERATION,
];

/// Its other operations, of which every call is refused.
pub use refused::OPERATIONS as REFUSED;

/// Connecting a key store: up to 20 minutes (KMS developer guide, connect-keystore).
pub const CONNECT: i64 = 20 * MINUTE;
/// Disconnecting: 5 to 10 minutes were observed.
pub const DISCONNECT: i64 = 5 * MINUTE;
