//! CreateCluster: a new cluster, or one restored from a backup.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{shapes, tags, views};
use crate::api::ec2::security_groups;
use crate::api::shape::{Shape, member, required};
use crate::api::{Action, Applied, Bug, Call, Operation, Service, iam};
use crate::model::{
    Backup, Certificates, Cluster, ClusterState, DAY, Job, LinkedService, PortRule, Protocol,
    RETENTION_DAYS,
};
use crate::text::service as words;

/// CreateCluster.
pub const OPERATION: Operation = Operation {
    service: Service::CloudHsm,
    name: "CreateCluster",
    input: &[
        member("BackupRetentionPolicy", shapes::RETENTION),
        required("HsmType", shapes::HSM_TYPE),
        member("SourceBackupId", shapes::BACKUP_ARN),
        required("SubnetIds", Shape::list(&shapes::SUBNET_ID).within(1, 10)),
        member("NetworkType", shapes::NETWORK_TYPE),
        member("TagList", shapes::TAGS),
        member("Mode", shapes::MODE),
    ],
    output: &[member("Cluster", Shape::structure(shapes::CLUSTER))],
    pages: None,
    action: Action::Write(apply),
};

fn apply(call: &mut Call<'_>) -> Applied {
    let id = call.entropy.base32_id("cluster", "cluster");
    let subnets: Vec<String> = call.input["SubnetIds"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|id| id.as_str().map(str::to_owned))
        .collect();
    let source = call
        .text("SourceBackupId")
        .and_then(|given| given.rsplit('/').next())
        .map(str::to_owned);
    let source: Option<Backup> = match source {
        Some(id) => Some(
            call.here()?
                .backups
                .get(&id)
                .cloned()
                .ok_or_else(|| Bug(format!("no backup {id}")))?,
        ),
        None => None,
    };
    let network = &call.here()?.network;
    let mut mapping = BTreeMap::new();
    let mut vpc_id = String::new();
    for subnet in subnets.iter().filter_map(|id| network.subnets.get(id)) {
        mapping.insert(subnet.zone.clone(), subnet.id.clone());
        vpc_id.clone_from(&subnet.vpc_id);
    }
    let group = security_group(call, &id, &vpc_id)?;
    let cluster = Cluster {
        id: id.clone(),
        state: ClusterState::CreateInProgress,
        state_message: None,
        created: call.now(),
        hsm_type: call.needed("HsmType")?.to_owned(),
        mode: call.text("Mode").unwrap_or("FIPS").to_owned(),
        vpc_id,
        subnet_mapping: mapping,
        security_group: Some(group),
        source_backup: source.as_ref().map(|backup| backup.id.clone()),
        lineage: source
            .as_ref()
            .map_or_else(|| id.clone(), |backup| backup.lineage.clone()),
        retention_days: retention(call.input).unwrap_or(RETENTION_DAYS),
        rollback: None,
        certificates: Certificates {
            cluster: source
                .as_ref()
                .and_then(|backup| backup.cluster_certificate.clone()),
            ..Certificates::default()
        },
        trust_anchor: source
            .as_ref()
            .and_then(|backup| backup.trust_anchor.clone()),
        activated: source.is_some(),
        mutual_tls: false,
        hsms: Vec::new(),
        tags: tags::of(call.input),
    };
    let answer = json!({ "Cluster": views::cluster(&cluster) });
    call.here_mut()?.clusters.insert(id.clone(), cluster);
    iam::link(call, LinkedService::CloudHsm, None);
    call.later(super::CREATE_CLUSTER, Job::ClusterCreated { cluster: id });
    Ok(answer)
}

/// The group that comes with a cluster: TCP 2223 to 2225 from and to itself. AWS's default rule that lets everything out is left away,
/// so that deleting the documented outbound rule has its documented effect.
fn security_group(call: &mut Call<'_>, cluster: &str, vpc: &str) -> Result<String, Bug> {
    let name = format!("cloudhsm-cluster-{cluster}-sg");
    let id = security_groups::create(call, vpc, &name, &words::cluster_group(cluster), false)?;
    let rule = |purpose: &str| PortRule {
        id: call.entropy.hex_id("sgr", purpose),
        protocol: Protocol::Tcp,
        from_port: 2223,
        to_port: 2225,
        peer: crate::model::Peer::Group(id.clone()),
    };
    let (ingress, egress) = (rule("ingress"), rule("egress"));
    if let Some(group) = call.here_mut()?.network.security_groups.get_mut(&id) {
        group.ingress.push(ingress);
        group.egress.push(egress);
    }
    Ok(id)
}

/// The backup retention that a request asks for, in days.
pub(super) fn retention(input: &Value) -> Option<u16> {
    input["BackupRetentionPolicy"]["Value"]
        .as_str()?
        .parse()
        .ok()
}

/// The cluster leaves CREATE_IN_PROGRESS: a restored one is active at once.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    let Some(cluster) = call.here_mut()?.clusters.get_mut(id) else {
        return Ok(());
    };
    let restored = cluster.source_backup.is_some();
    cluster.state = if restored {
        ClusterState::Active
    } else {
        ClusterState::Uninitialized
    };
    call.later(DAY, Job::DailyBackup { cluster: id.into() });
    Ok(())
}
