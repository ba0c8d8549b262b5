//! A tag key can be given once.

use std::collections::BTreeSet;

use super::shared::{again, tag_keys};
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

const CODE: &str = "TagException";

pub(super) const RULE: Rule = Rule {
    id: "keys.tags-distinct",
    raises: &[
        exception("kms:CreateKey", 40, CODE),
        exception("kms:TagResource", 43, CODE),
    ],
    docs: &[docs::TAG_KEYS, docs::API_CREATE_KEY],
    origin: Origin::Observed,
    check,
    fix: |facts| again(facts, &[("Tags", "\"$TAGS\"")], &[]),
    break_it: "aws kms create-key --tags TagKey=Team,TagValue=a TagKey=Team,TagValue=b",
};

fn check(facts: &dyn Facts) -> Check {
    let keys = tag_keys(facts)?;
    let mut before = BTreeSet::new();
    match keys.iter().find(|key| !before.insert(*key)) {
        Some(key) => broken([("tag", key.clone().into())]),
        None => holds(),
    }
}
