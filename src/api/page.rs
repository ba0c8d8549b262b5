//! One page of a list.

use serde_json::{Value, json};

use super::operation::Pages;
use crate::sim::{offset, token};

/// Cuts the page that the request asks for out of `items` and adds the token that continues. `answer` holds the other members.
#[must_use]
pub fn page(pages: &Pages, input: &Value, items: Vec<Value>, mut answer: Value) -> Value {
    let size = input[pages.limit]
        .as_u64()
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(pages.default);
    let from = input[pages.token_in].as_str().and_then(offset).unwrap_or(0);
    let total = items.len();
    let shown: Vec<Value> = items.into_iter().skip(from).take(size).collect();
    let next = from + shown.len();
    answer[pages.items] = shown.into();
    if let Some(more) = pages.more {
        answer[more] = json!(next < total);
    }
    if next < total {
        answer[pages.token_out] = token(next, &|member| input[member].clone()).into();
    }
    answer
}
