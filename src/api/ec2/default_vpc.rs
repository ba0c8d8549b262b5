//! The default VPC of a Region: 172.31.0.0/16 with a public subnet per Availability Zone.

use std::collections::BTreeMap;

use crate::model::{
    AclEntry, Direction, InternetGateway, Network, NetworkAcl, Peer, PortRule, Protocol, Route,
    RouteTable, RouteTarget, SecurityGroup, Subnet, Vpc, Zone,
};
use crate::sim::Entropy;
use crate::text::service as words;

/// Adds it to a new Region's network.
pub fn add(network: &mut Network, entropy: &Entropy, region: &str, zones: &[Zone]) {
    let id = |prefix: &str, what: &str| entropy.hex_id(prefix, &format!("{region}/default/{what}"));
    let vpc = Vpc {
        id: id("vpc", ""),
        cidr: "172.31.0.0/16".to_owned(),
        is_default: true,
        tags: BTreeMap::new(),
    };
    let gateway = id("igw", "");
    network.internet_gateways.insert(
        gateway.clone(),
        InternetGateway {
            id: gateway.clone(),
            vpc_id: Some(vpc.id.clone()),
            tags: BTreeMap::new(),
        },
    );
    for (index, zone) in zones.iter().enumerate() {
        let subnet = id("subnet", &zone.name);
        network.subnets.insert(
            subnet.clone(),
            Subnet {
                id: subnet,
                vpc_id: vpc.id.clone(),
                cidr: format!("172.31.{}.0/20", index * 16),
                zone: zone.name.clone(),
                default_for_zone: true,
                tags: BTreeMap::new(),
            },
        );
    }
    furnish(network, entropy, region, &vpc, Some(gateway));
    network.vpcs.insert(vpc.id.clone(), vpc);
}

/// What every VPC comes with: its main route table, which leads to the gateway where there is one, its network ACL, which lets
/// everything through, and its default security group.
pub(super) fn furnish(
    network: &mut Network,
    entropy: &Entropy,
    purpose: &str,
    vpc: &Vpc,
    gateway: Option<String>,
) {
    let id = |prefix: &str, what: &str| entropy.hex_id(prefix, &format!("{purpose}/main/{what}"));
    let table = id("rtb", "");
    let local = Route {
        destination: vpc.cidr.clone(),
        target: RouteTarget::Local,
    };
    let outside = gateway.map(|gateway| Route {
        destination: "0.0.0.0/0".to_owned(),
        target: RouteTarget::InternetGateway(gateway),
    });
    network.route_tables.insert(
        table.clone(),
        RouteTable {
            id: table,
            vpc_id: vpc.id.clone(),
            main: true,
            routes: [local].into_iter().chain(outside).collect(),
            associations: Vec::new(),
            tags: BTreeMap::new(),
        },
    );
    let acl = id("acl", "");
    let open = |direction| AclEntry {
        number: 100,
        direction,
        allow: true,
        protocol: Protocol::All,
        from_port: 0,
        to_port: u16::MAX,
        range: "0.0.0.0/0".to_owned(),
    };
    network.acls.insert(
        acl.clone(),
        NetworkAcl {
            id: acl,
            vpc_id: vpc.id.clone(),
            custom: false,
            associations: Vec::new(),
            entries: vec![open(Direction::Egress), open(Direction::Ingress)],
            tags: BTreeMap::new(),
        },
    );
    let group = id("sg", "");
    let everything = |what: &str, peer| PortRule {
        id: id("sgr", what),
        protocol: Protocol::All,
        from_port: 0,
        to_port: u16::MAX,
        peer,
    };
    network.security_groups.insert(
        group.clone(),
        SecurityGroup {
            id: group.clone(),
            name: "default".to_owned(),
            description: words::DEFAULT_GROUP.to_owned(),
            vpc_id: vpc.id.clone(),
            ingress: vec![everything("ingress", Peer::Group(group))],
            egress: vec![everything("egress", Peer::Range("0.0.0.0/0".to_owned()))],
            tags: BTreeMap::new(),
        },
    );
}
