//! A raw request carries no credentials. The check is the wire protocol's own (`api::wire`).

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.unsigned",
    raises: &[
        before_rules("kms:*", "MissingAuthenticationTokenException"),
        before_rules("cloudhsmv2:*", "MissingAuthenticationTokenException"),
    ],
    docs: &[docs::KMS_ERRORS],
    origin: Origin::Documented,
    check: |_| holds(),
    fix: no_command,
    break_it: "",
};
