//! The default VPC of a Region: 172.31.0.0/16 with a public subnet per Availability Zone.

use std::collections::BTreeMap;

use crate::model::{
    InternetGateway, Network, Peer, PortRule, Protocol, Route, RouteTable, RouteTarget,
    SecurityGroup, Subnet, Vpc, Zone,
};
use crate::sim::Entropy;

/// Adds it to a new Region's network.
pub fn add(network: &mut Network, entropy: &Entropy, region: &str, zones: &[Zone]) {
    let id = |prefix: &str, what: &str| entropy.hex_id(prefix, &format!("{region}/default/{what}"));
    let vpc_id = id("vpc", "");
    let gateway = id("igw", "");
    network.vpcs.insert(
        vpc_id.clone(),
        Vpc {
            id: vpc_id.clone(),
            cidr: "172.31.0.0/16".to_owned(),
            is_default: true,
            tags: BTreeMap::new(),
        },
    );
    network.internet_gateways.insert(
        gateway.clone(),
        InternetGateway {
            id: gateway.clone(),
            vpc_id: Some(vpc_id.clone()),
            tags: BTreeMap::new(),
        },
    );
    for (index, zone) in zones.iter().enumerate() {
        let subnet = id("subnet", &zone.name);
        network.subnets.insert(
            subnet.clone(),
            Subnet {
                id: subnet,
                vpc_id: vpc_id.clone(),
                cidr: format!("172.31.{}.0/20", index * 16),
                zone: zone.name.clone(),
                default_for_zone: true,
                tags: BTreeMap::new(),
            },
        );
    }
    let table = id("rtb", "");
    network.route_tables.insert(
        table.clone(),
        RouteTable {
            id: table,
            vpc_id: vpc_id.clone(),
            main: true,
            routes: vec![
                Route {
                    destination: "172.31.0.0/16".to_owned(),
                    target: RouteTarget::Local,
                },
                Route {
                    destination: "0.0.0.0/0".to_owned(),
                    target: RouteTarget::InternetGateway(gateway),
                },
            ],
            associations: Vec::new(),
            tags: BTreeMap::new(),
        },
    );
    let group = id("sg", "");
    let everything = |purpose: &str, peer| PortRule {
        id: id("sgr", purpose),
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
            description: "default VPC security group".to_owned(),
            vpc_id,
            ingress: vec![everything("ingress", Peer::Group(group))],
            egress: vec![everything("egress", Peer::Range("0.0.0.0/0".to_owned()))],
            tags: BTreeMap::new(),
        },
    );
}
