//! A page has from 5 to 1,000 items, of route tables to 100.

use super::PAGED;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds, in_each, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.max-results",
    raises: &in_each(PAGED, 10, "InvalidParameterValue"),
    docs: &[docs::EC2_ERRORS],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "aws ec2 describe-vpcs --max-results 1001",
};

fn check(facts: &dyn Facts) -> Check {
    let most = if facts.operation() == "ec2:DescribeRouteTables" {
        100
    } else {
        1_000
    };
    match facts
        .member("MaxResults")
        .given()?
        .and_then(|limit| limit.as_i64())
    {
        Some(limit) if !(5..=most).contains(&limit) => {
            broken([("limit", limit.into()), ("most", most.into())])
        }
        _ => holds(),
    }
}
