//! CreateHsm. The first HSM brings the cluster's certificate request; every further one joins with the users and keys of a snapshot that
//! is taken while it joins, so that what changes in between stays different forever.

use std::collections::BTreeMap;

use serde_json::json;

use super::{backup, shapes, views};
use crate::api::shape::{Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service};
use crate::facts::network::free_hosts;
use crate::model::{
    Account, ClusterState, Hsm, HsmContents, HsmState, HsmUser, Interface, Job, Scheduled, UserKind,
};
use crate::pki;
use crate::text::service as words;

/// CreateHsm.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "CreateHsm",
    input: &[
        required("ClusterId", shapes::CLUSTER_ID),
        required("AvailabilityZone", shapes::ZONE),
        member("IpAddress", shapes::IP_ADDRESS),
    ],
    output: &[member("Hsm", Shape::structure(shapes::HSM))],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let cluster_id = call.needed("ClusterId")?.to_owned();
    let zone = call.needed("AvailabilityZone")?.to_owned();
    let wanted = call.text("IpAddress").map(str::to_owned);
    let id = call.entropy.base32_id("hsm", "hsm");
    let eni_id = call.entropy.hex_id("eni", "hsm");
    let place = call.entropy.bytes("address")[0].into();
    let region = call.here_mut()?;
    let cluster = region
        .clusters
        .get_mut(&cluster_id)
        .ok_or_else(|| Bug(format!("no cluster {cluster_id}")))?;
    let subnet_id = cluster
        .subnet_mapping
        .get(&zone)
        .cloned()
        .ok_or_else(|| Bug(format!("no subnet in {zone}")))?;
    let ip = wanted
        .or_else(|| free_hosts(&region.network, &subnet_id, place).next())
        .ok_or_else(|| Bug(format!("no free address in {subnet_id}")))?;
    region.network.interfaces.insert(
        eni_id.clone(),
        Interface {
            id: eni_id.clone(),
            subnet_id: subnet_id.clone(),
            ip: ip.clone(),
            groups: cluster.security_group.iter().cloned().collect(),
            description: words::HSM_INTERFACE.to_owned(),
            requester_managed: true,
            secondary: Vec::new(),
            tags: BTreeMap::new(),
        },
    );
    let hsm = Hsm {
        id: id.clone(),
        zone,
        subnet_id,
        eni_id,
        ip,
        state: HsmState::CreateInProgress,
        contents: HsmContents::default(),
        join_snapshot: None,
        sessions: Vec::new(),
    };
    let joins = cluster.activated;
    let answer = json!({ "Hsm": views::hsm(cluster, &hsm) });
    cluster.hsms.push(hsm);
    let (cluster, hsm) = (cluster_id, id);
    if joins {
        call.later(
            super::JOIN_SNAPSHOT,
            Job::HsmSnapshot {
                cluster: cluster.clone(),
                hsm: hsm.clone(),
            },
        );
        call.later(super::CREATE_HSM, Job::HsmCreated { cluster, hsm });
    } else {
        call.later(super::CREATE_FIRST_HSM, Job::HsmCreated { cluster, hsm });
    }
    Ok(answer)
}

/// The joining HSM takes its copy: from an active HSM, or from the newest backup where there is none.
pub(in crate::api) fn take_snapshot(
    call: &mut Call<'_>,
    cluster_id: &str,
    hsm_id: &str,
) -> Result<(), Bug> {
    let region = call.here_mut()?;
    let Some(cluster) = region.clusters.get(cluster_id) else {
        return Ok(());
    };
    let source = cluster
        .active_hsms()
        .next()
        .map(|hsm| hsm.contents.clone())
        .or_else(|| backup::newest(region, cluster).map(|backup| backup.contents.clone()));
    if let Some(hsm) = region
        .clusters
        .get_mut(cluster_id)
        .and_then(|cluster| cluster.hsm_mut(hsm_id))
    {
        hsm.join_snapshot = source;
    }
    Ok(())
}

/// The HSM becomes ACTIVE.
pub(in crate::api) fn finish(
    call: &mut Call<'_>,
    cluster_id: &str,
    hsm_id: &str,
) -> Result<(), Bug> {
    let now = call.now();
    let seed = call.seed;
    let password = call.entropy.seal(b"password");
    let service_password = call.entropy.password(&format!("app_user/{hsm_id}"));
    let Some(cluster) = call.here_mut()?.clusters.get_mut(cluster_id) else {
        return Ok(());
    };
    let (activated, state) = (cluster.activated, cluster.state);
    let hsm_type = cluster.hsm_type.clone();
    let Some(hsm) = cluster.hsm_mut(hsm_id) else {
        return Ok(());
    };
    hsm.state = HsmState::Active;
    if activated {
        hsm.contents = hsm.join_snapshot.take().unwrap_or_default();
        // Keys are brought into line when the HSM joins; users never are.
        let keys = cluster
            .active_hsms()
            .find(|other| other.id != hsm_id)
            .map(|other| other.contents.keys.clone());
        if let (Some(keys), Some(hsm)) = (keys, cluster.hsm_mut(hsm_id)) {
            hsm.contents.keys = keys;
        }
        return backup::take(call, cluster_id);
    }
    hsm.contents = HsmContents {
        users: vec![
            user(1, UserKind::Preco, "admin", password),
            user(2, UserKind::Au, "app_user", service_password),
        ],
        ..HsmContents::default()
    };
    if state == ClusterState::Uninitialized {
        let key = call.memo.rsa(seed, hsm_id);
        let papers = pki::hsm_papers(hsm_id, &hsm_type, &key, now.seconds())
            .map_err(|problem| Bug(format!("papers of {hsm_id}: {}", problem.0)))?;
        let cluster = call.cluster_mut(cluster_id)?;
        cluster.certificates.csr = Some(papers.csr);
        cluster.certificates.hsm = Some(papers.hsm_certificate);
        cluster.certificates.aws_hardware = Some(papers.aws_hardware_certificate);
        cluster.certificates.manufacturer_hardware = Some(papers.manufacturer_hardware_certificate);
    }
    Ok(())
}

fn user(id: u32, kind: UserKind, name: &str, password: crate::model::Secret) -> HsmUser {
    HsmUser {
        id,
        kind,
        name: name.to_owned(),
        password,
        failures: 0,
        two_factor: false,
    }
}

/// The purpose of the RSA key pair that a scheduled job will need, if it needs one: the first HSM's.
#[must_use]
pub fn key_needed(account: &Account, scheduled: &Scheduled) -> Option<String> {
    let Job::HsmCreated { cluster, hsm } = &scheduled.job else {
        return None;
    };
    let cluster = account.region(&scheduled.region)?.clusters.get(cluster)?;
    (cluster.state == ClusterState::Uninitialized).then(|| hsm.clone())
}
