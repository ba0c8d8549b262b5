//! The way between two subnets: the routes that lead there and back, and the network ACLs at the borders. Inside one subnet neither
//! has a say.

use super::ClusterFacts;
use super::cidr::Cidr;
use super::network::{effective_acl, effective_route_table, next_address};
use crate::model::{AclEntry, Direction, Network, Protocol, RouteTarget};

/// One end of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The subnet.
    pub subnet: String,
    /// An address in it.
    pub ip: String,
}

/// A route that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlackHole {
    /// The route table.
    pub table: String,
    /// Destination of the route.
    pub destination: String,
}

/// What a network ACL stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The network ACL.
    pub acl: String,
    /// Number of the entry that denies; [`LAST`] where no entry fits.
    pub number: u16,
    /// Direction, seen from the subnet.
    pub direction: Direction,
    /// The subnet at whose border it happens.
    pub subnet: String,
    /// The other end.
    pub ip: String,
    /// The ports that have to be open.
    pub ports: (u16, u16),
}

/// Number of the last entry of every network ACL, which denies everything else.
pub const LAST: u16 = 32_767;

/// The ports from which Linux opens connections, and at which the answers arrive.
pub const EPHEMERAL: (u16, u16) = (32_768, 60_999);

/// The first route between two ends, there or back, that leads nowhere.
#[must_use]
pub fn black_hole(network: &Network, from: &End, to: &End) -> Option<BlackHole> {
    if from.subnet == to.subnet {
        return None;
    }
    lost(network, from, to).or_else(|| lost(network, to, from))
}

fn lost(network: &Network, from: &End, to: &End) -> Option<BlackHole> {
    let table = effective_route_table(network, &from.subnet)?;
    let route = table
        .routes
        .iter()
        .filter_map(|route| Some((Cidr::parse(&route.destination)?, route)))
        .filter(|(range, _)| range.offset(&to.ip).is_some())
        .max_by_key(|(range, _)| range.prefix)
        .map(|(_, route)| route)?;
    (route.target != RouteTarget::Local).then(|| BlackHole {
        table: table.id.clone(),
        destination: route.destination.clone(),
    })
}

/// The first place where a network ACL blocks TCP connections from one end to ports of the other, or their answers.
#[must_use]
pub fn stopped(network: &Network, from: &End, to: &End, ports: (u16, u16)) -> Option<Stopped> {
    if from.subnet == to.subnet {
        return None;
    }
    [
        (from, Direction::Egress, to, ports),
        (to, Direction::Ingress, from, ports),
        (to, Direction::Egress, from, EPHEMERAL),
        (from, Direction::Ingress, to, EPHEMERAL),
    ]
    .into_iter()
    .find_map(|(here, direction, other, ports)| {
        let acl = effective_acl(network, &here.subnet)?;
        let number = denied(&acl.entries, direction, &other.ip, ports)?;
        Some(Stopped {
            acl: acl.id.clone(),
            number,
            direction,
            subnet: here.subnet.clone(),
            ip: other.ip.clone(),
            ports,
        })
    })
}

/// The number of the entry that denies one of the ports.
fn denied(entries: &[AclEntry], direction: Direction, ip: &str, ports: (u16, u16)) -> Option<u16> {
    let fitting: Vec<&AclEntry> = entries
        .iter()
        .filter(|entry| entry.direction == direction)
        .filter(|entry| matches!(entry.protocol, Protocol::All | Protocol::Tcp))
        .filter(|entry| Cidr::parse(&entry.range).is_some_and(|range| range.offset(ip).is_some()))
        .collect();
    // Between two of these ports nothing changes.
    let turns = fitting
        .iter()
        .flat_map(|entry| [entry.from_port, entry.to_port.saturating_add(1)])
        .filter(|port| (ports.0..=ports.1).contains(port));
    std::iter::once(ports.0).chain(turns).find_map(|port| {
        match fitting
            .iter()
            .find(|entry| (entry.from_port..=entry.to_port).contains(&port))
        {
            Some(entry) if entry.allow => None,
            Some(entry) => Some(entry.number),
            None => Some(LAST),
        }
    })
}

/// The ways of AWS KMS: from its interface in each subnet of a cluster to each active HSM.
#[must_use]
pub fn of_kms(network: &Network, cluster: &ClusterFacts) -> Vec<(End, End)> {
    let subnets = cluster.subnets.clone().known().unwrap_or_default();
    let end = |subnet: &str, ip: String| End {
        subnet: subnet.to_owned(),
        ip,
    };
    let mut ways = Vec::new();
    for from in subnets.iter().filter(|subnet| subnet.exists) {
        let Some(own) = next_address(network, &from.id) else {
            continue;
        };
        for hsm in cluster.active_hsms() {
            if let Some(to) = subnets.iter().find(|subnet| subnet.zone == hsm.zone) {
                ways.push((end(&from.id, own.clone()), end(&to.id, hsm.ip.clone())));
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::{EPHEMERAL, LAST, denied};
    use crate::model::{AclEntry, Direction, Protocol};

    fn entry(number: u16, allow: bool, ports: (u16, u16)) -> AclEntry {
        AclEntry {
            number,
            direction: Direction::Ingress,
            allow,
            protocol: Protocol::Tcp,
            from_port: ports.0,
            to_port: ports.1,
            range: "10.0.0.0/16".to_owned(),
        }
    }

    #[test]
    fn the_first_entry_that_fits_decides_for_each_port() {
        let asked =
            |entries: &[AclEntry], ports| denied(entries, Direction::Ingress, "10.0.1.4", ports);
        let open = entry(100, true, (0, u16::MAX));
        assert_eq!(asked(&[], (2223, 2225)), Some(LAST));
        assert_eq!(asked(std::slice::from_ref(&open), (2223, 2225)), None);
        assert_eq!(
            asked(
                &[entry(90, false, (2224, 2224)), open.clone()],
                (2223, 2225)
            ),
            Some(90)
        );
        assert_eq!(
            asked(
                &[open.clone(), entry(110, false, (2224, 2224))],
                (2223, 2225)
            ),
            None
        );
        assert_eq!(
            asked(&[entry(90, true, (2223, 2224))], (2223, 2225)),
            Some(LAST)
        );
        assert_eq!(
            asked(&[entry(90, false, (60_999, 60_999)), open], EPHEMERAL),
            Some(90)
        );
    }
}
