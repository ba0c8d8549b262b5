//! The credentials of a raw request are none, or are for another service or Region. The check is the wire protocol's own (`api::wire`).

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.scope",
    raises: &[
        before_rules("kms:*", "InvalidSignatureException"),
        before_rules("cloudhsmv2:*", "InvalidSignatureException"),
        before_rules("kms:*", "IncompleteSignatureException"),
        before_rules("cloudhsmv2:*", "IncompleteSignatureException"),
        before_rules("kms:*", "UnrecognizedClientException"),
        before_rules("cloudhsmv2:*", "UnrecognizedClientException"),
    ],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Observed,
    check: |_| holds(),
    fix: no_command,
    break_it: "",
};
