//! Custom key stores and KMS keys.

mod checklist;
mod create_key;
mod create_store;
mod edit_store;
mod key;
mod key_settings;
mod keys;
mod store;
mod stores;
mod try_it;

pub(super) use create_key::CreateKey;
pub(super) use create_store::CreateStore;
pub(super) use edit_store::EditStore;
pub(super) use key::Key;
pub(super) use keys::Keys;
pub(super) use store::Store;
pub(super) use stores::Stores;
