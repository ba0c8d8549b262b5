//! Tag keys that begin with aws: belong to AWS.

use super::shared::{again, tag_keys};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

const CODE: &str = "TagException";

pub(super) const RULE: Rule = Rule {
    id: "keys.tags-reserved",
    raises: &[
        exception("kms:CreateKey", 41, CODE),
        exception("kms:TagResource", 44, CODE),
        exception("kms:UntagResource", 44, CODE),
    ],
    docs: &[docs::TAG_KEYS, docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: |facts| match facts.operation() {
        "kms:UntagResource" => again(facts, &[("TagKeys", "\"$TAG_KEYS\"")], &[]),
        _ => again(facts, &[("Tags", "\"$TAGS\"")], &[]),
    },
    break_it: "aws kms create-key --tags TagKey=aws:team,TagValue=a",
};

fn check(facts: &dyn Facts) -> Check {
    let reserved = |key: &String| key.to_ascii_lowercase().starts_with("aws:");
    match tag_keys(facts)?.into_iter().find(reserved) {
        Some(key) => broken([("tag", key.into())]),
        None => holds(),
    }
}
