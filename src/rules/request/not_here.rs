//! The command line has no such service or operation: mistyped, or of AWS and not simulated. The check is the client's own (`shell::aws`);
//! nothing was sent.

use super::by_client;
use crate::docs;
use crate::rules::{Origin, Rule, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.not-here",
    raises: &by_client("ParamValidation"),
    docs: &[docs::CLI_USAGE],
    origin: Origin::Observed,
    check: |_| holds(),
    fix: no_command,
    break_it: "aws ec2 run-instances --image-id ami-0abcdef1234567890",
};
