//! Words of the rules of the EC2 operations.

pub(super) mod interfaces;
pub(super) mod networks;
pub(super) mod requests;
pub(super) mod traffic;
