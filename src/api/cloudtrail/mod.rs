//! AWS CloudTrail (API version 2013-11-01): the event history. Every event is made from the entry of its call when somebody looks.

mod event;
mod lookup_events;
mod note;
mod record;
mod shown;

pub use event::{Happening, log_id};
pub use lookup_events::happenings;
pub use note::Noted;

use super::Operation;

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[&lookup_events::OPERATION];
