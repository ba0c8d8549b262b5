//! A new AWS account: every Region with its zones, a default VPC and a client host that is attached to nothing yet.

use crate::api::ec2;
use crate::model::{
    Account, ClientHost, Injected, Keys, Meter, Network, Queue, Quotas, REGIONS, Region, Roles,
    Table, Timestamp, Zone,
};
use crate::sim::Entropy;

/// The account before its first command.
#[must_use]
pub fn account(id: &str, seed: u64, start_time: Timestamp) -> Account {
    let entropy = Entropy::new(seed, 0);
    Account {
        id: id.to_owned(),
        now: start_time,
        number: 0,
        regions: REGIONS
            .iter()
            .map(|(name, letters, without_cloudhsm)| {
                (
                    (*name).to_owned(),
                    region(&entropy, name, letters, *without_cloudhsm),
                )
            })
            .collect(),
        jobs: Queue::default(),
        roles: Roles::default(),
        quotas: Quotas::default(),
        injected: Injected::default(),
        meter: Meter::default(),
        others: Vec::new(),
    }
}

fn region(entropy: &Entropy, name: &str, letters: &str, without_cloudhsm: char) -> Region {
    let zones: Vec<Zone> = letters
        .chars()
        .enumerate()
        .map(|(index, letter)| Zone {
            name: format!("{name}{letter}"),
            id: format!("{}-az{}", short_name(name), index + 1),
            cloudhsm: letter != without_cloudhsm,
        })
        .collect();
    let mut network = Network::default();
    ec2::default_vpc::add(&mut network, entropy, name, &zones);
    Region {
        name: name.to_owned(),
        zones,
        network,
        clusters: Table::new(),
        backups: Table::new(),
        key_stores: Table::new(),
        keys: Keys::default(),
        deletions: Vec::new(),
        client: ClientHost {
            instance_id: entropy.hex_id("i", &format!("{name}/client")),
            ..ClientHost::default()
        },
    }
}

/// The Region's part of a zone id: `us-east-1` is `use1`.
fn short_name(region: &str) -> String {
    let mut parts = region.split('-');
    let area = parts.next().unwrap_or_default();
    let place: String = parts
        .next()
        .unwrap_or_default()
        .split_inclusive("north")
        .flat_map(|part| part.split_inclusive("south"))
        .filter_map(|part| part.chars().next())
        .collect();
    format!("{area}{place}{}", parts.next().unwrap_or_default())
}
