//! One page of a list.

use serde_json::{Value, json};

use super::operation::Pages;
use crate::sim::{offset, token};

/// Cuts the page that the request asks for out of `items` and adds the token that continues. `answer` holds the other members.
#[must_use]
pub fn page(pages: &Pages, input: &Value, items: Vec<Value>, answer: Value) -> Value {
    paged(pages, input, items.into_iter(), |item| item, answer)
}

/// As [`page`], of a list that may be long: only the items of the page are put into the form in which the service shows them.
#[must_use]
pub fn paged<T>(
    pages: &Pages,
    input: &Value,
    items: impl Iterator<Item = T>,
    show: impl Fn(T) -> Value,
    mut answer: Value,
) -> Value {
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
        answer[pages.token_out] = token(next, &|member| input[member].clone()).into();
    }
    answer
}
