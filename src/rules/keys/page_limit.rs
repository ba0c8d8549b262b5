//! Aliases and tags come in shorter pages than the service model allows.

use super::shared::again;
use crate::docs;
use crate::facts::Facts;
use crate::rules::{Check, Origin, Rule, broken, exception, holds};

/// The items that a page has at most (KMS API reference).
const MOST: &[(&str, i64)] = &[("kms:ListAliases", 100), ("kms:ListResourceTags", 50)];

pub(super) const RULE: Rule = Rule {
    id: "keys.page-limit",
    raises: &[
        exception(MOST[0].0, 30, "ValidationException"),
        exception(MOST[1].0, 30, "ValidationException"),
    ],
    docs: &[docs::API_LIST_ALIASES, docs::API_LIST_TAGS],
    origin: Origin::Ours,
    check,
    fix: |facts| {
        let most = most(facts).to_string();
        again(facts, &[("Limit", &most)], &[])
    },
    break_it: "aws kms list-aliases --limit 101",
};

/// The most items of a page of the request's list.
fn most(facts: &dyn Facts) -> i64 {
    let known = MOST.iter().find(|(of, _)| *of == facts.operation());
    known.map_or(i64::MAX, |(_, most)| *most)
}

fn check(facts: &dyn Facts) -> Check {
    let most = most(facts);
    let limit = facts.member("Limit").given()?;
    match limit.and_then(|limit| limit.as_i64()) {
        Some(limit) if limit > most => broken([("limit", limit.into()), ("most", most.into())]),
        _ => holds(),
    }
}
