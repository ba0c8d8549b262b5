//! Tags have keys that differ, are short enough and do not belong to AWS.

use super::tagged::{given, in_each_tagging};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};
use crate::text::found::ec2 as words;

const CODE: &str = "InvalidParameterValue";

pub(super) const RULE: Rule = Rule {
    id: "ec2.tag-keys",
    raises: &in_each_tagging(30, 13, CODE),
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

fn check(facts: &dyn Facts) -> Check {
    let mut keys: Vec<String> = Vec::new();
    for tag in given(facts)? {
        let key = tag["Key"].as_str().unwrap_or_default();
        let value = tag["Value"].as_str().unwrap_or_default();
        let message = if key.is_empty() {
            words::NO_KEY.to_owned()
        } else if key.to_ascii_lowercase().starts_with("aws:") {
            words::RESERVED.to_owned()
        } else if keys.iter().any(|there| there == key) {
            words::duplicate(key)
        } else if key.chars().count() > LONGEST.0 {
            words::long_key(LONGEST.0)
        } else if value.chars().count() > LONGEST.1 {
            words::long_value(LONGEST.1)
        } else {
            keys.push(key.to_owned());
            continue;
        };
        return broken([("tag", key.into()), ("message", message.into())]);
    }
    holds()
}
