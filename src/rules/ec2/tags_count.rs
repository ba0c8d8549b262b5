//! A resource has at most 50 tags.

use crate::docs;
use crate::facts::Facts;
use crate::facts::network;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "ec2.tags-count",
    raises: &[exception("ec2:CreateTags", 40, "TagLimitExceeded")],
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "",
};

/// Tags of one resource.
const MOST: usize = 50;

fn check(facts: &dyn Facts) -> Check {
    let (Some(ids), Some(tags), Some(region)) = (
        facts.texts("Resources").given()?,
        facts.member("Tags").given()?,
        facts.region().given()?,
    ) else {
        return holds();
    };
    let keys: Vec<&str> = tags
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|tag| tag["Key"].as_str())
        .collect();
    for id in ids {
        let Some(own) = network::tags(region, &id) else {
            continue;
        };
        let new = keys.iter().filter(|key| !own.contains_key(**key)).count();
        let have = own.len() + new;
        if have > MOST {
            return broken([
                ("resource", id.into()),
                ("have", have.into()),
                ("most", MOST.into()),
            ]);
        }
    }
    holds()
}
