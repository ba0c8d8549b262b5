//! One Region of the account, and the Regions that the simulation offers.

use serde::{Deserialize, Serialize};

use super::{Backup, ClientHost, Cluster, KeyDeletion, KeyStore, Keys, Network, Table};

/// The simulated Regions, each with the letters of its Availability Zones and the one letter in which CloudHSM has no capacity.
/// Which zone lacks CloudHSM differs by account in the real cloud; here it is fixed so that the lesson can be repeated.
pub const REGIONS: &[(&str, &str, char)] = &[
    ("us-east-1", "abcdef", 'e'),
    ("us-west-2", "abcd", 'd'),
    ("eu-west-1", "abc", 'c'),
    ("ap-southeast-2", "abc", 'c'),
];

/// Everything of the account in one Region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// Region name, such as `us-east-1`.
    pub name: String,
    /// Availability Zones in order.
    pub zones: Vec<Zone>,
    /// EC2.
    pub network: Network,
    /// CloudHSM clusters by id, the deleted ones included while they stay listed.
    pub clusters: Table<String, Cluster>,
    /// CloudHSM backups by id.
    pub backups: Table<String, Backup>,
    /// Custom key stores by id.
    pub key_stores: Table<String, KeyStore>,
    /// KMS keys by key id (a UUID).
    pub keys: Keys,
    /// KMS keys that were permanently deleted, oldest first.
    pub deletions: Vec<KeyDeletion>,
    /// The client host, where the reader's terminal runs.
    pub client: ClientHost,
}

/// An Availability Zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Zone name, such as `us-east-1a`.
    pub name: String,
    /// Zone id, such as `use1-az1`.
    pub id: String,
    /// Whether CloudHSM has capacity there.
    pub cloudhsm: bool,
}
