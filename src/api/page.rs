//! One page of a list.

use serde_json::{Value, json};

use super::operation::Pages;
use crate::facts::{AccountFacts, list};
use crate::sim::{offset, token};

/// Cuts the page that the request asks for out of `items` and adds the token that continues. `answer` holds the other members.
#[must_use]
pub fn page(pages: &Pages, facts: &AccountFacts<'_>, items: Vec<Value>, answer: Value) -> Value {
    paged(pages, facts, items.into_iter(), |item| item, answer)
}

/// As [`page`], of a list that may be long: only the items of the page are put into the form in which the service shows them.
#[must_use]
pub fn paged<T>(
    pages: &Pages,
    facts: &AccountFacts<'_>,
    items: impl Iterator<Item = T>,
    show: impl Fn(T) -> Value,
    mut answer: Value,
) -> Value {
    let input = facts.input();
    let size = input[pages.limit]
        .as_u64()
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(pages.default);
    let from = input[pages.token_in].as_str().and_then(offset).unwrap_or(0);
    let mut rest = items.skip(from);
    let shown: Vec<Value> = rest.by_ref().take(size).map(show).collect();
    let next = from + shown.len();
    let truncated = rest.next().is_some();
    answer[pages.items] = shown.into();
    if let Some(more) = pages.more {
        answer[more] = json!(truncated);
    }
    if truncated {
        answer[pages.token_out] = token(next, &list(facts)).into();
    }
    answer
}
