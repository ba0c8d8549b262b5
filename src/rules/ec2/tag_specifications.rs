//! The tags of something new name its kind.

use super::tagged::{MAKING, made_by};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, holds, in_each, no_command};
use crate::text::found::ec2 as words;

const CODE: &str = "InvalidParameterValue";

pub(super) const RULE: Rule = Rule {
    id: "ec2.tag-specifications",
    raises: &in_each(MAKING, 12, CODE),
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "aws ec2 create-vpc --cidr-block 10.0.0.0/16 --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=a}]'",
};

fn check(facts: &dyn Facts) -> Check {
    let Some(made) = made_by(facts.operation()) else {
        return holds();
    };
    let given = facts
        .member("TagSpecifications")
        .given()?
        .unwrap_or_default();
    for one in given.as_array().into_iter().flatten() {
        let kind = one["ResourceType"].as_str().unwrap_or_default();
        let tags = one["Tags"].as_array().map_or(0, Vec::len);
        let message = if kind != made {
            words::not_taggable(kind)
        } else if tags == 0 {
            words::NO_TAG.to_owned()
        } else {
            continue;
        };
        return broken([("message", message.into()), ("made", made.into())]);
    }
    holds()
}
