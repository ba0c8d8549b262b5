//! The command line stopped the request: a parameter is missing, unknown, of the wrong type or too small. The check is the client's own
//! (`shell::aws`); nothing was sent.

use super::by_client;
use crate::docs;
use crate::rules::{Origin, Rule, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.stopped-by-client",
    raises: &by_client("ParamValidation"),
    docs: &[docs::CLI_USAGE],
    origin: Origin::Observed,
    check: |_| holds(),
    fix: no_command,
    break_it: "aws kms create-custom-key-store --custom-key-store-name Example --key-store-password short1",
};
