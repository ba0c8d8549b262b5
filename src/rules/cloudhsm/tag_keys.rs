//! Tag keys differ, and those that begin with aws: belong to AWS.

use super::TAGS;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds, no_command};
use crate::text::found::cloudhsm as words;

pub(super) const RULE: Rule = Rule {
    id: "cloudhsm.tag-keys",
    raises: &[
        exception("cloudhsmv2:TagResource", 30, TAGS),
        exception("cloudhsmv2:CreateCluster", 85, TAGS),
        exception("cloudhsmv2:CopyBackupToRegion", 40, TAGS),
    ],
    docs: &[docs::TAG_CLUSTERS],
    origin: Origin::Ours,
    check,
    fix: no_command,
    break_it: "\
lab scenario active
C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)
aws cloudhsmv2 tag-resource --resource-id $C --tag-list Key=aws:team,Value=a",
};

fn check(facts: &dyn Facts) -> Check {
    let given = facts.member("TagList").given()?.unwrap_or_default();
    let mut keys: Vec<&str> = Vec::new();
    for key in given
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|tag| tag["Key"].as_str())
    {
        let problem = if key.to_ascii_lowercase().starts_with("aws:") {
            words::RESERVED
        } else if keys.contains(&key) {
            words::TWICE
        } else {
            keys.push(key);
            continue;
        };
        return broken([("tag", key.into()), ("problem", problem.into())]);
    }
    holds()
}
