//! CreateSubnet, DeleteSubnet, DescribeSubnets.

use serde_json::{Value, json};

use super::{DRY_RUN, filters, paging, tags};
use crate::api::shape::{BOOLEAN, INTEGER, Member, STRING, Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Pages, Service, page};
use crate::facts::AccountFacts;
use crate::facts::network::free_addresses;
use crate::model::{Account, Region, Sort, Subnet};

const SUBNET: &[Member] = &[
    member("AvailabilityZoneId", STRING),
    member("OwnerId", STRING),
    member("AssignIpv6AddressOnCreation", BOOLEAN),
    member("Tags", tags::LIST),
    member("SubnetArn", STRING),
    member("SubnetId", STRING),
    member("State", STRING),
    member("VpcId", STRING),
    member("CidrBlock", STRING),
    member("AvailableIpAddressCount", INTEGER),
    member("AvailabilityZone", STRING),
    member("DefaultForAz", BOOLEAN),
    member("MapPublicIpOnLaunch", BOOLEAN),
];

/// CreateSubnet.
pub(super) const CREATE: Operation = Operation {
    service: Service::Ec2,
    name: "CreateSubnet",
    input: &[
        member("TagSpecifications", tags::SPECIFICATIONS),
        member("AvailabilityZone", STRING),
        required("CidrBlock", STRING),
        required("VpcId", STRING),
        DRY_RUN,
    ],
    output: &[member("Subnet", Shape::structure(SUBNET))],
    pages: None,
    action: Action::Write(create),
};

/// DeleteSubnet.
pub(super) const DELETE: Operation = Operation {
    service: Service::Ec2,
    name: "DeleteSubnet",
    input: &[required("SubnetId", STRING), DRY_RUN],
    output: &[],
    pages: None,
    action: Action::Write(delete),
};

/// DescribeSubnets.
pub(super) const DESCRIBE: Operation = Operation {
    service: Service::Ec2,
    name: "DescribeSubnets",
    input: &[
        member("Filters", filters::FILTERS),
        member("SubnetIds", Shape::list(&STRING)),
        paging::TOKEN,
        paging::LIMIT,
        DRY_RUN,
    ],
    output: &[
        member("Subnets", Shape::list(&Shape::structure(SUBNET))),
        paging::TOKEN,
    ],
    pages: Some(PAGES),
    action: Action::Read(describe),
};

const PAGES: Pages = paging::of("Subnets");

fn create(call: &mut Call<'_>) -> Applied {
    let first_zone = call.here()?.zones.first().map(|zone| zone.name.clone());
    let subnet = Subnet {
        id: call.entropy.hex_id("subnet", "subnet"),
        vpc_id: call.needed("VpcId")?.to_owned(),
        cidr: call.needed("CidrBlock")?.to_owned(),
        zone: call
            .text("AvailabilityZone")
            .map(str::to_owned)
            .or(first_zone)
            .ok_or_else(|| Bug("a Region without zones".into()))?,
        default_for_zone: false,
        tags: tags::of(call.input),
    };
    let id = subnet.id.clone();
    call.here_mut()?
        .network
        .subnets
        .insert(id.clone(), subnet.clone());
    Ok(json!({ "Subnet": show(call.account, call.here()?, &subnet) }))
}

fn delete(call: &mut Call<'_>) -> Applied {
    let id = call.needed("SubnetId")?.to_owned();
    let network = &mut call.here_mut()?.network;
    network.subnets.remove(&id);
    for table in network.route_tables.values_mut() {
        table
            .associations
            .retain(|association| association.subnet_id != id);
    }
    for acl in network.acls.values_mut() {
        acl.associations
            .retain(|association| association.subnet_id != id);
    }
    Ok(json!({}))
}

fn describe(facts: &AccountFacts<'_>) -> Applied {
    let mut shown = Vec::new();
    if let Some(region) = facts.here() {
        let mut subnets: Vec<&Subnet> = region
            .network
            .subnets
            .values()
            .filter(|subnet| filters::listed(facts.input(), "SubnetIds", &subnet.id))
            .collect();
        // EC2 promises no order; by range is what a reader expects.
        subnets.order_by_key(|subnet| {
            (
                subnet.default_for_zone,
                subnet.zone.clone(),
                subnet.cidr.clone(),
            )
        });
        shown.extend(
            subnets
                .into_iter()
                .map(|subnet| show(facts.all(), region, subnet))
                .filter(|shown| filters::pass(facts, shown)),
        );
    }
    Ok(page(&PAGES, facts, shown, json!({})))
}

fn show(account: &Account, region: &Region, subnet: &Subnet) -> Value {
    let zone_id = region
        .zones
        .iter()
        .find(|zone| zone.name == subnet.zone)
        .map(|zone| zone.id.clone());
    json!({
        "AvailabilityZoneId": zone_id,
        "OwnerId": account.id,
        "AssignIpv6AddressOnCreation": false,
        "Tags": tags::show(&subnet.tags),
        "SubnetArn": format!("arn:aws:ec2:{}:{}:subnet/{}", region.name, account.id, subnet.id),
        "SubnetId": subnet.id,
        "State": "available",
        "VpcId": subnet.vpc_id,
        "CidrBlock": subnet.cidr,
        "AvailableIpAddressCount": free_addresses(&region.network, &subnet.id),
        "AvailabilityZone": subnet.zone,
        "DefaultForAz": subnet.default_for_zone,
        "MapPublicIpOnLaunch": subnet.default_for_zone,
    })
}
