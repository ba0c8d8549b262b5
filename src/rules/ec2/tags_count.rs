//! A resource has at most 50 tags.

use serde_json::Value;

use super::tagged::{given, in_each_tagging, made_by};
use crate::docs;
use crate::facts::Facts;
use crate::facts::network;
use crate::rules::{Check, Origin, Rule, broken, holds, no_command};

const CODE: &str = "TagLimitExceeded";

pub(super) const RULE: Rule = Rule {
    id: "ec2.tags-count",
    raises: &in_each_tagging(40, 14, CODE),
    docs: &[docs::EC2_ERRORS],
    origin: Origin::Documented,
    check,
    fix: no_command,
    break_it: "",
};

/// Tags of one resource.
const MOST: usize = 50;

fn check(facts: &dyn Facts) -> Check {
    let Some(region) = facts.region().given()? else {
        return holds();
    };
    let tags = given(facts)?;
    let keys: Vec<&str> = tags.iter().filter_map(|tag| tag["Key"].as_str()).collect();
    let too_many = |resource: Value, have: usize| {
        broken([
            ("resource", resource),
            ("have", have.into()),
            ("most", MOST.into()),
        ])
    };
    let Some(ids) = facts.texts("Resources").given()? else {
        if keys.len() > MOST {
            return too_many(made_by(facts.operation()).into(), keys.len());
        }
        return holds();
    };
    for id in ids {
        let Some(own) = network::tags(region, &id) else {
            continue;
        };
        let new = keys.iter().filter(|key| !own.contains_key(**key)).count();
        let have = own.len() + new;
        if have > MOST {
            return too_many(id.into(), have);
        }
    }
    holds()
}
