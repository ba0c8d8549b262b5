//! DescribeAvailabilityZones.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::filters;
use crate::api::shape::{STRING, Shape, member};
use crate::api::{Action, Applied, Operation, Service};
use crate::facts::AccountFacts;

/// DescribeAvailabilityZones.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeAvailabilityZones",
    input: &[
        member("Filters", filters::FILTERS),
        member("ZoneNames", Shape::list(&STRING)),
    ],
    output: &[member(
        "AvailabilityZones",
        Shape::list(&Shape::structure(&[
            member("OptInStatus", STRING),
            member("RegionName", STRING),
            member("ZoneName", STRING),
            member("ZoneId", STRING),
            member("GroupName", STRING),
            member("NetworkBorderGroup", STRING),
            member("ZoneType", STRING),
            member("State", STRING),
        ])),
    )],
    pages: None,
    action: Action::Read(read),
};

fn read(facts: &AccountFacts<'_>) -> Applied {
    let no_tags = BTreeMap::new();
    let mut shown: Vec<Value> = Vec::new();
    if let Some(region) = facts.here() {
        for zone in &region.zones {
            let attributes = [
                ("zone-name", zone.name.as_str()),
                ("zone-id", zone.id.as_str()),
                ("region-name", region.name.as_str()),
                ("state", "available"),
            ];
            if filters::listed(facts.input(), "ZoneNames", &zone.name)
                && filters::pass(facts.input(), &attributes, &no_tags)
            {
                shown.push(json!({
                    "OptInStatus": "opt-in-not-required",
                    "RegionName": region.name,
                    "ZoneName": zone.name,
                    "ZoneId": zone.id,
                    "GroupName": region.name,
                    "NetworkBorderGroup": region.name,
                    "ZoneType": "availability-zone",
                    "State": "available",
                }));
            }
        }
    }
    Ok(json!({ "AvailabilityZones": shown }))
}
