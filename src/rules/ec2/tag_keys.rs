//! Tags have keys that differ, are short enough and do not belong to AWS.

use serde_json::Value;

use crate::docs;
use crate::facts::{Facts, NotGiven};
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

const CODE: &str = "InvalidParameterValue";

pub(super) const RULE: Rule = Rule {
    id: "ec2.tag-keys",
    raises: &[
        exception("ec2:CreateTags", 30, CODE),
        exception("ec2:CreateVpc", 13, CODE),
        exception("ec2:CreateSubnet", 13, CODE),
        exception("ec2:CreateSecurityGroup", 13, CODE),
        exception("ec2:CreateRouteTable", 13, CODE),
        exception("ec2:CreateInternetGateway", 13, CODE),
        exception("ec2:CreateNetworkInterface", 13, CODE),
        exception("ec2:CreateNetworkAcl", 13, CODE),
    ],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "\
V=$(aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text)
aws ec2 create-tags --resources $V --tags Key=aws:team,Value=a",
};

/// The most characters of a key and of a value.
const LONGEST: (usize, usize) = (128, 256);

/// The tags that a request gives: to what is there, or to what it makes.
pub(super) fn given(facts: &dyn Facts) -> Result<Vec<Value>, NotGiven> {
    let tags = facts.member("Tags").given()?.unwrap_or_default();
    let made = facts
        .member("TagSpecifications")
        .given()?
        .unwrap_or_default();
    let made = made
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| &one["Tags"]);
    Ok(std::iter::once(&tags)
        .chain(made)
        .filter_map(Value::as_array)
        .flatten()
        .cloned()
        .collect())
}

fn check(facts: &dyn Facts) -> Check {
    let mut keys: Vec<String> = Vec::new();
    for tag in given(facts)? {
        let key = tag["Key"].as_str().unwrap_or_default();
        let value = tag["Value"].as_str().unwrap_or_default();
        let message = if key.is_empty() {
            "Tag key cannot be null or empty.".to_owned()
        } else if key.to_lowercase().starts_with("aws:") {
            "Tag keys starting with 'aws:' are reserved for internal use".to_owned()
        } else if keys.iter().any(|there| there == key) {
            format!("Duplicate tag key '{key}' specified.")
        } else if key.chars().count() > LONGEST.0 {
            format!(
                "Tag key exceeds the maximum length of {} characters",
                LONGEST.0
            )
        } else if value.chars().count() > LONGEST.1 {
            format!(
                "Tag value exceeds the maximum length of {} characters",
                LONGEST.1
            )
        } else {
            keys.push(key.to_owned());
            continue;
        };
        return broken([("tag", key.into()), ("message", message.into())]);
    }
    holds()
}
