//! Command lines that several fixes share.

use serde_json::Value;

use crate::facts::{AccountFacts, ClusterFacts, Facts, HsmFacts, Subject, way};
use crate::model::{BackupState, ClusterState, ConnectionState, HsmState, Region, Sort, UserKind};
use crate::rules::{openings, scripts};

/// Waits for what is in progress.
pub(super) const WAIT: &str = "lab settle";

/// Adds HSMs until so many zones have an active one; nothing where the cluster takes none before somebody activates it.
pub(super) fn add_hsms(cluster: &ClusterFacts, wanted: usize) -> Vec<String> {
    let joining = |hsm: &&HsmFacts| hsm.state == HsmState::CreateInProgress;
    let wait = match cluster.state {
        // The service has not noticed yet that it is activated.
        ClusterState::Initialized if cluster.activated => true,
        ClusterState::CreateInProgress
        | ClusterState::Uninitialized
        | ClusterState::InitializeInProgress
        | ClusterState::Initialized => return Vec::new(),
        _ => cluster.hsms.iter().any(|hsm| joining(&hsm)),
    };
    let mut lines: Vec<String> = wait.then(|| WAIT.to_owned()).into_iter().collect();
    let mut there = cluster.active_zones();
    let joining = cluster.hsms.iter().filter(joining);
    there.extend(joining.map(|hsm| hsm.zone.clone()));
    lines.extend(more_hsms(cluster, &there, wanted));
    lines
}

/// Adds HSMs in other zones than these until there are so many zones with one, and waits for them.
fn more_hsms(cluster: &ClusterFacts, there: &[String], wanted: usize) -> Vec<String> {
    let subnets = cluster.subnets.clone().known().unwrap_or_default();
    let mut zones: Vec<String> = subnets
        .into_iter()
        .filter(|subnet| subnet.exists && subnet.cloudhsm && !there.contains(&subnet.zone))
        .map(|subnet| subnet.zone)
        .collect();
    zones.truncate(wanted.saturating_sub(there.len()));
    if zones.is_empty() {
        return Vec::new();
    }
    let lines = zones.iter().map(|zone| {
        format!(
            "aws cloudhsmv2 create-hsm --cluster-id {} --availability-zone {zone}",
            cluster.id
        )
    });
    lines.chain([WAIT.to_owned()]).collect()
}

/// Adds the second HSM that a key store needs to a cluster that has just been activated.
pub(super) fn second_hsm(cluster: &ClusterFacts) -> Vec<String> {
    more_hsms(cluster, &cluster.active_zones(), 2)
}

/// The ports on which HSMs are reached.
pub(super) const HSM_PORTS: (u16, u16) = (2223, 2225);

/// Opens the ways from KMS's interfaces to the HSMs through routes and network ACLs.
pub(super) fn open_ways(facts: &dyn Facts) -> Vec<String> {
    match (facts.cluster().known(), facts.region().known()) {
        (Some(cluster), Some(region)) => {
            let ways = way::of_kms(&region.network, &cluster);
            openings(&region.network, &ways, HSM_PORTS)
        }
        _ => Vec::new(),
    }
}

/// Disconnects a failed store, runs `repair`, and connects again: a FAILED store must be disconnected first. Before there is a store
/// the repair is all.
pub(super) fn reconnect(facts: &dyn Facts, repair: Vec<String>) -> Vec<String> {
    let Some(store) = facts.store().known() else {
        return repair;
    };
    let mut lines = let_go(&store.id, store.state);
    lines.extend(repair);
    lines.push(format!(
        "aws kms connect-custom-key-store --custom-key-store-id {}",
        store.id
    ));
    lines.push(WAIT.to_owned());
    lines
}

/// Gives KMS the password of kmsuser.
pub(super) fn update_password(facts: &dyn Facts) -> Vec<String> {
    facts
        .store()
        .known()
        .map(|store| {
            format!(
                "aws kms update-custom-key-store --custom-key-store-id {} --key-store-password \"$KMSUSER_PASSWORD\"",
                store.id
            )
        })
        .into_iter()
        .collect()
}

/// The lines that give kmsuser one password on every HSM, making the user where it is missing.
pub(super) fn make_kmsuser(cluster: &ClusterFacts) -> Vec<String> {
    let present = cluster
        .active_hsms()
        .filter(|hsm| {
            hsm.contents
                .clone()
                .known()
                .is_some_and(|contents| contents.user(UserKind::Cu, "kmsuser").is_some())
        })
        .count();
    let mut lines = scripts::create_user("CU", "kmsuser", "KMSUSER_PASSWORD");
    // An HSM that has the user already refuses; ignoring that goes on to the next one.
    lines.extend(std::iter::repeat_n("I".to_owned(), present));
    if present > 0 {
        lines.extend(set_password());
    }
    lines
}

/// The lines that give kmsuser a new password.
pub(super) fn set_password() -> Vec<String> {
    scripts::change_password("CU", "kmsuser", "KMSUSER_PASSWORD")
}

/// Restores a cluster from the newest backup of the store's lineage, gives it two HSMs and moves the store to it.
pub(super) fn restore_cluster(facts: &dyn Facts) -> Vec<String> {
    let (Some(region), Some(store)) = (facts.region().known(), facts.store().known()) else {
        return Vec::new();
    };
    let Some(backup) = region
        .backups
        .values()
        .filter(|backup| {
            let there = [BackupState::Ready, BackupState::CreateInProgress];
            backup.lineage == store.lineage && there.contains(&backup.state)
        })
        .max_by_key(|backup| backup.created)
    else {
        return Vec::new();
    };
    let cluster = region.clusters.get(&store.cluster_id);
    let subnets = usable_subnets(region, cluster.map(|cluster| cluster.vpc_id.as_str()));
    let ids: Vec<&str> = subnets.iter().map(|(_, id)| *id).collect();
    let mut lines = Vec::new();
    // Removing an HSM makes the service back the cluster up, with the users and keys of this moment.
    if let Some(hsm) = cluster.and_then(|cluster| cluster.active_hsms().next()) {
        lines.push(format!(
            "aws cloudhsmv2 delete-hsm --cluster-id {} --hsm-id {}",
            store.cluster_id, hsm.id
        ));
        lines.push(WAIT.to_owned());
        lines.push(format!(
            "BACKUP=$(aws cloudhsmv2 describe-backups --filters clusterIds={} --query 'Backups[0].BackupId' --output text)",
            store.cluster_id
        ));
    } else {
        lines.push(format!("BACKUP={}", backup.id));
    }
    lines.push(format!(
        "CLUSTER=$(aws cloudhsmv2 create-cluster --hsm-type {} --source-backup-id $BACKUP --subnet-ids {} --query Cluster.ClusterId --output text)",
        backup.hsm_type,
        ids.join(" ")
    ));
    lines.push(WAIT.to_owned());
    lines.extend(subnets.iter().take(2).map(|(zone, _)| {
        format!("aws cloudhsmv2 create-hsm --cluster-id $CLUSTER --availability-zone {zone}")
    }));
    lines.push(WAIT.to_owned());
    lines.push(format!(
        "aws kms update-custom-key-store --custom-key-store-id {} --cloud-hsm-cluster-id $CLUSTER",
        store.id
    ));
    lines
}

/// Restores the cluster of a key store that a request does not name itself, and connects the store to it.
pub(in crate::rules) fn restore_store(facts: &dyn Facts, store: &str) -> Vec<String> {
    let (Some(account), Some(region)) = (facts.account().known(), facts.region_name().known())
    else {
        return Vec::new();
    };
    let about = Subject::Store(store);
    let facts = AccountFacts::new(account, &region, facts.operation(), &Value::Null, about);
    reconnect(&facts, restore_cluster(&facts))
}

/// A private subnet in each Availability Zone in which CloudHSM has capacity: zone and id. Without a VPC any but a default one will do.
fn usable_subnets<'a>(region: &'a Region, vpc: Option<&str>) -> Vec<(&'a str, &'a str)> {
    let network = &region.network;
    let mut found: Vec<(&str, &str)> = Vec::new();
    for subnet in network.subnets.values() {
        let default = network
            .vpcs
            .get(&subnet.vpc_id)
            .is_some_and(|vpc| vpc.is_default);
        let fits = vpc.map_or(!default, |vpc| vpc == subnet.vpc_id);
        let capacity = region
            .zones
            .iter()
            .any(|zone| zone.name == subnet.zone && zone.cloudhsm);
        if fits && capacity && !found.iter().any(|(zone, _)| *zone == subnet.zone) {
            found.push((&subnet.zone, &subnet.id));
        }
    }
    found.order();
    found
}

/// Disconnects the store, where that is still to be done, and waits.
pub(super) fn disconnect(facts: &dyn Facts) -> Vec<String> {
    facts
        .store()
        .known()
        .map_or_else(Vec::new, |store| let_go(&store.id, store.state))
}

/// What brings a store in that state to DISCONNECTED.
pub(super) fn let_go(store: &str, state: ConnectionState) -> Vec<String> {
    let disconnect = format!("aws kms disconnect-custom-key-store --custom-key-store-id {store}");
    match state {
        ConnectionState::Disconnected => Vec::new(),
        ConnectionState::Disconnecting => vec![WAIT.to_owned()],
        _ => vec![disconnect, WAIT.to_owned()],
    }
}

/// Connects the store and waits.
pub(super) fn connect(facts: &dyn Facts) -> Vec<String> {
    facts.store().known().map_or_else(Vec::new, |store| {
        vec![
            format!(
                "aws kms connect-custom-key-store --custom-key-store-id {}",
                store.id
            ),
            WAIT.to_owned(),
        ]
    })
}
