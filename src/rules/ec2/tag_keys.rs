//! Tag keys that begin with aws: belong to AWS.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.tag-keys",
    raises: &[exception("ec2:CreateTags", 30, "InvalidParameterValue")],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
V=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
aws ec2 create-tags --resources $V --tags Key=aws:team,Value=a",
};

fn check(facts: &dyn Facts) -> Check {
    let tags = facts.member("Tags").given()?.unwrap_or_default();
    let key = tags
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|tag| tag["Key"].as_str())
        .find(|key| key.to_lowercase().starts_with("aws:"));
    match key {
        Some(key) => broken([("tag", key.into())]),
        None => holds(),
    }
}
