//! TagResource, UntagResource and ListTags, for clusters and backups.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{shapes, views};
use crate::api::operation::Pages;
use crate::api::shape::{INTEGER, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service, page};
use crate::facts::AccountFacts;
use crate::model::{Region, map_of};

/// TagResource.
pub(super) const TAG: Operation = Operation {
    service: Service::CloudHsm,
    name: "TagResource",
    input: &[
        required("ResourceId", shapes::RESOURCE_ID),
        required("TagList", shapes::TAGS),
    ],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let given = of(call.input);
        tags_mut(call)?.extend(given);
        Ok(json!({}))
    }),
};

/// UntagResource.
pub(super) const UNTAG: Operation = Operation {
    service: Service::CloudHsm,
    name: "UntagResource",
    input: &[
        required("ResourceId", shapes::RESOURCE_ID),
        required("TagKeyList", Shape::list(&shapes::TAG_KEY).within(1, 50)),
    ],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let keys = &call.input["TagKeyList"];
        tags_mut(call)?.retain(|key, _| {
            !keys
                .as_array()
                .is_some_and(|keys| keys.iter().any(|gone| gone == key))
        });
        Ok(json!({}))
    }),
};

/// ListTags.
pub(super) const LIST: Operation = Operation {
    service: Service::CloudHsm,
    name: "ListTags",
    input: &[
        required("ResourceId", shapes::RESOURCE_ID),
        member("NextToken", shapes::NEXT_TOKEN),
        member("MaxResults", INTEGER.within(1, 100)),
    ],
    output: &[member("TagList", shapes::TAGS), member("NextToken", STRING)],
    pages: Some(PAGES),
    action: Action::Read(list),
};

const PAGES: Pages = Pages {
    items: "TagList",
    limit: "MaxResults",
    token_in: "NextToken",
    token_out: "NextToken",
    more: None,
    default: 100,
};

fn list(facts: &AccountFacts<'_>) -> Applied {
    let id = facts.given_text("ResourceId").unwrap_or_default();
    let tags = facts.here().and_then(|region| {
        let cluster = region.clusters.get(id).map(|cluster| &cluster.tags);
        cluster.or_else(|| region.backups.get(id).map(|backup| &backup.tags))
    });
    let shown = tags.map(views::tags).unwrap_or_default();
    Ok(page(&PAGES, facts, shown, json!({})))
}

/// The tags of the cluster or backup that the request names, to change them.
fn tags_mut<'a>(call: &'a mut Call<'_>) -> Result<&'a mut BTreeMap<String, String>, Bug> {
    let id = call.needed("ResourceId")?.to_owned();
    let Region {
        clusters, backups, ..
    } = call.here_mut()?;
    let cluster = clusters.get_mut(&id).map(|cluster| &mut cluster.tags);
    cluster
        .or_else(|| backups.get_mut(&id).map(|backup| &mut backup.tags))
        .ok_or_else(|| Bug(format!("{id} was not checked")))
}

/// The `TagList` of a request.
pub(super) fn of(input: &Value) -> BTreeMap<String, String> {
    let tags = input["TagList"].as_array().into_iter().flatten();
    map_of(tags.filter_map(|tag| {
        Some((
            tag["Key"].as_str()?.to_owned(),
            tag["Value"].as_str()?.to_owned(),
        ))
    }))
}
