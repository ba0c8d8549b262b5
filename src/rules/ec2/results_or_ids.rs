//! Instances are listed page by page or by their ids.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.results-or-ids",
    raises: &[exception(
        "ec2:DescribeInstances",
        14,
        "InvalidParameterCombination",
    )],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::ServiceModel,
    check,
    fix: no_command,
    break_it: "\
I=$(aws ec2 describe-instances --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 describe-instances --instance-ids $I --max-results 5",
};

fn check(facts: &dyn Facts) -> Check {
    let ids = facts.texts("InstanceIds").given()?.unwrap_or_default();
    if ids.is_empty() || facts.member("MaxResults").given()?.is_none() {
        return holds();
    }
    broken([])
}
