//! Tags given at creation.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::api::shape::{STRING, Shape, member};

/// The `TagSpecifications` member.
pub(super) const SPECIFICATIONS: Shape = Shape::list(&Shape::structure(&[
    member("ResourceType", STRING),
    member("Tags", LIST),
]));

/// A list of tags.
pub(super) const LIST: Shape = Shape::list(&Shape::structure(&[
    member("Key", STRING),
    member("Value", STRING),
]));

/// The tags of a request.
pub(super) fn of(input: &Value) -> BTreeMap<String, String> {
    input["TagSpecifications"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|specification| specification["Tags"].as_array())
        .flatten()
        .filter_map(|tag| {
            Some((
                tag["Key"].as_str()?.to_owned(),
                tag["Value"].as_str().unwrap_or_default().to_owned(),
            ))
        })
        .collect()
}

/// Tags as EC2 shows them.
pub(super) fn show(tags: &BTreeMap<String, String>) -> Value {
    tags.iter()
        .map(|(key, value)| json!({ "Key": key, "Value": value }))
        .collect()
}
