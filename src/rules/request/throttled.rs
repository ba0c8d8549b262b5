//! AWS KMS is called faster than it allows (`lab inject throttle`).

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "request.throttled",
    raises: &[exception("kms:*", 6, "ThrottlingException")],
    docs: &[docs::REQUEST_QUOTAS],
    origin: Origin::Documented,
    check,
    fix,
    break_it: "\
lab inject throttle CreateKey=4
aws kms create-key
aws kms create-key",
};

/// The next second is another one, unless others take all of that too.
fn fix(facts: &dyn Facts) -> Vec<String> {
    let waiting = facts
        .rate()
        .known()
        .is_none_or(|rate| rate.others.saturating_add(rate.cost) <= rate.rate);
    let (_, operation) = facts.operation().split_once(':').unwrap_or_default();
    vec![if waiting {
        "lab advance 1s".to_owned()
    } else {
        format!("lab inject throttle {operation} --off")
    }]
}

fn check(facts: &dyn Facts) -> Check {
    let Some(rate) = facts.rate().given()? else {
        return holds();
    };
    if rate.others.saturating_add(rate.spent) <= rate.rate {
        return holds();
    }
    broken([
        ("bucket", rate.bucket.into()),
        ("rate", rate.rate.into()),
        ("others", rate.others.into()),
        ("spent", rate.spent.into()),
    ])
}
