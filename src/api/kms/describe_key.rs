//! DescribeKey.

use serde_json::json;

use super::key_view::{self, METADATA};
use super::shapes::{GRANT_TOKENS, KEY};
use crate::api::shape::{Shape, member};
use crate::api::{Action, Applied, Bug, Operation, Service};
use crate::facts::AccountFacts;

/// DescribeKey.
pub(super) const OPERATION: Operation = Operation {
    service: Service::Kms,
    name: "DescribeKey",
    input: &[KEY, GRANT_TOKENS],
    output: &[member("KeyMetadata", Shape::structure(METADATA))],
    pages: None,
    action: Action::Read(read),
};

fn read(facts: &AccountFacts<'_>) -> Applied {
    let (Some(key), Some(region)) = (key_view::found(facts)?.key, facts.here()) else {
        return Err(Bug("the key was not checked".into()));
    };
    Ok(json!({ "KeyMetadata": key_view::metadata(facts.all(), region, &key) }))
}
