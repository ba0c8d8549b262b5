//! Filters of the Describe operations: every filter must match, by any of its values.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::api::shape::{STRING, Shape, member};

/// The `Filters` member.
pub(super) const FILTERS: Shape = Shape::list(&Shape::structure(&[
    member("Name", STRING),
    member("Values", Shape::list(&STRING)),
]));

/// Whether a resource with these attributes and tags passes the filters of a request. A filter on something else passes nothing.
pub(super) fn pass(
    input: &Value,
    attributes: &[(&str, &str)],
    tags: &BTreeMap<String, String>,
) -> bool {
    input["Filters"]
        .as_array()
        .into_iter()
        .flatten()
        .all(|filter| {
            let name = filter["Name"].as_str().unwrap_or_default();
            let own: Vec<&str> = match name.strip_prefix("tag:") {
                Some(key) => tags.get(key).map(String::as_str).into_iter().collect(),
                None => attributes
                    .iter()
                    .filter(|(attribute, _)| *attribute == name)
                    .map(|(_, value)| *value)
                    .collect(),
            };
            filter["Values"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .any(|wanted| own.contains(&wanted))
        })
}

/// Whether a list member of ids is absent or names this one.
pub(super) fn listed(input: &Value, member: &str, id: &str) -> bool {
    input[member]
        .as_array()
        .is_none_or(|ids| ids.is_empty() || ids.iter().any(|wanted| wanted == id))
}
