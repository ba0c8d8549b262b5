//! DescribeAvailabilityZones.

use serde_json::{Value, json};

use super::{DRY_RUN, filters};
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
        member("ZoneIds", Shape::list(&STRING)),
        DRY_RUN,
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
    let mut shown: Vec<Value> = Vec::new();
    if let Some(region) = facts.here() {
        shown.extend(region.zones.iter().filter_map(|zone| {
            let input = facts.input();
            if !filters::listed(input, "ZoneNames", &zone.name)
                || !filters::listed(input, "ZoneIds", &zone.id)
            {
                return None;
            }
            let zone = json!({
                "OptInStatus": "opt-in-not-required",
                "RegionName": region.name,
                "ZoneName": zone.name,
                "ZoneId": zone.id,
                "GroupName": region.name,
                "NetworkBorderGroup": region.name,
                "ZoneType": "availability-zone",
                "State": "available",
            });
            filters::pass(facts, &zone).then_some(zone)
        }));
    }
    Ok(json!({ "AvailabilityZones": shown }))
}
