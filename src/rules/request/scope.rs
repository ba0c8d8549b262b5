//! The credentials of a raw request are for another service or Region. The check is the wire protocol's own (`api::wire`).

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.scope",
    raises: &[
        before_rules("kms:*", "InvalidSignatureException"),
        before_rules("cloudhsmv2:*", "InvalidSignatureException"),
    ],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Observed,
    check: |_| holds(),
    fix: no_command,
    break_it: "",
};
