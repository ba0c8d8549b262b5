//! Network facts: subnets with their free addresses, security groups, and whether one interface reaches another.

use std::collections::BTreeMap;

pub use super::cidr::{Cidr, free_range, is_ipv6};
use super::{AccountFacts, cidr};
use crate::model::{
    Association, Direction, Interface, InternetGateway, Network, NetworkAcl, Peer, PortRule,
    Protocol, Region, RouteTable, RouteTarget, SecurityGroup, Vpc, set_of,
};

/// A subnet that a request or a cluster names.
#[derive(Clone, Debug, PartialEq)]
pub struct SubnetFacts {
    /// Id.
    pub id: String,
    /// Availability Zone.
    pub zone: String,
    /// VPC; empty when the subnet is gone.
    pub vpc_id: String,
    /// Whether it still exists.
    pub exists: bool,
    /// Free addresses.
    pub free: usize,
    /// Whether its route table leads to an internet gateway.
    pub public: bool,
    /// Whether CloudHSM has capacity in its zone.
    pub cloudhsm: bool,
}

impl SubnetFacts {
    pub(super) fn of(region: &Region, zone: &str, id: &str) -> Self {
        let subnet = region.network.subnets.get(id);
        let zone = subnet.map_or(zone, |subnet| &subnet.zone);
        Self {
            id: id.to_owned(),
            zone: zone.to_owned(),
            vpc_id: subnet
                .map(|subnet| subnet.vpc_id.clone())
                .unwrap_or_default(),
            exists: subnet.is_some(),
            free: subnet.map_or(0, |_| free_addresses(&region.network, id)),
            public: subnet.is_some() && is_public(&region.network, id),
            cloudhsm: region
                .zones
                .iter()
                .any(|known| known.name == zone && known.cloudhsm),
        }
    }
}

/// A security group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFacts {
    /// The group.
    pub group: SecurityGroup,
}

impl GroupFacts {
    /// As [`SecurityGroup::admits_itself`].
    #[must_use]
    pub fn admits_itself(&self, direction: Direction) -> bool {
        self.group.admits_itself(direction)
    }
}

/// Whether and why not one interface reaches a port of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathFacts {
    /// It does.
    Open,
    /// They are not in one VPC.
    OtherVpc,
    /// No outbound rule lets the traffic out.
    NoEgress,
    /// No inbound rule lets the traffic in.
    NoIngress,
}

/// Whether TCP gets from one interface to a port of the other.
#[must_use]
pub fn path(network: &Network, from: &Interface, to: &Interface, port: u16) -> PathFacts {
    let vpc = |interface: &Interface| {
        network
            .subnets
            .get(&interface.subnet_id)
            .map(|subnet| subnet.vpc_id.clone())
    };
    if vpc(from).is_none() || vpc(from) != vpc(to) {
        return PathFacts::OtherVpc;
    }
    let admits = |carrier: &Interface, other: &Interface, direction| {
        carrier
            .groups
            .iter()
            .filter_map(|id| network.security_groups.get(id))
            .flat_map(|group| group.rules(direction))
            .any(|rule| {
                rule.covers_tcp(port, port)
                    && match &rule.peer {
                        Peer::Group(id) => other.groups.contains(id),
                        Peer::Range(range) => cidr::contains(range, &other.ip),
                    }
            })
    };
    if !admits(from, to, Direction::Egress) {
        PathFacts::NoEgress
    } else if !admits(to, from, Direction::Ingress) {
        PathFacts::NoIngress
    } else {
        PathFacts::Open
    }
}

/// Addresses of a subnet that nothing uses: AWS reserves five in each.
#[must_use]
pub fn free_addresses(network: &Network, subnet_id: &str) -> usize {
    let Some(range) = network
        .subnets
        .get(subnet_id)
        .and_then(|subnet| Cidr::parse(&subnet.cidr))
    else {
        return 0;
    };
    let used: usize = network
        .interfaces
        .values()
        .filter(|interface| interface.subnet_id == subnet_id)
        .map(|interface| interface.addresses().count())
        .sum();
    (range.size().saturating_sub(5)).saturating_sub(used)
}

/// The free host addresses of a subnet: the first one from a place on, which may be any number, going round. The first four and the last
/// are reserved.
pub fn free_hosts<'n>(
    network: &'n Network,
    subnet_id: &str,
    place: usize,
) -> impl Iterator<Item = String> + use<'n> {
    let range = network.subnets.get(subnet_id);
    let range = range.and_then(|subnet| Cidr::parse(&subnet.cidr));
    // Looked up once for all: an interface may ask for thousands.
    let interfaces = network.interfaces.values();
    let interfaces = interfaces.filter(|interface| interface.subnet_id == subnet_id);
    let used = set_of(
        interfaces
            .flat_map(Interface::addresses)
            .map(String::as_str),
    );
    let hosts = range.map_or(0, |range| range.size().saturating_sub(5));
    (0..hosts)
        .filter_map(move |step| Some(range?.address(4 + (place + step) % hosts)))
        .filter(move |ip| !used.contains(ip.as_str()))
}

/// The lowest free host address of a subnet.
#[must_use]
pub fn next_address(network: &Network, subnet_id: &str) -> Option<String> {
    free_hosts(network, subnet_id, 0).next()
}

/// Whether an address is one that the subnet gives out; the first four and the last are reserved.
#[must_use]
pub fn is_host(network: &Network, subnet_id: &str, ip: &str) -> bool {
    network
        .subnets
        .get(subnet_id)
        .and_then(|subnet| Cidr::parse(&subnet.cidr))
        .and_then(|range| Some((range.offset(ip)?, range.size())))
        .is_some_and(|(offset, size)| offset >= 4 && offset + 1 < size)
}

/// Whether an address is one that the subnet gives out and nothing uses.
#[must_use]
pub fn is_free(network: &Network, subnet_id: &str, ip: &str) -> bool {
    is_host(network, subnet_id, ip)
        && !network.interfaces.values().any(|interface| {
            interface.subnet_id == subnet_id && interface.addresses().any(|own| own == ip)
        })
}

/// The tags of what an id names; `None` for what does not exist or cannot have tags.
#[must_use]
pub fn tags<'a>(region: &'a Region, id: &str) -> Option<&'a BTreeMap<String, String>> {
    let network = &region.network;
    Some(match id.split_once('-')?.0 {
        "vpc" => &network.vpcs.get(id)?.tags,
        "subnet" => &network.subnets.get(id)?.tags,
        "rtb" => &network.route_tables.get(id)?.tags,
        "igw" => &network.internet_gateways.get(id)?.tags,
        "sg" => &network.security_groups.get(id)?.tags,
        "acl" => &network.acls.get(id)?.tags,
        "eni" => &network.interfaces.get(id)?.tags,
        _ => (id == region.client.instance_id).then_some(&region.client.tags)?,
    })
}

/// Whether the effective route table of a subnet leads to an internet gateway.
#[must_use]
pub fn is_public(network: &Network, subnet_id: &str) -> bool {
    effective_route_table(network, subnet_id).is_some_and(|table| {
        table
            .routes
            .iter()
            .any(|route| matches!(route.target, RouteTarget::InternetGateway(_)))
    })
}

/// The route table of a subnet: the one associated with it, else the main table of its VPC.
#[must_use]
pub fn effective_route_table<'a>(network: &'a Network, subnet_id: &str) -> Option<&'a RouteTable> {
    let subnet = network.subnets.get(subnet_id)?;
    let of_vpc = || {
        network
            .route_tables
            .values()
            .filter(|table| table.vpc_id == subnet.vpc_id)
    };
    of_vpc()
        .find(|table| {
            table
                .associations
                .iter()
                .any(|association| association.subnet_id == subnet_id)
        })
        .or_else(|| of_vpc().find(|table| table.main))
}

/// The network ACL of a subnet: the one that it was given to, else the one that came with its VPC.
#[must_use]
pub fn effective_acl<'a>(network: &'a Network, subnet_id: &str) -> Option<&'a NetworkAcl> {
    let vpc = &network.subnets.get(subnet_id)?.vpc_id;
    let mut of_vpc = network.acls.values().filter(|acl| acl.vpc_id == *vpc);
    let given = |acl: &&NetworkAcl| acl.associations.iter().any(|it| it.subnet_id == subnet_id);
    of_vpc
        .clone()
        .find(given)
        .or_else(|| of_vpc.find(|acl| !acl.custom))
}

/// The associations of a network ACL, also the implicit ones: a new subnet uses the default ACL of its VPC.
pub fn acl_associations<'a>(
    network: &'a Network,
    acl: &'a NetworkAcl,
) -> impl Iterator<Item = Association> + 'a {
    let guarded = network.subnets.values().filter(move |subnet| {
        effective_acl(network, &subnet.id).is_some_and(|own| own.id == acl.id)
    });
    guarded.map(|subnet| {
        let mut given = acl.associations.iter();
        let given = given.find(|association| association.subnet_id == subnet.id);
        given.cloned().unwrap_or_else(|| Association {
            id: subnet.id.replacen("subnet-", "aclassoc-", 1),
            subnet_id: subnet.id.clone(),
        })
    })
}

/// The association of a subnet with a network ACL, by its id.
#[must_use]
pub fn acl_association(network: &Network, id: &str) -> Option<Association> {
    let mut acls = network.acls.values();
    acls.find_map(|acl| acl_associations(network, acl).find(|association| association.id == id))
}

/// A security group.
pub(super) fn group_facts(region: &Region, id: &str) -> Option<GroupFacts> {
    let group = region.network.security_groups.get(id)?.clone();
    Some(GroupFacts { group })
}

/// Interfaces that carry a security group.
pub fn carriers<'a>(network: &'a Network, group: &str) -> impl Iterator<Item = &'a Interface> {
    let carries = move |interface: &&Interface| interface.groups.iter().any(|id| id == group);
    network.interfaces.values().filter(carries)
}

/// The subnets that the request names in `SubnetIds` or `SubnetId`.
pub(super) fn subnets(facts: &AccountFacts<'_>) -> Vec<(String, Option<SubnetFacts>)> {
    let Some(region) = facts.here() else {
        return Vec::new();
    };
    let listed = facts
        .input
        .get("SubnetIds")
        .and_then(|ids| ids.as_array())
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_str());
    listed
        .chain(facts.given_text("SubnetId"))
        .map(|id| {
            let found = SubnetFacts::of(region, "", id);
            (id.to_owned(), found.exists.then_some(found))
        })
        .collect()
}

pub(super) fn vpc<'a>(facts: &AccountFacts<'a>) -> Option<&'a Vpc> {
    facts.here()?.network.vpcs.get(facts.given_text("VpcId")?)
}

pub(super) fn group(facts: &AccountFacts<'_>) -> Option<GroupFacts> {
    group_facts(facts.here()?, facts.given_text("GroupId")?)
}

pub(super) fn route_table<'a>(facts: &AccountFacts<'a>) -> Option<&'a RouteTable> {
    facts
        .here()?
        .network
        .route_tables
        .get(facts.given_text("RouteTableId")?)
}

pub(super) fn internet_gateway<'a>(facts: &AccountFacts<'a>) -> Option<&'a InternetGateway> {
    let id = facts
        .given_text("InternetGatewayId")
        .or_else(|| facts.given_text("GatewayId"))?;
    facts.here()?.network.internet_gateways.get(id)
}

pub(super) fn interface<'a>(facts: &AccountFacts<'a>) -> Option<&'a Interface> {
    facts
        .here()?
        .network
        .interfaces
        .get(facts.given_text("NetworkInterfaceId")?)
}

/// The rules that the `IpPermissions` of a request describe, one for each peer; ids are empty. What is not a rule is left out.
#[must_use]
pub fn port_rules(input: &serde_json::Value) -> Vec<PortRule> {
    let mut rules = Vec::new();
    for permission in input["IpPermissions"].as_array().into_iter().flatten() {
        let Some(protocol) = permission["IpProtocol"].as_str().and_then(Protocol::parse) else {
            continue;
        };
        let port = |name: &str, otherwise: u16| {
            permission[name]
                .as_i64()
                .and_then(|port| u16::try_from(port).ok())
                .unwrap_or(otherwise)
        };
        let (from_port, to_port) = match protocol {
            Protocol::All => (0, u16::MAX),
            _ => (port("FromPort", 0), port("ToPort", u16::MAX)),
        };
        let groups = permission["UserIdGroupPairs"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|pair| Some(Peer::Group(pair["GroupId"].as_str()?.to_owned())));
        let ranges = permission["IpRanges"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|range| Some(Peer::Range(range["CidrIp"].as_str()?.to_owned())));
        let wider = permission["Ipv6Ranges"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|range| Some(Peer::Range(range["CidrIpv6"].as_str()?.to_owned())));
        rules.extend(groups.chain(ranges).chain(wider).map(|peer| PortRule {
            id: String::new(),
            protocol,
            from_port,
            to_port,
            peer,
        }));
    }
    rules
}
