//! What the page says, place by place.

pub(crate) mod frame;
pub(crate) mod kms;
