//! The command line stopped the request: a parameter is missing, unknown, of the wrong type or too small. The check is the client's own
//! (`shell::aws`); nothing was sent.

use crate::docs;
use crate::rules::{Origin, Rule, before_rules, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.stopped-by-client",
    raises: &[
        before_rules("kms:*", "ParamValidation"),
        before_rules("cloudhsmv2:*", "ParamValidation"),
        before_rules("ec2:*", "ParamValidation"),
        before_rules("iam:*", "ParamValidation"),
        before_rules("sts:*", "ParamValidation"),
        before_rules("cloudtrail:*", "ParamValidation"),
    ],
    docs: &[docs::CLI_USAGE],
    origin: Origin::Observed,
    check: |_| holds(),
    fix: no_command,
    break_it: "aws kms create-custom-key-store --custom-key-store-name Example --key-store-password short1",
};
