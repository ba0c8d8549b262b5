//! What the page says, place by place.

pub(crate) mod cloudhsm;
pub(crate) mod deeds;
pub(crate) mod events;
pub(crate) mod failures;
pub(crate) mod faults;
pub(crate) mod fidelity;
pub(crate) mod frame;
pub(crate) mod host;
pub(crate) mod kms;
pub(crate) mod road;
pub(crate) mod sandboxes;
pub(crate) mod shared;
pub(crate) mod users;
pub(crate) mod vpc;
