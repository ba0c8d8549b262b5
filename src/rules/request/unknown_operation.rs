//! A raw request names an operation that does not exist. The check is the wire protocol's own (`api::wire`).

use crate::docs;
use crate::rules::{Origin, Rule, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.unknown-operation",
    raises: &[],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Observed,
    check: |_| holds(),
    fix: no_command,
    break_it: "lab request kms TrentService.MakeKeyStore '{}'",
};
