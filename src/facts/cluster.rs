//! Clusters, HSMs and backups as rules see them.

use super::network::{self, GroupFacts, SubnetFacts};
use super::{AccountFacts, Fact, Subject};
use crate::model::{
    Backup, BackupState, Cluster, ClusterState, Hsm, HsmContents, HsmSession, HsmState, Region,
    Sort, Timestamp,
};

/// A cluster. Users and keys are what only the HSMs know: no AWS API shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct ClusterFacts {
    /// Id.
    pub id: String,
    /// State as DescribeClusters shows it.
    pub state: ClusterState,
    /// VPC.
    pub vpc_id: String,
    /// The configured subnets.
    pub subnets: Fact<Vec<SubnetFacts>>,
    /// The cluster's security group.
    pub group: Fact<GroupFacts>,
    /// HSMs that are still listed.
    pub hsms: Vec<HsmFacts>,
    /// Identity of its backup history; equal for clusters with the same certificate.
    pub lineage: String,
    /// Trust anchor given at initialization, PEM.
    pub trust_anchor: Fact<String>,
    /// Certificate signing request, while there is one.
    pub csr: Option<String>,
    /// Whether it was ever activated.
    pub activated: bool,
    /// Whether clients must present a certificate.
    pub mutual_tls: bool,
    /// Moment of creation.
    pub created: Timestamp,
}

/// An HSM.
#[derive(Clone, Debug, PartialEq)]
pub struct HsmFacts {
    /// Id.
    pub id: String,
    /// The cluster it belongs to.
    pub cluster_id: String,
    /// Availability Zone.
    pub zone: String,
    /// Address.
    pub ip: String,
    /// State.
    pub state: HsmState,
    /// Users and keys.
    pub contents: Fact<HsmContents>,
    /// Open logins.
    pub sessions: Fact<Vec<HsmSession>>,
}

impl ClusterFacts {
    /// The HSMs in state ACTIVE.
    pub fn active_hsms(&self) -> impl Iterator<Item = &HsmFacts> {
        self.hsms.iter().filter(|hsm| hsm.state == HsmState::Active)
    }

    /// The Availability Zones with an ACTIVE HSM, without repetition.
    #[must_use]
    pub fn active_zones(&self) -> Vec<String> {
        let mut zones: Vec<String> = self.active_hsms().map(|hsm| hsm.zone.clone()).collect();
        zones.order();
        zones.dedup();
        zones
    }

    pub(super) fn of(region: &Region, cluster: &Cluster) -> Self {
        Self {
            id: cluster.id.clone(),
            state: cluster.state,
            vpc_id: cluster.vpc_id.clone(),
            subnets: Fact::Known(
                cluster
                    .subnet_mapping
                    .iter()
                    .map(|(zone, id)| SubnetFacts::of(region, zone, id))
                    .collect(),
            ),
            group: cluster
                .security_group
                .as_ref()
                .and_then(|id| network::group_facts(region, id))
                .into(),
            hsms: cluster
                .live_hsms()
                .map(|hsm| HsmFacts::of(&cluster.id, hsm))
                .collect(),
            lineage: cluster.lineage.clone(),
            trust_anchor: cluster.trust_anchor.clone().into(),
            csr: cluster.certificates.csr.clone(),
            activated: cluster.activated,
            mutual_tls: cluster.mutual_tls,
            created: cluster.created,
        }
    }
}

impl HsmFacts {
    fn of(cluster_id: &str, hsm: &Hsm) -> Self {
        Self {
            id: hsm.id.clone(),
            cluster_id: cluster_id.to_owned(),
            zone: hsm.zone.clone(),
            ip: hsm.ip.clone(),
            state: hsm.state,
            contents: Fact::Known(hsm.contents.clone()),
            sessions: Fact::Known(hsm.sessions.clone()),
        }
    }
}

/// A backup.
#[derive(Clone, Debug, PartialEq)]
pub struct BackupFacts {
    /// The backup.
    pub backup: Backup,
}

/// The cluster that the request names, else that of the key store it names. A DELETED cluster counts as absent.
pub(super) fn named(facts: &AccountFacts<'_>) -> Option<ClusterFacts> {
    let region = facts.here()?;
    let id = cluster_id(facts)?;
    let cluster = region.clusters.get(id)?;
    (cluster.state != ClusterState::Deleted).then(|| ClusterFacts::of(region, cluster))
}

fn cluster_id<'a>(facts: &AccountFacts<'a>) -> Option<&'a str> {
    let request = facts
        .given_text("CloudHsmClusterId")
        .or_else(|| facts.given_text("ClusterId"))
        .or_else(|| facts.given_text("ResourceId"));
    match facts.subject {
        Subject::Request => request,
        Subject::Store(_) | Subject::Tool { .. } => None,
    }
    .or_else(|| super::store::model(facts).map(|store| store.cluster_id.as_str()))
}

/// All live clusters.
pub(super) fn all<'a>(facts: &AccountFacts<'a>) -> Vec<&'a Cluster> {
    let region = facts.here().into_iter();
    region
        .flat_map(|region| region.clusters.values())
        .filter(|cluster| cluster.state != ClusterState::Deleted)
        .collect()
}

/// The HSM that the request names by id, interface or address.
pub(super) fn hsm(facts: &AccountFacts<'_>) -> Option<HsmFacts> {
    let region = facts.here()?;
    let cluster = region.clusters.get(facts.given_text("ClusterId")?)?;
    let wanted = |hsm: &&Hsm| {
        let same =
            |name: &str, value: &str| facts.given_text(name).is_none_or(|text| text == value);
        same("HsmId", &hsm.id) && same("EniId", &hsm.eni_id) && same("EniIp", &hsm.ip)
    };
    cluster
        .live_hsms()
        .find(wanted)
        .map(|hsm| HsmFacts::of(&cluster.id, hsm))
}

/// The backup that the request names by id or ARN. An ARN of another account or Region names none of ours, and a DELETED backup is as
/// good as none.
pub(super) fn backup(facts: &AccountFacts<'_>) -> Option<BackupFacts> {
    let given = ["SourceBackupId", "BackupId", "ResourceId", "ResourceArn"]
        .iter()
        .find_map(|member| facts.given_text(member))?;
    let id = match given.rsplit_once('/') {
        Some((owner, id)) => {
            let ours = format!(
                "arn:aws:cloudhsm:{}:{}:backup",
                facts.region, facts.account.id
            );
            (owner == ours).then_some(id)?
        }
        None => given,
    };
    let backup = facts.here()?.backups.get(id)?;
    (backup.state != BackupState::Deleted).then(|| BackupFacts {
        backup: backup.clone(),
    })
}
