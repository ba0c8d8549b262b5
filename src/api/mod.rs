//! AWS: one file per operation, grouped by service; the shapes that describe them; the door through which a call runs.

pub mod cloudhsmv2;
pub mod cloudtrail;
pub mod ec2;
mod error;
pub mod iam;
mod invoke;
mod jobs;
pub mod kms;
mod operation;
mod page;
mod seal;
pub mod shape;
pub mod sts;
mod validate;
pub mod wire;

pub use error::{AwsError, CallError, Explanation};
pub use invoke::{invoke, view};
pub use jobs::{Surroundings, advance_to};
pub use operation::{Action, Applied, Bug, Call, Operation, Pages, Service, region_mut};
pub use page::{page, paged};
pub use seal::{is_sealed, seal};
pub use validate::{Malformed, matches_whole, validate};

/// All operations, service by service.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    [
        kms::OPERATIONS,
        kms::REFUSED,
        cloudhsmv2::OPERATIONS,
        ec2::OPERATIONS,
        iam::OPERATIONS,
        sts::OPERATIONS,
        cloudtrail::OPERATIONS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The operation of that service and name.
#[must_use]
pub fn operation(service: &str, name: &str) -> Option<&'static Operation> {
    operations().find(|operation| operation.service.word() == service && operation.name == name)
}
