//! The network: VPCs, subnets, route tables and security groups.

mod group;
mod groups;
mod route_tables;
mod rules;
mod subnets;
mod vpcs;

pub(super) use group::Group;
pub(super) use groups::{CreateGroup, Groups};
pub(super) use route_tables::{RouteTable, RouteTables};
pub(super) use subnets::{CreateSubnet, Subnets};
pub(super) use vpcs::{CreateVpc, Vpcs};

use std::collections::BTreeMap;

use serde_json::{Value, json};
use yew::prelude::*;

use crate::model::Region;
use crate::text::pages::{cloudhsm, frame};
use crate::ui::parts::Values;

/// The member of a form that becomes the tag Name.
const NAME: &str = "Name";

/// The name that a reader gave a resource.
fn name(tags: &BTreeMap<String, String>) -> Html {
    html! { tags.get(NAME).map_or(frame::NONE, String::as_str) }
}

/// What was filled in, with a name as a tag of a resource of `kind`.
fn tagged(values: &Values, kind: &str) -> Value {
    let mut input = json!({});
    for (name, value) in values {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        if *name == NAME {
            input["TagSpecifications"] = json!([
                { "ResourceType": kind, "Tags": [{ "Key": NAME, "Value": value }] }
            ]);
        } else {
            input[*name] = value.into();
        }
    }
    input
}

/// The VPCs to choose from.
fn vpcs(region: &Region) -> Vec<(String, String)> {
    region
        .network
        .vpcs
        .values()
        .map(|vpc| {
            let name = vpc.tags.get(NAME).map(String::as_str);
            (
                vpc.id.clone(),
                cloudhsm::vpc(&vpc.id, name, &vpc.cidr, vpc.is_default),
            )
        })
        .collect()
}

/// The VPC that a reader means at first: one of their own.
fn own_vpc(region: &Region) -> Option<&str> {
    let mut own = region.network.vpcs.values().filter(|vpc| !vpc.is_default);
    own.next_back().map(|vpc| vpc.id.as_str())
}
