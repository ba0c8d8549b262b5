//! Tags: given at creation, or by CreateTags and DeleteTags.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::DRY_RUN;
use crate::api::shape::{STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::model::{Region, map_of};

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

/// CreateTags.
pub(super) const CREATE: Operation = Operation::unpaged(
    Service::Ec2,
    "CreateTags",
    &[
        DRY_RUN,
        required("Resources", Shape::list(&STRING)),
        required("Tags", LIST),
    ],
    &[],
    Action::Write(|call| {
        let tags = read([&call.input["Tags"]]);
        change(call, &|own| own.extend(tags.clone()))
    }),
);

/// DeleteTags: of the keys that are named, where a value is named only with that value; without keys all.
pub(super) const DELETE: Operation = Operation::unpaged(
    Service::Ec2,
    "DeleteTags",
    &[
        DRY_RUN,
        required("Resources", Shape::list(&STRING)),
        member("Tags", LIST),
    ],
    &[],
    Action::Write(|call| {
        let tags = call.input["Tags"].as_array().cloned();
        change(call, &|own| match &tags {
            None => own.clear(),
            Some(tags) => own.retain(|key, value| {
                !tags.iter().any(|tag| {
                    tag["Key"] == *key && (tag["Value"].is_null() || tag["Value"] == *value)
                })
            }),
        })
    }),
);

/// Changes the tags of every resource that the request names.
fn change(call: &mut Call<'_>, change: &dyn Fn(&mut BTreeMap<String, String>)) -> Applied {
    let ids = call.input["Resources"].as_array().cloned();
    let region = call.here_mut()?;
    for id in ids.iter().flatten().filter_map(Value::as_str) {
        let tags = tags_mut(region, id).ok_or_else(|| Bug(format!("{id} was not checked")))?;
        change(tags);
    }
    Ok(json!({}))
}

fn tags_mut<'a>(region: &'a mut Region, id: &str) -> Option<&'a mut BTreeMap<String, String>> {
    let network = &mut region.network;
    Some(match id.split_once('-')?.0 {
        "vpc" => &mut network.vpcs.get_mut(id)?.tags,
        "subnet" => &mut network.subnets.get_mut(id)?.tags,
        "rtb" => &mut network.route_tables.get_mut(id)?.tags,
        "igw" => &mut network.internet_gateways.get_mut(id)?.tags,
        "sg" => &mut network.security_groups.get_mut(id)?.tags,
        "acl" => &mut network.acls.get_mut(id)?.tags,
        "eni" => &mut network.interfaces.get_mut(id)?.tags,
        _ => (id == region.client.instance_id).then_some(&mut region.client.tags)?,
    })
}

/// The tags of a request that makes something.
pub(super) fn of(input: &Value) -> BTreeMap<String, String> {
    let specifications = input["TagSpecifications"].as_array();
    read(specifications.into_iter().flatten().map(|one| &one["Tags"]))
}

fn read<'a>(lists: impl IntoIterator<Item = &'a Value>) -> BTreeMap<String, String> {
    let tags = lists.into_iter().filter_map(Value::as_array).flatten();
    map_of(tags.filter_map(|tag| {
        Some((
            tag["Key"].as_str()?.to_owned(),
            tag["Value"].as_str().unwrap_or_default().to_owned(),
        ))
    }))
}

/// Tags as EC2 shows them.
pub(super) fn show(tags: &BTreeMap<String, String>) -> Value {
    tags.iter()
        .map(|(key, value)| json!({ "Key": key, "Value": value }))
        .collect()
}
