//! TagResource, UntagResource and ListResourceTags. Only keys have tags; key stores have none.

use serde_json::{Value, json};

use super::key_view;
use super::shapes::{KEY, LIMIT, MARKER, TAG_KEY, TAGS, listed, pages};
use crate::api::operation::Pages;
use crate::api::shape::{STRING, Shape, member, required};
use crate::api::{Action, Applied, Call, Operation, Service, page};
use crate::facts::AccountFacts;

/// TagResource.
pub(super) const TAG: Operation = Operation {
    service: Service::Kms,
    name: "TagResource",
    input: &[KEY, required("Tags", TAGS)],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let given: Vec<_> = key_view::tags(call.input).collect();
        let id = key_view::id(call)?;
        call.key_mut(&id)?.tags.extend(given);
        Ok(json!({}))
    }),
};

/// UntagResource.
pub(super) const UNTAG: Operation = Operation {
    service: Service::Kms,
    name: "UntagResource",
    input: &[KEY, required("TagKeys", Shape::list(&TAG_KEY))],
    output: &[],
    pages: None,
    action: Action::Write(untag),
};

/// ListResourceTags.
pub(super) const LIST: Operation = Operation {
    service: Service::Kms,
    name: "ListResourceTags",
    input: &[KEY, LIMIT, MARKER],
    output: &listed(
        "Tags",
        &Shape::structure(&[member("TagKey", STRING), member("TagValue", STRING)]),
    ),
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = pages("Tags", 50);

fn untag(call: &mut Call<'_>) -> Applied {
    let id = key_view::id(call)?;
    let gone = call.input["TagKeys"].as_array().cloned();
    let tags = &mut call.key_mut(&id)?.tags;
    for name in gone.iter().flatten().filter_map(Value::as_str) {
        tags.remove(name);
    }
    Ok(json!({}))
}

fn read(facts: &AccountFacts<'_>) -> Applied {
    let key = key_view::key(facts)?;
    let tags = key
        .tags
        .iter()
        .map(|(name, value)| json!({ "TagKey": name, "TagValue": value }))
        .collect();
    Ok(page(&PAGES, facts, tags, json!({})))
}
