//! A raw request names an operation that does not exist. The check is the wire protocol's own (`api::wire`).

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.unknown-operation",
    raises: &[
        before_rules("kms:*", "UnknownOperationException"),
        before_rules("cloudhsmv2:*", "UnknownOperationException"),
    ],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Observed,
    check: |_| holds(),
    fix: no_command,
    break_it: "lab request kms TrentService.MakeKeyStore '{}'",
};
