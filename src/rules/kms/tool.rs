//! Fixes by the HSM tool: sessions that can be typed whatever stands between the client host and the HSMs.

use super::fixes::WAIT;
use crate::facts::{ClusterFacts, Facts, HsmFacts};
use crate::model::{ClusterState, Holder, HsmState};
use crate::rules::hsm::same_certificate;
use crate::rules::{open_group, scripts};

/// Whether AWS KMS is logged in as kmsuser for another key store than the one that the facts are about: nobody changes the user then.
fn held_by_kms(facts: &dyn Facts, cluster: &ClusterFacts) -> bool {
    let own = facts.store().known().map(|store| store.id);
    cluster.active_hsms().any(|hsm| {
        let sessions = hsm.sessions.clone().known().unwrap_or_default();
        sessions.iter().any(|session| match &session.holder {
            Holder::Kms(store) => Some(store) != own.as_ref(),
            Holder::Tool(_) => false,
        })
    })
}

/// A session of cloudhsm_mgmt_util as crypto officer that changes kmsuser on every HSM of the cluster, which is activated before where nobody
/// has done it; nothing where no command does it.
pub(super) fn as_officer(
    facts: &dyn Facts,
    cluster: &ClusterFacts,
    lines: &[String],
) -> Vec<String> {
    let Some((hsm, mut all)) = reach(facts, cluster) else {
        return Vec::new();
    };
    if held_by_kms(facts, cluster) {
        return Vec::new();
    }
    if !cluster.activated {
        all.extend(scripts::activate(&hsm.ip));
    }
    all.extend(scripts::as_officer(&hsm.ip, lines));
    all
}

/// How far a cluster is from being active, and the commands that bring it there.
pub(super) fn activate(facts: &dyn Facts, cluster: &ClusterFacts) -> Vec<String> {
    let wait = match cluster.state {
        ClusterState::InitializeInProgress => true,
        ClusterState::Initialized if cluster.activated => return vec![WAIT.to_owned()],
        ClusterState::Initialized => false,
        _ => return Vec::new(),
    };
    let Some((hsm, reach)) = reach(facts, cluster) else {
        return Vec::new();
    };
    let mut lines: Vec<String> = wait.then(|| WAIT.to_owned()).into_iter().collect();
    lines.extend(reach);
    lines.extend(scripts::activate(&hsm.ip));
    lines.push(WAIT.to_owned());
    lines
}

/// An HSM that the tool can be pointed to, and what lets the client host reach it: through the cluster's security group, carrying it, and
/// with the certificate of the cluster's authority. None where no command does.
fn reach<'a>(facts: &dyn Facts, cluster: &'a ClusterFacts) -> Option<(&'a HsmFacts, Vec<String>)> {
    let mut hsms = cluster.hsms.iter();
    let hsm = hsms.find(|hsm| hsm.state == HsmState::Active)?;
    let mut lines = open_group(facts, &cluster.id);
    lines.extend(carry_group(facts, cluster));
    lines.extend(put_anchor(facts, cluster)?);
    Some((hsm, lines))
}

/// Each cluster has a security group of its own.
fn carry_group(facts: &dyn Facts, cluster: &ClusterFacts) -> Option<String> {
    let region = facts.region().known()?;
    let group = cluster.group.clone().known()?.group.id;
    let interface = region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get(id));
    let inside = interface.filter(|interface| {
        let subnet = region.network.subnets.get(&interface.subnet_id);
        subnet.is_some_and(|subnet| subnet.vpc_id == cluster.vpc_id)
    });
    match inside {
        Some(interface) if interface.groups.contains(&group) => None,
        Some(interface) => Some(format!(
            "aws ec2 modify-instance-attribute --instance-id {} --groups {} {group}",
            region.client.instance_id,
            interface.groups.join(" ")
        )),
        None => {
            let subnets = cluster.subnets.clone().known()?;
            let subnet = subnets.into_iter().find(|subnet| subnet.exists)?.id;
            Some(format!(
                "lab client attach {subnet} --security-groups {group}"
            ))
        }
    }
}

/// Copies the certificate of the cluster's authority to where the tool looks for it, where it is not there; none where this client host does
/// not have it, or the cluster has none yet.
fn put_anchor(facts: &dyn Facts, cluster: &ClusterFacts) -> Option<Option<String>> {
    let anchor = cluster.trust_anchor.clone().known()?;
    let files = &facts.region().known()?.client.files;
    let right = |text: &String| same_certificate(text, &anchor);
    if files.get(scripts::ANCHOR).is_some_and(right) {
        return Some(None);
    }
    let (path, _) = files.iter().find(|(_, text)| right(text))?;
    Some(Some(format!("sudo cp {path} {}", scripts::ANCHOR)))
}
