//! `lab inject`: faults that no real tool can cause, as state of the simulated world.

use crate::model::{Account, ClusterState, HsmState};

/// Switches a fault on or off. If the target no longer exists, nothing happens.
pub fn inject(account: &mut Account, region: &str, fault: &str, target: Option<&str>, on: bool) {
    let injected = &mut account.injected;
    match fault {
        "network-errors" => injected.network_errors = on,
        "internal-error" if target == Some("cloudhsmv2") => injected.cloudhsm_failure = on,
        "internal-error" if target == Some("kms") => injected.kms_failure = on,
        "internal-error" => injected.internal_error = on,
        "throttle" => {
            let (what, others) = target
                .and_then(|target| target.split_once('='))
                .unwrap_or_default();
            injected.throttled.retain(|(metered, _)| metered != what);
            if on {
                let others = others.parse().unwrap_or_default();
                injected.throttled.push((what.to_owned(), others));
            }
        }
        "hsm-full" => injected.hsm_full = on,
        "pkcs11-full" => injected.pkcs11_full = on,
        _ => {
            let Some(region) = account.regions.get_mut(region) else {
                return;
            };
            let (id, state) = target.map_or(("", ""), |target| {
                target.split_once('=').unwrap_or((target, ""))
            });
            match fault {
                "hsm-degraded" => {
                    for hsm in region
                        .clusters
                        .values_mut()
                        .flat_map(|cluster| &mut cluster.hsms)
                    {
                        // One that is being created or deleted keeps its state.
                        let up = matches!(hsm.state, HsmState::Active | HsmState::Degraded);
                        if up && hsm.id == id {
                            hsm.state = if on {
                                HsmState::Degraded
                            } else {
                                HsmState::Active
                            };
                        }
                    }
                }
                "cluster-state" => {
                    if let (Some(cluster), Some(state)) =
                        (region.clusters.get_mut(id), ClusterState::parse(state))
                    {
                        cluster.state = if on { state } else { ClusterState::Active };
                    }
                }
                "mtls" => {
                    if let Some(cluster) = region.clusters.get_mut(id) {
                        cluster.mutual_tls = on;
                    }
                }
                _ => {}
            }
        }
    }
}
