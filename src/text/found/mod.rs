//! What rules found, in phrases that stand within the words of a rule: each fills one of their `{names}`.

pub mod certificates;
pub mod cloudhsm;
pub mod ec2;
pub mod hsm;
pub mod keys;
pub mod kms;
pub mod request;
