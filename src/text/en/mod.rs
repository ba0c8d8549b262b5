//! English.

mod cloudhsm;
mod cloudtrail;
mod ec2;
mod hsm;
mod iam;
mod key_management;
mod keys;
mod kms;
mod request;

use super::Words;

/// The words of all rules.
pub(super) const RULES: &[&[Words]] = &[
    request::RULES,
    kms::RULES,
    cloudhsm::RULES,
    cloudtrail::RULES,
    ec2::requests::RULES,
    ec2::networks::RULES,
    ec2::traffic::RULES,
    ec2::interfaces::RULES,
    hsm::RULES,
    iam::RULES,
    keys::RULES,
    key_management::RULES,
];
