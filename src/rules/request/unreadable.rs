//! The body of a raw request is no JSON object. The check is the wire protocol's own (`api::wire`).

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.unreadable",
    raises: &[
        before_rules("kms:*", "SerializationException"),
        before_rules("cloudhsmv2:*", "SerializationException"),
    ],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Ours,
    check: |_| holds(),
    fix: no_command,
    break_it: "lab request kms ListKeys '{\"Limit\":'",
};
