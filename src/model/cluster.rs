//! CloudHSM clusters, HSMs and backups, as the control plane knows them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{HsmContents, HsmSession, Timestamp};

/// Days that backups are kept unless the cluster says otherwise (CloudHSM user guide, manage-backup-retention).
pub const RETENTION_DAYS: u16 = 90;

/// A CloudHSM cluster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cluster {
    /// `cluster-…`
    pub id: String,
    /// State as DescribeClusters shows it; it lags behind the HSMs.
    pub state: ClusterState,
    /// Sentence beside the state.
    pub state_message: Option<String>,
    /// Moment of creation.
    pub created: Timestamp,
    /// HSM type, such as `hsm1.medium`.
    pub hsm_type: String,
    /// `FIPS` or `NON_FIPS`.
    pub mode: String,
    /// The VPC of its subnets.
    pub vpc_id: String,
    /// Subnet by Availability Zone; fixed for the life of the cluster.
    pub subnet_mapping: BTreeMap<String, String>,
    /// The cluster's security group, once it exists.
    pub security_group: Option<String>,
    /// The backup it was restored from.
    pub source_backup: Option<String>,
    /// Identity shared by all clusters with the same cluster certificate (a shared backup history).
    pub lineage: String,
    /// Days that its backups are kept.
    pub retention_days: u16,
    /// The former HSM type, while the cluster can change back to it.
    pub rollback: Option<Rollback>,
    /// Certificates as DescribeClusters returns them.
    pub certificates: Certificates,
    /// The trust anchor given at InitializeCluster, inherited by restored clusters.
    pub trust_anchor: Option<String>,
    /// Whether the first password change happened on the HSM; the visible state follows later.
    pub activated: bool,
    /// Whether clients must present a certificate of their own (mutual TLS).
    pub mutual_tls: bool,
    /// HSMs, the deleted ones included while they stay listed.
    pub hsms: Vec<Hsm>,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

/// The HSM type that a cluster had before its last change, and until when it can go back to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rollback {
    /// The former HSM type.
    pub hsm_type: String,
    /// Until when the cluster can change back.
    pub until: Timestamp,
}

impl Cluster {
    /// The HSM of that id.
    #[must_use]
    pub fn hsm(&self, id: &str) -> Option<&Hsm> {
        self.hsms.iter().find(|hsm| hsm.id == id)
    }

    /// The HSM of that id, to change it.
    pub fn hsm_mut(&mut self, id: &str) -> Option<&mut Hsm> {
        self.hsms.iter_mut().find(|hsm| hsm.id == id)
    }

    /// The HSMs without the deleted ones, which are listed for a while.
    pub fn live_hsms(&self) -> impl Iterator<Item = &Hsm> {
        self.hsms
            .iter()
            .filter(|hsm| hsm.state != HsmState::Deleted)
    }

    /// The HSMs in state ACTIVE.
    pub fn active_hsms(&self) -> impl Iterator<Item = &Hsm> {
        self.hsms.iter().filter(|hsm| hsm.state == HsmState::Active)
    }
}

/// The state of a cluster (service model, ClusterState).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are the service's own enum values")]
pub enum ClusterState {
    CreateInProgress,
    Uninitialized,
    InitializeInProgress,
    Initialized,
    Active,
    UpdateInProgress,
    ModifyInProgress,
    RollbackInProgress,
    DeleteInProgress,
    Deleted,
    Degraded,
}

impl ClusterState {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::CreateInProgress => "CREATE_IN_PROGRESS",
            Self::Uninitialized => "UNINITIALIZED",
            Self::InitializeInProgress => "INITIALIZE_IN_PROGRESS",
            Self::Initialized => "INITIALIZED",
            Self::Active => "ACTIVE",
            Self::UpdateInProgress => "UPDATE_IN_PROGRESS",
            Self::ModifyInProgress => "MODIFY_IN_PROGRESS",
            Self::RollbackInProgress => "ROLLBACK_IN_PROGRESS",
            Self::DeleteInProgress => "DELETE_IN_PROGRESS",
            Self::Deleted => "DELETED",
            Self::Degraded => "DEGRADED",
        }
    }

    /// Reads the word on the wire, in any case and with `-` or `_`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.to_ascii_uppercase().replace('-', "_");
        serde_json::from_value(serde_json::Value::String(word)).ok()
    }
}

/// The PEM texts that DescribeClusters returns; which of them exist depends on the state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Certificates {
    /// Certificate signing request of the first HSM.
    pub csr: Option<String>,
    /// Certificate of the first HSM, issued by its hardware.
    pub hsm: Option<String>,
    /// Hardware certificate under the (fictional) AWS root.
    pub aws_hardware: Option<String>,
    /// Hardware certificate under the (fictional) manufacturer's root.
    pub manufacturer_hardware: Option<String>,
    /// The signed cluster certificate as it was uploaded.
    pub cluster: Option<String>,
}

/// An HSM of a cluster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hsm {
    /// `hsm-…`
    pub id: String,
    /// Availability Zone.
    pub zone: String,
    /// Subnet of its interface.
    pub subnet_id: String,
    /// Network interface.
    pub eni_id: String,
    /// Private address.
    pub ip: String,
    /// State.
    pub state: HsmState,
    /// Users and keys; empty until it was initialized or joined.
    pub contents: HsmContents,
    /// The users and keys that it receives when its join ends, taken while it joins.
    pub join_snapshot: Option<HsmContents>,
    /// Open logins.
    pub sessions: Vec<HsmSession>,
}

/// The state of an HSM (service model, HsmState).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are the service's own enum values")]
pub enum HsmState {
    CreateInProgress,
    Active,
    Degraded,
    DeleteInProgress,
    Deleted,
}

impl HsmState {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::CreateInProgress => "CREATE_IN_PROGRESS",
            Self::Active => "ACTIVE",
            Self::Degraded => "DEGRADED",
            Self::DeleteInProgress => "DELETE_IN_PROGRESS",
            Self::Deleted => "DELETED",
        }
    }
}

/// A backup: the users, keys and certificates of a cluster at one moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backup {
    /// `backup-…`
    pub id: String,
    /// State.
    pub state: BackupState,
    /// The cluster it was taken of.
    pub cluster_id: String,
    /// Moment of creation.
    pub created: Timestamp,
    /// Whether retention never deletes it.
    pub never_expires: bool,
    /// HSM type of the cluster.
    pub hsm_type: String,
    /// Mode of the cluster.
    pub mode: String,
    /// Lineage of the cluster.
    pub lineage: String,
    /// Cluster certificate.
    pub cluster_certificate: Option<String>,
    /// Trust anchor.
    pub trust_anchor: Option<String>,
    /// Users and keys.
    pub contents: HsmContents,
    /// Moment at which a pending deletion becomes final.
    pub delete_at: Option<Timestamp>,
    /// The original, if it is a copy.
    pub copy_of: Option<CopySource>,
    /// Resource policy, a JSON document that shares it with other accounts.
    pub policy: Option<String>,
    /// Tags by key.
    pub tags: BTreeMap<String, String>,
}

/// The original of a copied backup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopySource {
    /// Region of the backup.
    pub region: String,
    /// The backup.
    pub backup: String,
    /// The cluster that it was taken of.
    pub cluster: String,
    /// Moment of the copy.
    pub copied: Timestamp,
}

/// The state of a backup (service model, BackupState).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names are the service's own enum values")]
pub enum BackupState {
    CreateInProgress,
    Ready,
    PendingDeletion,
    Deleted,
}

impl BackupState {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::CreateInProgress => "CREATE_IN_PROGRESS",
            Self::Ready => "READY",
            Self::PendingDeletion => "PENDING_DELETION",
            Self::Deleted => "DELETED",
        }
    }
}
