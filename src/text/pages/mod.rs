//! What the page says, place by place.

pub(crate) mod cloudhsm;
pub(crate) mod frame;
pub(crate) mod kms;
