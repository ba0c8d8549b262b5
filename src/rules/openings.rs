//! Command lines that open the ways between subnets and through a cluster's security group, for the fixes of rules.

use crate::facts::Facts;
use crate::facts::way::{self, End, LAST, Stopped};
use crate::model::{AclEntry, Direction, Network, Protocol};

/// What has to be done so that every way is open for TCP to these ports, and for the answers. Opening one border shows the next that is
/// closed, so it is done to a copy step by step.
#[must_use]
pub fn openings(network: &Network, ways: &[(End, End)], ports: (u16, u16)) -> Vec<String> {
    let mut network = network.clone();
    let mut lines = Vec::new();
    for (from, to) in ways {
        while let Some(hole) = way::black_hole(&network, from, to) {
            if let Some(table) = network.route_tables.get_mut(&hole.table) {
                let routes = &mut table.routes;
                routes.retain(|route| route.destination != hole.destination);
            }
            lines.push(format!(
                "aws ec2 delete-route --route-table-id {} --destination-cidr-block {}",
                hole.table, hole.destination
            ));
        }
        while let Some(stopped) = way::stopped(&network, from, to, ports) {
            lines.push(unstop(&mut network, &stopped));
        }
    }
    lines
}

/// The commands that open the security group of a cluster to itself, in the directions that are closed.
#[must_use]
pub fn open_group(facts: &dyn Facts, cluster: &str) -> Vec<String> {
    let group = facts.region().known().and_then(|region| {
        let id = region.clusters.get(cluster)?.security_group.as_ref()?;
        region.network.security_groups.get(id)
    });
    let Some(group) = group else {
        return Vec::new();
    };
    [
        (Direction::Ingress, "ingress"),
        (Direction::Egress, "egress"),
    ]
    .into_iter()
    .filter(|(direction, _)| !group.admits_itself(*direction))
    .map(|(_, word)| {
        format!(
            "aws ec2 authorize-security-group-{word} --group-id {0} --ip-permissions 'IpProtocol=tcp,FromPort=2223,ToPort=2225,UserIdGroupPairs=[{{GroupId={0}}}]'",
            group.id
        )
    })
    .collect()
}

/// Takes the entry out that denies, or lets the VPC's own traffic through where no entry fits.
fn unstop(network: &mut Network, stopped: &Stopped) -> String {
    let range = network
        .subnets
        .get(&stopped.subnet)
        .and_then(|subnet| network.vpcs.get(&subnet.vpc_id))
        .map_or_else(|| "0.0.0.0/0".to_owned(), |vpc| vpc.cidr.clone());
    let flag = match stopped.direction {
        Direction::Ingress => "--ingress",
        Direction::Egress => "--egress",
    };
    let acl = &stopped.acl;
    let Some(found) = network.acls.get_mut(acl) else {
        return String::new();
    };
    if stopped.number != LAST {
        found.remove(stopped.number, stopped.direction);
        return format!(
            "aws ec2 delete-network-acl-entry --network-acl-id {acl} --rule-number {} {flag}",
            stopped.number
        );
    }
    let taken = |number: &u16| found.entries.iter().any(|entry| entry.number == *number);
    let number = (1..LAST).find(|number| !taken(number)).unwrap_or(1);
    let (from, to) = stopped.ports;
    let line = format!(
        "aws ec2 create-network-acl-entry --network-acl-id {acl} --rule-number {number} --protocol tcp --port-range From={from},To={to} --cidr-block {range} --rule-action allow {flag}"
    );
    found.put(AclEntry {
        number,
        direction: stopped.direction,
        allow: true,
        protocol: Protocol::Tcp,
        from_port: from,
        to_port: to,
        range,
    });
    line
}
