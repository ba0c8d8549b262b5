//! A command is for a Region that the playground does not simulate: nobody answers there. The check is the client's own (`shell::aws`).

use super::by_client;
use crate::docs;
use crate::rules::{Origin, Rule, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "request.region-not-here",
    // The name by which the client itself knows it; it prints none.
    raises: &by_client("EndpointConnectionError"),
    docs: &[docs::CLI_USAGE],
    origin: Origin::Ours,
    check: |_| holds(),
    fix: no_command,
    break_it: "aws kms list-keys --region eu-central-1",
};
