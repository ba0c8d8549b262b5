//! Every failure, once. A rule looks at [`Facts`], and the API refuses with it, the page shows it before a form is sent, and the
//! catalogue lists it. To add a failure: one file here, one line in the list at the end, its words in `text`, and its fixture.

pub mod catalogue;
mod judge;
mod openings;
mod rule;
pub mod scripts;

pub use judge::{Broken, Stop, first_broken};
pub use openings::{open_group, openings};
pub use rule::{
    Check, Evidence, Origin, Raise, Raised, Rule, Verdict, before_rules, both, broken,
    connection_error, exception, holds, in_each, no_command,
};

/// The rule of that id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// All rules, service by service.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [REQUEST, KMS, KEYS, CLOUDHSM, CLOUDTRAIL, EC2, IAM, HSM]
        .into_iter()
        .flatten()
        .copied()
}

mod cloudhsm;
mod cloudtrail;
mod ec2;
mod hsm;
mod iam;
mod keys;
mod kms;
mod request;

pub use cloudhsm::RULES as CLOUDHSM;
pub use cloudtrail::RULES as CLOUDTRAIL;
pub use ec2::RULES as EC2;
pub use hsm::RULES as HSM;
pub use iam::RULES as IAM;
pub use keys::RULES as KEYS;
pub use kms::RULES as KMS;
pub use request::RULES as REQUEST;

/// Declares the modules of a folder of rules and lists them: one line a failure.
macro_rules! registry {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+
        /// The rules of this folder.
        pub const RULES: &[&crate::rules::Rule] = &[$(&$name::RULE),+];
    };
}
pub(crate) use registry;
