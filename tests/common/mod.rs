//! What the tests of terminal lines share: key pairs that are made once, and names for what a scenario holds.

use std::sync::{Mutex, OnceLock};

use keystore_playground::model::{HsmState, Region};
use keystore_playground::sim::Memo;

/// One RSA key pair costs more than everything else in a case, so all cases share those that were made.
pub fn memo() -> &'static Mutex<Memo> {
    static MEMO: OnceLock<Mutex<Memo>> = OnceLock::new();
    MEMO.get_or_init(Mutex::default)
}

/// Variables for what a Region holds: of its first cluster `CLUSTER`, `GROUP`, `HSM1`, `ADDRESS1`, `ZONE1`, `SUBNET1` and so on; the
/// first `STORE` and the first `KEY`.
pub fn names(region: &Region) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    if let Some(cluster) = region.clusters.values().next() {
        names.push(("CLUSTER".into(), cluster.id.clone()));
        names.extend(
            cluster
                .security_group
                .iter()
                .map(|id| ("GROUP".into(), id.clone())),
        );
        let listed = cluster
            .hsms
            .iter()
            .filter(|hsm| hsm.state != HsmState::Deleted);
        for (index, hsm) in listed.enumerate() {
            names.push((format!("HSM{}", index + 1), hsm.id.clone()));
            names.push((format!("ADDRESS{}", index + 1), hsm.ip.clone()));
        }
        for (index, (zone, subnet)) in cluster.subnet_mapping.iter().enumerate() {
            names.push((format!("ZONE{}", index + 1), zone.clone()));
            names.push((format!("SUBNET{}", index + 1), subnet.clone()));
        }
    }
    names.extend(
        region
            .key_stores
            .keys()
            .next()
            .map(|id| ("STORE".into(), id.clone())),
    );
    names.extend(
        region
            .keys
            .keys()
            .next()
            .map(|id| ("KEY".into(), id.clone())),
    );
    names
}
