//! ListKeys.

use serde_json::json;

use crate::api::operation::Pages;
use crate::api::shape::{BOOLEAN, INTEGER, STRING, Shape, member};
use crate::api::{Action, Applied, Bug, Operation, Service, paged};
use crate::facts::AccountFacts;
use crate::model::Key;

/// ListKeys.
pub(super) const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "ListKeys",
    input: &[
        member("Limit", INTEGER.within(1, 1_000)),
        member("Marker", STRING.within(1, 1_024)),
    ],
    output: &[
        member(
            "Keys",
            Shape::list(&Shape::structure(&[
                member("KeyId", STRING),
                member("KeyArn", STRING),
            ])),
        ),
        member("NextMarker", STRING),
        member("Truncated", BOOLEAN),
    ],
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = Pages {
    items: "Keys",
    limit: "Limit",
    token_in: "Marker",
    token_out: "NextMarker",
    more: Some("Truncated"),
    default: 100,
};

fn read(facts: &AccountFacts<'_>) -> Applied {
    let region = facts
        .here()
        .ok_or_else(|| Bug("the Region was not checked".into()))?;
    let show = |key: &Key| json!({ "KeyId": key.id, "KeyArn": key.arn });
    let keys = region.keys.values();
    Ok(paged(&PAGES, facts.input(), keys, show, json!({})))
}
