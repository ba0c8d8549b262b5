//! Amazon EC2 (API version 2016-11-15): the slice that a cluster stands on.

pub mod default_vpc;
pub mod security_groups;

use super::Operation;

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[];
