//! A raw request carries no credentials. The check is the wire protocol's own (`api::wire`).

use crate::docs;
use crate::rules::{Origin, Rule, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.unsigned",
    raises: &[],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Documented,
    check: |_| holds(),
    fix: no_command,
    break_it: "",
};
