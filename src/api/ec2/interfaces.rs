//! DescribeNetworkInterfaces.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::filters;
use crate::api::shape::{BOOLEAN, STRING, Shape, member};
use crate::api::{Action, Applied, Operation, Service};
use crate::facts::AccountFacts;
use crate::model::{Interface, Network};

/// DescribeNetworkInterfaces.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeNetworkInterfaces",
    input: &[
        member("Filters", filters::FILTERS),
        member("NetworkInterfaceIds", Shape::list(&STRING)),
    ],
    output: &[member(
        "NetworkInterfaces",
        Shape::list(&Shape::structure(&[
            member("AvailabilityZone", STRING),
            member("Description", STRING),
            member("Groups", GROUPS),
            member("InterfaceType", STRING),
            member("NetworkInterfaceId", STRING),
            member("PrivateIpAddress", STRING),
            member("RequesterManaged", BOOLEAN),
            member("Status", STRING),
            member("SubnetId", STRING),
            member("VpcId", STRING),
        ])),
    )],
    pages: None,
    action: Action::Read(read),
};

/// Security groups as interfaces and instances show them.
pub(super) const GROUPS: Shape = Shape::list(&Shape::structure(&[
    member("GroupId", STRING),
    member("GroupName", STRING),
]));

fn read(facts: &AccountFacts<'_>) -> Applied {
    let no_tags = BTreeMap::new();
    let mut shown: Vec<Value> = Vec::new();
    if let Some(region) = facts.here() {
        let network = &region.network;
        for interface in network.interfaces.values() {
            let subnet = network.subnets.get(&interface.subnet_id);
            let vpc = subnet
                .map(|subnet| subnet.vpc_id.as_str())
                .unwrap_or_default();
            let mut attributes = vec![
                ("network-interface-id", interface.id.as_str()),
                ("subnet-id", interface.subnet_id.as_str()),
                ("vpc-id", vpc),
                ("description", interface.description.as_str()),
                ("private-ip-address", interface.ip.as_str()),
            ];
            attributes.extend(interface.groups.iter().map(|id| ("group-id", id.as_str())));
            if filters::listed(facts.input(), "NetworkInterfaceIds", &interface.id)
                && filters::pass(facts.input(), &attributes, &no_tags)
            {
                shown.push(json!({
                    "AvailabilityZone": subnet.map(|subnet| subnet.zone.clone()),
                    "Description": interface.description,
                    "Groups": groups(network, interface),
                    "InterfaceType": "interface",
                    "NetworkInterfaceId": interface.id,
                    "PrivateIpAddress": interface.ip,
                    "RequesterManaged": interface.requester_managed,
                    "Status": "in-use",
                    "SubnetId": interface.subnet_id,
                    "VpcId": vpc,
                }));
            }
        }
    }
    Ok(json!({ "NetworkInterfaces": shown }))
}

/// The groups of an interface, with their names.
pub(super) fn groups(network: &Network, interface: &Interface) -> Value {
    interface
        .groups
        .iter()
        .map(|id| {
            let name = network
                .security_groups
                .get(id)
                .map(|group| group.name.clone());
            json!({ "GroupId": id, "GroupName": name })
        })
        .collect()
}
