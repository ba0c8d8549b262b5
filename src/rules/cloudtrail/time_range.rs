//! A span of time ends after it begins.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudtrail.time-range",
    raises: &[exception(
        "cloudtrail:LookupEvents",
        20,
        "InvalidTimeRangeException",
    )],
    docs: &[docs::API_LOOKUP_EVENTS],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "aws cloudtrail lookup-events --start-time 2026-01-02 --end-time 2026-01-01",
};

fn check(facts: &dyn Facts) -> Check {
    let moment = |member: &str| -> Result<Option<f64>, crate::facts::NotGiven> {
        Ok(facts
            .member(member)
            .given()?
            .and_then(|value| value.as_f64()))
    };
    match (moment("StartTime")?, moment("EndTime")?) {
        (Some(start), Some(end)) if start > end => {
            broken([("start", start.into()), ("end", end.into())])
        }
        _ => holds(),
    }
}
