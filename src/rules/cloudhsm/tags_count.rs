//! A cluster or backup has at most 50 tags.

use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.tags-count",
    raises: &[exception(
        "cloudhsmv2:TagResource",
        40,
        "CloudHsmResourceLimitExceededException",
    )],
    docs: &[docs::TAG_CLUSTERS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "",
};

/// Tags of one resource.
const MOST: usize = 50;

fn check(facts: &dyn Facts) -> Check {
    let (Some(id), Some(region)) = (facts.text("ResourceId").given()?, facts.region().given()?)
    else {
        return holds();
    };
    let cluster = region.clusters.get(&id).map(|cluster| &cluster.tags);
    let Some(tags) = cluster.or_else(|| region.backups.get(&id).map(|backup| &backup.tags)) else {
        return holds();
    };
    let given = facts.member("TagList").given()?.unwrap_or_default();
    let new = given
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|tag| tag["Key"].as_str())
        .filter(|key| !tags.contains_key(*key))
        .count();
    let have = tags.len() + new;
    if have > MOST {
        broken([
            ("resource", id.into()),
            ("have", have.into()),
            ("most", MOST.into()),
        ])
    } else {
        holds()
    }
}
