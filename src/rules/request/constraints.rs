//! A member violates a constraint of the service model. The check is the shapes themselves (`api::validate`).

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.constraints",
    raises: &[
        before_rules("kms:*", "ValidationException"),
        before_rules("cloudhsmv2:*", "ValidationException"),
        before_rules("ec2:*", "ValidationException"),
        before_rules("sts:*", "ValidationException"),
    ],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::ServiceModel,
    check: |_| holds(),
    fix: no_command,
    break_it: "aws kms create-custom-key-store --custom-key-store-name Example --key-store-password 123456789012345678901234567890123",
};
