//! Tag keys that begin with aws: belong to AWS.

use super::shared::{again, tag_keys};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

pub(super) const RULE: Rule = Rule {
    id: "keys.tags-reserved",
    raises: &[exception("kms:CreateKey", 41, "TagException")],
    docs: &[docs::TAG_KEYS, docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: |facts| again(facts, &[("Tags", "\"$TAGS\"")], &[]),
    break_it: "aws kms create-key --tags TagKey=aws:team,TagValue=a",
};

fn check(facts: &dyn Facts) -> Check {
    let reserved = |key: &String| key.to_lowercase().starts_with("aws:");
    match tag_keys(facts)?.into_iter().find(reserved) {
        Some(key) => broken([("tag", key.into())]),
        None => holds(),
    }
}
