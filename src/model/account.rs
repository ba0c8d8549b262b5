//! The whole account.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{KeyState, Queue, Region, Roles, Table, Timestamp};

/// The simulated AWS account: a pure function of the seed and the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// Twelve digits.
    pub id: String,
    /// The simulated clock.
    pub now: Timestamp,
    /// Number of accepted commands so far: ids and keys are drawn from it, so a refused call shifts nothing after it.
    pub number: u64,
    /// Regions by name.
    pub regions: Table<String, Region>,
    /// What is due later.
    pub jobs: Queue,
    /// Service-linked roles.
    pub roles: Roles,
    /// Adjustable quotas.
    pub quotas: Quotas,
    /// Faults that the reader asked for.
    pub injected: Injected,
    /// What the metered requests of this second have taken; see [`Injected::throttled`].
    pub meter: Meter,
    /// Other accounts, as they were left.
    pub others: Vec<Account>,
}

/// Name of the user who calls.
pub const USER: &str = "reader";

impl Account {
    /// The ARN of the user who calls.
    #[must_use]
    pub fn user_arn(&self) -> String {
        format!("arn:aws:iam::{}:user/{USER}", self.id)
    }

    /// The Region of that name.
    #[must_use]
    pub fn region(&self, name: &str) -> Option<&Region> {
        self.regions.get(name)
    }

    /// The state of a key as a reader sees it: a pending deletion wins over the state of the key store, which wins over whether the owner
    /// disabled it.
    #[must_use]
    pub fn key_state(&self, region: &Region, key: &super::Key) -> KeyState {
        if key.deletion.is_some() {
            return KeyState::PendingDeletion;
        }
        if let Some(store_id) = key.store_id() {
            let connected = region
                .key_stores
                .get(store_id)
                .is_some_and(|store| store.state == super::ConnectionState::Connected);
            if !connected {
                return KeyState::Unavailable;
            }
        }
        if key.enabled {
            KeyState::Enabled
        } else {
            KeyState::Disabled
        }
    }
}

/// A quota by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Quota {
    /// Clusters.
    Clusters,
    /// HSMs.
    Hsms,
    /// KMS keys.
    Keys,
    /// Custom key stores.
    Stores,
    /// Aliases of one key.
    Aliases,
}

impl Quota {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Clusters,
        Self::Hsms,
        Self::Keys,
        Self::Stores,
        Self::Aliases,
    ];

    /// The quota of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quota| quota.word() == name)
    }

    /// Its name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Clusters => "clusters",
            Self::Hsms => "hsms",
            Self::Keys => "keys",
            Self::Stores => "stores",
            Self::Aliases => "aliases",
        }
    }
}

/// Quotas per Region, which AWS raises on request but for that of key stores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotas {
    /// Clusters (4 by default; CloudHSM user guide, limits).
    pub clusters: usize,
    /// HSMs (6 by default).
    pub hsms: usize,
    /// KMS keys (100,000 by default; KMS developer guide, resource-limits).
    pub keys: usize,
    /// Custom key stores (10; KMS developer guide, resource-limits). AWS does not raise this one.
    pub stores: usize,
    /// Aliases of one key (50 by default; same page).
    pub aliases: usize,
}

impl Default for Quotas {
    fn default() -> Self {
        Self {
            clusters: 4,
            hsms: 6,
            keys: 100_000,
            stores: 10,
            aliases: 50,
        }
    }
}

/// Faults that no real tool can cause; `lab inject` turns them on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Injected {
    /// The next connection attempts end in NETWORK_ERRORS.
    pub network_errors: bool,
    /// The next connection attempts end in INTERNAL_ERROR.
    pub internal_error: bool,
    /// The HSMs accept no further key.
    pub hsm_full: bool,
    /// No further PKCS #11 session is free.
    pub pkcs11_full: bool,
    /// Actions that the caller is not allowed, such as `kms:CreateCustomKeyStore`.
    /// A `*` at the end matches anything.
    pub denied: BTreeSet<String>,
    /// The CloudHSM service fails.
    pub cloudhsm_failure: bool,
    /// AWS KMS fails.
    pub kms_failure: bool,
    /// What is metered: the operation, or `cryptographic operations` for those that share a rate, and what others take of the rate in
    /// every second.
    pub throttled: Vec<(String, u32)>,
}

/// The requests of one second. Only operations that the reader throttled are counted; a refused request counts too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meter {
    /// The second, since the epoch.
    second: i64,
    /// Region, what is metered together, and how much of it was taken.
    spent: Vec<(String, String, u32)>,
}

impl Meter {
    /// How much the second at `now` has taken so far.
    #[must_use]
    pub fn spent(&self, now: Timestamp, region: &str, bucket: &str) -> u32 {
        let same = |entry: &&(String, String, u32)| entry.0 == region && entry.1 == bucket;
        let entry = self.spent.iter().find(same);
        entry
            .filter(|_| self.second == now.seconds())
            .map_or(0, |entry| entry.2)
    }

    /// Counts a request at `now`.
    pub fn count(&mut self, now: Timestamp, region: &str, bucket: &str, cost: u32) {
        if self.second != now.seconds() {
            self.second = now.seconds();
            self.spent.clear();
        }
        let same = |entry: &&mut (String, String, u32)| entry.0 == region && entry.1 == bucket;
        match self.spent.iter_mut().find(same) {
            Some(entry) => entry.2 = entry.2.saturating_add(cost),
            None => self
                .spent
                .push((region.to_owned(), bucket.to_owned(), cost)),
        }
    }
}
