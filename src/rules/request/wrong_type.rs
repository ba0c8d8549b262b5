//! A member has the wrong JSON type. The check is the shapes themselves (`api::validate`).

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.type",
    raises: &[
        before_rules("kms:*", "SerializationException"),
        before_rules("cloudhsmv2:*", "SerializationException"),
    ],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Ours,
    check: |_| holds(),
    fix: no_command,
    break_it: "lab request kms ListKeys '{\"Limit\":\"ten\"}'",
};
