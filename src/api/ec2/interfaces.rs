//! CreateNetworkInterface, DeleteNetworkInterface, DescribeNetworkInterfaces.

use serde_json::{Value, json};

use super::{DRY_RUN, filters, paging, tags};
use crate::api::shape::{BOOLEAN, INTEGER, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::facts::network::{free_hosts, next_address};
use crate::model::{Account, Interface, Network, Region};

const INTERFACE: &[Member] = &[
    member(
        "Attachment",
        Shape::structure(&[member("InstanceId", STRING), member("Status", STRING)]),
    ),
    member("AvailabilityZone", STRING),
    member("Description", STRING),
    member("Groups", GROUPS),
    member("InterfaceType", STRING),
    member("NetworkInterfaceId", STRING),
    member("OwnerId", STRING),
    member("PrivateIpAddress", STRING),
    member(
        "PrivateIpAddresses",
        Shape::list(&Shape::structure(&[
            member("Primary", BOOLEAN),
            member("PrivateIpAddress", STRING),
        ])),
    ),
    member("RequesterManaged", BOOLEAN),
    member("Status", STRING),
    member("SubnetId", STRING),
    member("TagSet", tags::LIST),
    member("VpcId", STRING),
];

/// Security groups as interfaces and instances show them.
pub(super) const GROUPS: Shape = Shape::list(&Shape::structure(&[
    member("GroupId", STRING),
    member("GroupName", STRING),
]));

/// CreateNetworkInterface.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateNetworkInterface",
    input: &[
        member("TagSpecifications", tags::SPECIFICATIONS),
        required("SubnetId", STRING),
        member("Description", STRING),
        member("PrivateIpAddress", STRING),
        member("Groups", Shape::list(&STRING)),
        member("SecondaryPrivateIpAddressCount", INTEGER),
        DRY_RUN,
    ],
    output: &[member("NetworkInterface", Shape::structure(INTERFACE))],
    pages: None,
    action: Action::Write(create),
};

/// DeleteNetworkInterface.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteNetworkInterface",
    input: &[DRY_RUN, required("NetworkInterfaceId", STRING)],
    output: &[],
    pages: None,
    action: Action::Write(|call| {
        let id = call.needed("NetworkInterfaceId")?.to_owned();
        call.here_mut()?.network.interfaces.remove(&id);
        Ok(json!({}))
    }),
};

/// DescribeNetworkInterfaces.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeNetworkInterfaces",
    input: &[
        paging::TOKEN,
        paging::LIMIT,
        DRY_RUN,
        member("NetworkInterfaceIds", Shape::list(&STRING)),
        member("Filters", filters::FILTERS),
    ],
    output: &[
        member(
            "NetworkInterfaces",
            Shape::list(&Shape::structure(INTERFACE)),
        ),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(read),
};

const PAGES: Pages = paging::of("NetworkInterfaces");

/// The `Groups` of a request.
pub(super) fn wanted_groups(input: &Value) -> Vec<String> {
    input["Groups"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_str().map(str::to_owned))
        .collect()
}

fn create(call: &mut Call<'_>) -> Applied {
    let id = call.entropy.hex_id("eni", "interface");
    let subnet_id = call.needed("SubnetId")?.to_owned();
    let wanted = call.text("PrivateIpAddress").map(str::to_owned);
    let description = call.text("Description").unwrap_or_default().to_owned();
    let further = call.input["SecondaryPrivateIpAddressCount"]
        .as_u64()
        .and_then(|further| usize::try_from(further).ok())
        .unwrap_or(0);
    let mut groups = wanted_groups(call.input);
    let tags = tags::of(call.input);
    let full = || Bug(format!("no free address in {subnet_id}"));
    let network = &mut call.here_mut()?.network;
    if groups.is_empty() {
        // As for every interface that is told nothing: the default group of its VPC.
        let vpc = network.subnets.get(&subnet_id).map(|subnet| &subnet.vpc_id);
        groups.extend(
            network
                .security_groups
                .values()
                .filter(|group| Some(&group.vpc_id) == vpc && group.name == "default")
                .map(|group| group.id.clone()),
        );
    }
    let ip = wanted
        .or_else(|| next_address(network, &subnet_id))
        .ok_or_else(full)?;
    let mut interface = Interface {
        id: id.clone(),
        subnet_id: subnet_id.clone(),
        ip,
        secondary: Vec::new(),
        groups,
        description,
        requester_managed: false,
        tags,
    };
    interface.secondary = free_hosts(network, &subnet_id, 0)
        .filter(|ip| *ip != interface.ip)
        .take(further)
        .collect();
    if interface.secondary.len() < further {
        return Err(full());
    }
    network.interfaces.insert(id.clone(), interface.clone());
    Ok(json!({ "NetworkInterface": show(call.account, call.here()?, &interface) }))
}

fn read(facts: &AccountFacts<'_>) -> Applied {
    let mut shown: Vec<Value> = Vec::new();
    if let Some(region) = facts.here() {
        shown.extend(
            region
                .network
                .interfaces
                .values()
                .filter(|interface| {
                    filters::listed(facts.input(), "NetworkInterfaceIds", &interface.id)
                })
                .map(|interface| show(facts.all(), region, interface))
                .filter(|shown| filters::pass(facts, shown)),
        );
    }
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn show(account: &Account, region: &Region, interface: &Interface) -> Value {
    let network = &region.network;
    let subnet = network.subnets.get(&interface.subnet_id);
    let addresses: Vec<Value> = interface
        .addresses()
        .map(|ip| json!({ "Primary": *ip == interface.ip, "PrivateIpAddress": ip }))
        .collect();
    let of_client = region.client.interface.as_ref() == Some(&interface.id);
    let status = if of_client || interface.requester_managed {
        "in-use"
    } else {
        "available"
    };
    let mut shown = json!({
        "AvailabilityZone": subnet.map(|subnet| &subnet.zone),
        "Description": interface.description,
        "Groups": groups(network, interface),
        "InterfaceType": "interface",
        "NetworkInterfaceId": interface.id,
        "OwnerId": account.id,
        "PrivateIpAddress": interface.ip,
        "PrivateIpAddresses": addresses,
        "RequesterManaged": interface.requester_managed,
        "Status": status,
        "SubnetId": interface.subnet_id,
        "TagSet": tags::show(&interface.tags),
        "VpcId": subnet.map(|subnet| &subnet.vpc_id),
    });
    if of_client {
        shown["Attachment"] =
            json!({ "InstanceId": region.client.instance_id, "Status": "attached" });
    }
    shown
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
