//! What a request needs of its caller, and how fast it may be repeated.

use super::AccountFacts;
use crate::model::{Account, Injected, LinkedService};

/// The members that tag what a request makes, each with the IAM action that they need besides (service authorization reference).
const TAGGING: &[(&str, &str, &str)] = &[
    ("kms:CreateKey", "Tags", "kms:TagResource"),
    (
        "cloudhsmv2:CreateCluster",
        "TagList",
        "cloudhsm:TagResource",
    ),
    (
        "cloudhsmv2:CopyBackupToRegion",
        "TagList",
        "cloudhsm:TagResource",
    ),
    ("ec2:", "TagSpecifications", "ec2:CreateTags"),
];

/// The IAM actions by which an operation (`service:Name`) is allowed.
#[must_use]
pub fn actions_of(operation: &str) -> Vec<String> {
    match operation.split_once(':') {
        // The two keys are allowed apart.
        Some(("kms", "ReEncrypt")) => {
            vec!["kms:ReEncryptFrom".to_owned(), "kms:ReEncryptTo".to_owned()]
        }
        // Nobody can be kept from asking who he is (STS API reference).
        Some(("sts", "GetCallerIdentity")) | None => Vec::new(),
        // IAM calls the service by its old name.
        Some(("cloudhsmv2", name)) => vec![format!("cloudhsm:{name}")],
        Some(_) => vec![operation.to_owned()],
    }
}

/// The IAM actions that some requests need besides the one of their operation.
pub fn further_actions() -> impl Iterator<Item = &'static str> {
    TAGGING
        .iter()
        .map(|(.., action)| *action)
        .chain([CREATE_ROLE])
}

/// The IAM action that makes a service-linked role.
pub const CREATE_ROLE: &str = "iam:CreateServiceLinkedRole";

/// Whether what was denied, an action or the beginning of some with a star, covers an action.
#[must_use]
pub fn covers(denied: &str, action: &str) -> bool {
    denied == action
        || denied
            .strip_suffix('*')
            .is_some_and(|start| action.starts_with(start))
}

/// The IAM actions that the request needs and the caller was denied.
pub(super) fn denied(facts: &AccountFacts<'_>) -> Vec<String> {
    let mut actions = actions_of(facts.operation);
    let roles = &facts.account.roles;
    match facts.operation {
        "kms:CreateCustomKeyStore" => {
            actions.push("cloudhsm:DescribeClusters".to_owned());
            if roles.of(LinkedService::KeyStores).is_none() {
                actions.push(CREATE_ROLE.to_owned());
            }
        }
        "cloudhsmv2:CreateCluster" if roles.of(LinkedService::CloudHsm).is_none() => {
            actions.push(CREATE_ROLE.to_owned());
        }
        _ => {}
    }
    for (operation, member, action) in TAGGING {
        let tags = facts.input.get(member).and_then(|tags| tags.as_array());
        if facts.operation.starts_with(operation) && tags.is_some_and(|tags| !tags.is_empty()) {
            actions.push((*action).to_owned());
        }
    }
    actions.retain(|action| denies(facts.account, action));
    actions
}

/// Whether the caller was denied an action.
#[must_use]
pub fn denies(account: &Account, action: &str) -> bool {
    let denied = &account.injected.denied;
    denied.iter().any(|denied| covers(denied, action))
}

/// Requests a second that AWS KMS takes of each operation (KMS developer guide, requests-per-second, as of 2022). Where several
/// operations share a rate, see [`SHARED`]. Of those that only look the reader's own calls leave no trace, so that only what others
/// call counts.
const RATES: &[(&str, u32)] = &[
    ("CancelKeyDeletion", 5),
    ("ConnectCustomKeyStore", 5),
    ("CreateAlias", 5),
    ("CreateCustomKeyStore", 5),
    ("CreateKey", 5),
    ("DeleteAlias", 15),
    ("DeleteCustomKeyStore", 5),
    ("DescribeCustomKeyStores", 5),
    ("DescribeKey", 2_000),
    ("DisableKey", 5),
    ("DisableKeyRotation", 5),
    ("DisconnectCustomKeyStore", 5),
    ("EnableKey", 5),
    ("EnableKeyRotation", 15),
    ("GetKeyPolicy", 1_000),
    ("GetKeyRotationStatus", 1_000),
    ("ListAliases", 500),
    ("ListKeyPolicies", 100),
    ("ListKeys", 500),
    ("ListResourceTags", 2_000),
    ("PutKeyPolicy", 15),
    ("ScheduleKeyDeletion", 15),
    ("TagResource", 10),
    ("UntagResource", 5),
    ("UpdateAlias", 5),
    ("UpdateCustomKeyStore", 5),
    ("UpdateKeyDescription", 5),
];

/// The operations with the keys of a custom key store, which share its rate, each with what one of them costs (same page; the costs as of
/// 2020, where the page gives them as about three times that of the others).
const SHARED: &[(&str, u32)] = &[
    ("Decrypt", 1),
    ("Encrypt", 1),
    ("GenerateDataKey", 3),
    ("GenerateDataKeyWithoutPlaintext", 3),
    ("GenerateRandom", 3),
    ("ReEncrypt", 1),
];

/// Operations a second with the keys of one custom key store.
const STORE_RATE: u32 = 1_800;

/// The name under which the operations that share a rate are metered.
pub const CRYPTOGRAPHIC: &str = "cryptographic operations";

/// How the names of operations begin that only look.
const LOOKING: &[&str] = &["Describe", "Get", "List"];

/// The name under which an operation of AWS KMS is metered, where a rate is documented, and what others take of that rate unless the
/// reader says: all of it where calls leave no trace to count.
#[must_use]
pub fn metered_as(operation: &str) -> Option<(&'static str, u32)> {
    let named = |list: &'static [(&'static str, u32)]| {
        list.iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(operation))
    };
    if named(SHARED).is_some() {
        return Some((CRYPTOGRAPHIC, 0));
    }
    let (name, rate) = named(RATES)?;
    let only_looks = LOOKING.iter().any(|start| name.starts_with(start));
    Some((name, if only_looks { *rate } else { 0 }))
}

/// The operations that can be metered.
pub fn metered_operations() -> impl Iterator<Item = &'static str> {
    [RATES, SHARED]
        .into_iter()
        .flat_map(|list| list.iter().map(|(name, _)| *name))
}

/// How fast a request may be repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateFacts {
    /// What is metered together: the operation's name, or the id of the custom key store whose keys are used.
    pub bucket: String,
    /// What a second allows.
    pub rate: u32,
    /// What this request costs of it.
    pub cost: u32,
    /// What others take of it in every second.
    pub others: u32,
    /// What this second has taken so far, this request included.
    pub spent: u32,
}

/// The rate of the request, where it is metered.
pub(super) fn rate(facts: &AccountFacts<'_>) -> Option<RateFacts> {
    let Injected { throttled, .. } = &facts.account.injected;
    let name = facts.operation.strip_prefix("kms:")?;
    let (metered, _) = metered_as(name)?;
    let (_, others) = throttled.iter().find(|(of, _)| of == metered)?;
    let (bucket, rate, cost) = if metered == CRYPTOGRAPHIC {
        let (_, cost) = SHARED.iter().find(|(of, _)| *of == name)?;
        (used_store(facts)?, STORE_RATE, *cost)
    } else {
        let (_, rate) = RATES.iter().find(|(of, _)| *of == name)?;
        (metered.to_owned(), *rate, 1)
    };
    let spent = facts
        .account
        .meter
        .spent(facts.account.now, facts.region, &bucket);
    Some(RateFacts {
        bucket,
        rate,
        cost,
        others: *others,
        spent: spent.max(cost),
    })
}

/// The custom key store in which the request has something computed.
fn used_store(facts: &AccountFacts<'_>) -> Option<String> {
    match facts.given_text("CustomKeyStoreId") {
        Some(id) => Some(id.to_owned()),
        None => super::key::named(facts)?.key?.store_id().map(str::to_owned),
    }
}
