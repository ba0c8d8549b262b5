//! Ranges of IPv4 addresses, and which of a VPC's are free.

use crate::model::Network;

/// An IPv4 range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cidr {
    base: u32,
    /// Prefix length.
    pub prefix: u32,
}

/// Whether a range is IPv6. Such a rule allows no IPv4 traffic, and HSMs here have IPv4 addresses.
#[must_use]
pub fn is_ipv6(range: &str) -> bool {
    let Some((address, prefix)) = range.split_once('/') else {
        return false;
    };
    address.parse::<std::net::Ipv6Addr>().is_ok()
        && prefix.parse::<u8>().is_ok_and(|prefix| prefix <= 128)
}

impl Cidr {
    /// Parses `a.b.c.d/n` where the host bits are zero.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = text.split_once('/')?;
        let address: std::net::Ipv4Addr = address.parse().ok()?;
        let prefix: u32 = prefix.parse().ok().filter(|prefix| *prefix <= 32)?;
        let range = Self {
            base: u32::from(address),
            prefix,
        };
        (range.base & !range.mask() == 0).then_some(range)
    }

    fn mask(self) -> u32 {
        u32::MAX.checked_shl(32 - self.prefix).unwrap_or(0)
    }

    /// Number of addresses.
    #[must_use]
    pub fn size(self) -> usize {
        1_usize.checked_shl(32 - self.prefix).unwrap_or(usize::MAX)
    }

    /// The address at an offset.
    #[must_use]
    pub fn address(self, offset: usize) -> String {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        std::net::Ipv4Addr::from(self.base.saturating_add(offset)).to_string()
    }

    /// The offset of an address in this range; `None` if it lies outside or is not an address.
    #[must_use]
    pub fn offset(self, ip: &str) -> Option<usize> {
        let address = u32::from(ip.parse::<std::net::Ipv4Addr>().ok()?);
        (address & self.mask() == self.base)
            .then(|| usize::try_from(address - self.base).ok())
            .flatten()
    }

    /// Whether the two ranges share an address.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let mask = self.mask() & other.mask();
        self.base & mask == other.base & mask
    }

    /// Whether `other` lies inside this range.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        other.prefix >= self.prefix && other.base & self.mask() == self.base
    }
}

/// The lowest range of a VPC that none of its subnets uses, of a size that leaves room for others.
#[must_use]
pub fn free_range(network: &Network, vpc_id: &str) -> Option<String> {
    let whole = Cidr::parse(&network.vpcs.get(vpc_id)?.cidr)?;
    // A sixteenth of a small VPC, 256 addresses of a large one.
    let prefix = (whole.prefix + 4).clamp(24, 28);
    let taken: Vec<Cidr> = network
        .subnets
        .values()
        .filter(|subnet| subnet.vpc_id == vpc_id)
        .filter_map(|subnet| Cidr::parse(&subnet.cidr))
        .collect();
    let size = Cidr { base: 0, prefix }.size();
    (0..whole.size() / size)
        .filter_map(|index| Cidr::parse(&format!("{}/{prefix}", whole.address(index * size))))
        .find(|range| !taken.iter().any(|other| other.overlaps(*range)))
        .map(|range| format!("{}/{prefix}", range.address(0)))
}

/// Whether an address lies in a range.
pub(super) fn contains(range: &str, ip: &str) -> bool {
    match (Cidr::parse(range), Cidr::parse(&format!("{ip}/32"))) {
        (Some(range), Some(address)) => range.contains(address),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::free_range;
    use crate::model::{Network, Subnet, Vpc};

    fn network(vpc: &str, subnets: &[&str]) -> Network {
        let mut network = Network::default();
        network.vpcs.insert(
            "vpc-1".to_owned(),
            Vpc {
                id: "vpc-1".to_owned(),
                cidr: vpc.to_owned(),
                is_default: false,
                tags: BTreeMap::new(),
            },
        );
        for cidr in subnets {
            network.subnets.insert(
                (*cidr).to_owned(),
                Subnet {
                    id: (*cidr).to_owned(),
                    vpc_id: "vpc-1".to_owned(),
                    cidr: (*cidr).to_owned(),
                    zone: "us-east-1a".to_owned(),
                    default_for_zone: false,
                    tags: BTreeMap::new(),
                },
            );
        }
        network
    }

    #[test]
    fn the_free_range_is_free_and_leaves_room() {
        for (vpc, subnets, next) in [
            ("10.0.0.0/16", &[][..], Some("10.0.0.0/24")),
            (
                "10.0.0.0/16",
                &["10.0.1.0/28", "10.0.0.0/24"],
                Some("10.0.2.0/24"),
            ),
            ("172.31.0.0/16", &["172.31.0.0/20"], Some("172.31.16.0/24")),
            ("10.0.0.0/24", &["10.0.0.0/28"], Some("10.0.0.16/28")),
            ("10.0.0.0/28", &[], Some("10.0.0.0/28")),
            ("10.0.0.0/28", &["10.0.0.0/28"], None),
        ] {
            let found = free_range(&network(vpc, subnets), "vpc-1");
            assert_eq!(found.as_deref(), next, "{vpc} {subnets:?}");
        }
    }
}
