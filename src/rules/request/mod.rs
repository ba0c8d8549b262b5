//! Rules that every request meets, whatever the service.

use super::{Raise, before_rules};
use crate::facts::{self, Facts, NotGiven};

crate::rules::registry! {
    constraints,
    denied,
    not_here,
    region_not_here,
    sample_id,
    scope,
    stopped_by_client,
    throttled,
    unknown_operation,
    unreadable,
    unsigned,
    wrong_type,
}

/// What the client raises before it sends a request to any of the services.
const fn by_client(name: &'static str) -> [Raise; 6] {
    [
        before_rules("kms:*", name),
        before_rules("cloudhsmv2:*", name),
        before_rules("ec2:*", name),
        before_rules("iam:*", name),
        before_rules("sts:*", name),
        before_rules("cloudtrail:*", name),
    ]
}

/// The ARN of the caller.
pub(super) fn user(facts: &dyn Facts) -> Result<String, NotGiven> {
    let account = facts.account().given()?;
    Ok(account.map_or_else(String::new, |account| account.user_arn()))
}

/// Gives back whatever keeps the caller from the request.
pub(super) fn allow(facts: &dyn Facts) -> Vec<String> {
    let (Some(needed), Some(account)) = (facts.denied().known(), facts.account().known()) else {
        return Vec::new();
    };
    let covers = |denied: &&String| needed.iter().any(|action| facts::covers(denied, action));
    let denied = account.injected.denied.iter().filter(covers);
    denied
        .map(|denied| {
            // A star would name files to the shell.
            let quote = if denied.ends_with('*') { "'" } else { "" };
            format!("lab allow {quote}{denied}{quote}")
        })
        .collect()
}
