//! The waiting period of a deletion is 7 to 30 days.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.deletion-window",
    raises: &[exception(
        "kms:ScheduleKeyDeletion",
        30,
        "ValidationException",
    )],
    docs: &[docs::DELETE_KEYS],
    origin: Origin::Observed,
    check,
    fix: |facts| {
        let days = facts.member("PendingWindowInDays").known();
        let nearest = days
            .and_then(|days| days.as_i64())
            .map_or(30, |days| days.clamp(7, 30));
        again(facts, &[("PendingWindowInDays", &nearest.to_string())], &[])
    },
    break_it: "\
K=$(aws kms create-key --query KeyMetadata.KeyId --output text)
aws kms schedule-key-deletion --key-id $K --pending-window-in-days 6",
};

fn check(facts: &dyn Facts) -> Check {
    match facts
        .member("PendingWindowInDays")
        .given()?
        .and_then(|days| days.as_i64())
    {
        Some(days) if !(7..=30).contains(&days) => broken([("days", days.into())]),
        _ => holds(),
    }
}
