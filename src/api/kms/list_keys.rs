//! ListKeys.

use serde_json::json;

use super::shapes::{LIMIT, MARKER, listed, pages};
use crate::api::operation::Pages;
use crate::api::shape::{STRING, Shape, member};
use crate::api::{Action, Applied, Bug, Operation, Service, paged};
use crate::facts::AccountFacts;
use crate::model::Key;

/// ListKeys.
pub(super) const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "ListKeys",
    input: &[
        LIMIT,
        MARKER,
        member(
            "ResourceOwners",
            Shape::list(&Shape::words(&["SELF", "OTHER_ACCOUNTS_VIA_RAM"])).within(1, 2),
        ),
    ],
    output: &listed(
        "Keys",
        &Shape::structure(&[member("KeyId", STRING), member("KeyArn", STRING)]),
    ),
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = pages("Keys", 100);

/// No other account shares keys with this one.
fn read(facts: &AccountFacts<'_>) -> Applied {
    let region = facts
        .here()
        .ok_or_else(|| Bug("the Region was not checked".into()))?;
    let show = |key: &Key| json!({ "KeyId": key.id, "KeyArn": key.arn });
    let owners = facts.input()["ResourceOwners"].as_array();
    let own = owners.is_none_or(|owners| owners.iter().any(|owner| owner == "SELF"));
    let keys = region.keys.values().take(if own { usize::MAX } else { 0 });
    Ok(paged(&PAGES, facts, keys, show, json!({})))
}
