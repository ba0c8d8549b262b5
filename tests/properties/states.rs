//! Which state may follow which.

use std::collections::{BTreeMap, BTreeSet};

use keystore_playground::model::{Account, Region};

/// What is not there yet, and what is there no longer.
const NEW: &str = "(new)";
const GONE: &str = "(gone)";

type Table = &'static [(&'static str, &'static [&'static str])];

const CLUSTER: Table = &[
    (NEW, &["CREATE_IN_PROGRESS"]),
    ("CREATE_IN_PROGRESS", &["UNINITIALIZED", "ACTIVE"]),
    (
        "UNINITIALIZED",
        &["INITIALIZE_IN_PROGRESS", "DELETE_IN_PROGRESS"],
    ),
    ("INITIALIZE_IN_PROGRESS", &["INITIALIZED"]),
    ("INITIALIZED", &["ACTIVE", "DELETE_IN_PROGRESS"]),
    (
        "ACTIVE",
        &[
            "MODIFY_IN_PROGRESS",
            "ROLLBACK_IN_PROGRESS",
            "DELETE_IN_PROGRESS",
        ],
    ),
    ("MODIFY_IN_PROGRESS", &["ACTIVE"]),
    ("ROLLBACK_IN_PROGRESS", &["ACTIVE"]),
    // Injected, be it while a change was under way, which still ends.
    (
        "DEGRADED",
        &[
            "DELETE_IN_PROGRESS",
            "UNINITIALIZED",
            "INITIALIZED",
            "ACTIVE",
            "DELETED",
            GONE,
        ],
    ),
    ("DELETE_IN_PROGRESS", &["DELETED"]),
    ("DELETED", &[GONE]),
];

const HSM: Table = &[
    (NEW, &["CREATE_IN_PROGRESS"]),
    ("CREATE_IN_PROGRESS", &["ACTIVE", "DELETE_IN_PROGRESS"]),
    ("ACTIVE", &["DELETE_IN_PROGRESS"]),
    ("DEGRADED", &["DELETE_IN_PROGRESS", "ACTIVE", GONE]),
    ("DELETE_IN_PROGRESS", &[GONE]),
];

const BACKUP: Table = &[
    (NEW, &["CREATE_IN_PROGRESS"]),
    ("CREATE_IN_PROGRESS", &["READY"]),
    // What retention or a reader deletes waits, and can be restored; what has waited is gone.
    ("READY", &["PENDING_DELETION", "DELETED", GONE]),
    ("PENDING_DELETION", &["READY", "DELETED", GONE]),
    ("DELETED", &[GONE]),
];

const STORE: Table = &[
    (NEW, &["DISCONNECTED"]),
    ("DISCONNECTED", &["CONNECTING", GONE]),
    ("CONNECTING", &["CONNECTED", "FAILED", "DISCONNECTING"]),
    ("CONNECTED", &["DISCONNECTING"]),
    ("FAILED", &["DISCONNECTING"]),
    ("DISCONNECTING", &["DISCONNECTED"]),
];

const KEY: Table = &[
    (NEW, &["Enabled"]),
    ("Enabled", &["Disabled", "Unavailable", "PendingDeletion"]),
    ("Disabled", &["Enabled", "Unavailable", "PendingDeletion"]),
    ("Unavailable", &["Enabled", "Disabled", "PendingDeletion"]),
    ("PendingDeletion", &["Disabled", "Unavailable", GONE]),
];

/// Whether everything that changed its state could; in one moment it makes one step of its table, else as many as fit.
pub fn legal(before: &Account, after: &Account, moment: bool) -> Result<(), String> {
    for (name, region) in &after.regions {
        let earlier = before.region(name);
        for (kind, table, states) in [
            (
                "cluster",
                CLUSTER,
                clusters as fn(&Account, &Region) -> Found,
            ),
            ("HSM", HSM, hsms),
            ("backup", BACKUP, backups),
            ("key store", STORE, stores),
            ("key", KEY, keys),
        ] {
            let old = earlier
                .map(|region| states(before, region))
                .unwrap_or_default();
            let new = states(after, region);
            let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for id in ids {
                let from = old.get(id).copied().unwrap_or(NEW);
                let to = new.get(id).copied().unwrap_or(GONE);
                let fits = if moment {
                    from == to || next(table, from).contains(&to)
                } else {
                    reached(table, from).contains(to)
                };
                if !fits {
                    return Err(format!("the {kind} {id} went from {from} to {to}"));
                }
            }
        }
    }
    Ok(())
}

fn next(table: Table, from: &str) -> &'static [&'static str] {
    table
        .iter()
        .find(|(state, _)| *state == from)
        .map_or(&[], |(_, next)| next)
}

fn reached(table: Table, from: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(state) = open.pop() {
        open.extend(
            next(table, state)
                .iter()
                .copied()
                .filter(|&state| found.insert(state)),
        );
    }
    found
}

/// States by id.
type Found = BTreeMap<String, &'static str>;

fn clusters(_: &Account, region: &Region) -> Found {
    let all = region.clusters.iter();
    all.map(|(id, cluster)| (id.clone(), cluster.state.word()))
        .collect()
}

fn hsms(_: &Account, region: &Region) -> Found {
    let all = region.clusters.values().flat_map(|cluster| &cluster.hsms);
    all.map(|hsm| (hsm.id.clone(), hsm.state.word())).collect()
}

fn backups(_: &Account, region: &Region) -> Found {
    let all = region.backups.iter();
    all.map(|(id, backup)| (id.clone(), backup.state.word()))
        .collect()
}

fn stores(_: &Account, region: &Region) -> Found {
    let all = region.key_stores.iter();
    all.map(|(id, store)| (id.clone(), store.state.word()))
        .collect()
}

fn keys(account: &Account, region: &Region) -> Found {
    let all = region.keys.iter();
    all.map(|(id, key)| (id.clone(), account.key_state(region, key).word()))
        .collect()
}
