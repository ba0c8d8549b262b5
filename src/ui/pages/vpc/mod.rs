//! The network: VPCs, subnets, route tables and security groups.

mod acl;
mod acls;
mod gateways;
mod group;
mod groups;
mod needed;
mod route_table;
mod route_tables;
mod rule_form;
mod rules;
mod subnets;
mod vpcs;

pub(super) use acl::Acl;
pub(super) use acls::Acls;
pub(super) use group::Group;
pub(super) use groups::{CreateGroup, Groups};
pub(super) use route_table::RouteTable;
pub(super) use route_tables::RouteTables;
pub(super) use subnets::{CreateSubnet, Subnets};
pub(super) use vpcs::{CreateVpc, Vpcs};

use std::collections::BTreeMap;

use serde_json::{Value, json};
use yew::prelude::*;

use crate::model::{Region, Sort};
use crate::text::pages::{cloudhsm, frame, vpc as words};
use crate::ui::desk::{Desk, Success};
use crate::ui::parts::{Control, FieldSpec, FormButton, Kind, Values};

/// The member of a form that becomes the tag Name.
const NAME: &str = "Name";
const VPC: &str = "VpcId";

/// The name that a reader gave a resource; empty where they gave none.
fn plain_name(tags: &BTreeMap<String, String>) -> &str {
    tags.get(NAME).map_or("", String::as_str)
}

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
pub(super) fn own_vpc(region: &Region) -> Option<&str> {
    let mut own = region.network.vpcs.values().filter(|vpc| !vpc.is_default);
    own.next_back().map(|vpc| vpc.id.as_str())
}

/// Puts what is in the default VPC, which every account has, behind what the reader made.
fn own_first<T>(region: &Region, items: &mut [&T], vpc: impl Fn(&T) -> &str) {
    items.order_by_key(|item| {
        let vpc = region.network.vpcs.get(vpc(item));
        vpc.is_some_and(|vpc| vpc.is_default)
    });
}

/// The field for a VPC.
fn vpc_field(region: &Region) -> FieldSpec {
    FieldSpec::new(VPC, words::VPC, Control::Select(vpcs(region)))
        .suggest(own_vpc(region).unwrap_or_default())
}

/// The field for a name.
fn name_field() -> FieldSpec {
    FieldSpec::new(NAME, words::NAME, Control::Text)
        .about(html! { words::NAME_ABOUT })
        .optional()
}

/// A button with a form behind it that calls an operation.
struct Ask {
    kind: Kind,
    label: &'static str,
    operation: &'static str,
    /// The kind of resource that a name is given to.
    resource: &'static str,
    /// Members of the request that need no asking.
    known: Vec<(&'static str, String)>,
    fields: Vec<FieldSpec>,
}

impl Ask {
    fn button(self, desk: &Desk, success: impl Fn(&Value) -> Success + 'static) -> Html {
        let (desk, known) = (desk.clone(), self.known);
        let (operation, resource) = (self.operation, self.resource);
        let request = Callback::from(move |values: Values| {
            let mut input = tagged(&values, resource);
            for (name, value) in &known {
                input[*name] = value.clone().into();
            }
            desk.request("ec2", operation, input)
        });
        let success = Callback::from(move |(_, answer): (Values, Value)| success(&answer));
        html! {
            <FormButton kind={self.kind} label={self.label} fields={self.fields} {request} {success} />
        }
    }
}
