//! What is due later: jobs in the order in which they fall due.

use serde::{Deserialize, Serialize};

use super::Timestamp;

/// Scheduled jobs, soonest first; jobs of one moment keep the order in which they were scheduled, so that replay is exact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Queue {
    jobs: Vec<Scheduled>,
}

/// A job and its moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scheduled {
    /// When it is due.
    pub due: Timestamp,
    /// Region it belongs to.
    pub region: String,
    /// What is to be done.
    pub job: Job,
}

impl Queue {
    /// Adds a job.
    pub fn push(&mut self, due: Timestamp, region: &str, job: Job) {
        let at = self.jobs.partition_point(|other| other.due <= due);
        self.jobs.insert(
            at,
            Scheduled {
                due,
                region: region.to_owned(),
                job,
            },
        );
    }

    /// Takes the first job that is due by `now`.
    pub fn pop_due(&mut self, now: Timestamp) -> Option<Scheduled> {
        (self.jobs.first()?.due <= now).then(|| self.jobs.remove(0))
    }

    /// All jobs, soonest first.
    #[must_use]
    pub fn jobs(&self) -> &[Scheduled] {
        &self.jobs
    }

    /// The moment of the last transition; waiting periods do not count.
    #[must_use]
    pub fn last_transition(&self) -> Option<Timestamp> {
        self.jobs
            .iter()
            .rev()
            .find(|scheduled| scheduled.job.is_transition())
            .map(|scheduled| scheduled.due)
    }

    /// Drops the jobs that `stale` picks.
    pub fn cancel(&mut self, stale: impl Fn(&Scheduled) -> bool) {
        self.jobs.retain(|scheduled| !stale(scheduled));
    }
}

/// Something that happens by itself. A job looks at the account again when it is due: what it was scheduled for may be gone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// A new cluster leaves CREATE_IN_PROGRESS.
    ClusterCreated {
        /// The cluster.
        cluster: String,
    },
    /// A joining HSM receives its copy of users and keys.
    HsmSnapshot {
        /// The cluster.
        cluster: String,
        /// The HSM.
        hsm: String,
    },
    /// An HSM becomes ACTIVE.
    HsmCreated {
        /// The cluster.
        cluster: String,
        /// The HSM.
        hsm: String,
    },
    /// A deleted HSM is no longer listed.
    HsmDeleted {
        /// The cluster.
        cluster: String,
        /// The HSM.
        hsm: String,
    },
    /// A cluster leaves INITIALIZE_IN_PROGRESS.
    ClusterInitialized {
        /// The cluster.
        cluster: String,
    },
    /// The control plane notices that a cluster was activated.
    ClusterActivated {
        /// The cluster.
        cluster: String,
    },
    /// A cluster leaves MODIFY_IN_PROGRESS or ROLLBACK_IN_PROGRESS.
    ClusterModified {
        /// The cluster.
        cluster: String,
        /// The HSM type that it has then.
        hsm_type: String,
    },
    /// A cluster leaves DELETE_IN_PROGRESS.
    ClusterDeleted {
        /// The cluster.
        cluster: String,
    },
    /// A deleted cluster is no longer listed.
    ClusterForgotten {
        /// The cluster.
        cluster: String,
    },
    /// A backup becomes READY.
    BackupCreated {
        /// The backup.
        backup: String,
    },
    /// The daily backup of a cluster, which also purges backups past their retention.
    DailyBackup {
        /// The cluster.
        cluster: String,
    },
    /// A pending backup deletion becomes final; later the deleted backup is no longer listed.
    BackupDeleted {
        /// The backup.
        backup: String,
    },
    /// A connection attempt comes to its end.
    StoreConnected {
        /// The key store.
        store: String,
        /// The attempt it belongs to.
        attempt: u64,
    },
    /// A key store leaves DISCONNECTING.
    StoreDisconnected {
        /// The key store.
        store: String,
    },
    /// The waiting period of a key deletion ends.
    KeyDeleted {
        /// The key.
        key: String,
    },
}

impl Job {
    /// Whether the job ends a transition that the reader waits for; the others are waiting periods, which only `advance` passes.
    #[must_use]
    pub fn is_transition(&self) -> bool {
        !matches!(
            self,
            Self::ClusterForgotten { .. }
                | Self::DailyBackup { .. }
                | Self::BackupDeleted { .. }
                | Self::KeyDeleted { .. }
        )
    }

    /// What the reader is told is coming.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self {
            Self::ClusterCreated { cluster }
            | Self::ClusterInitialized { cluster }
            | Self::ClusterActivated { cluster }
            | Self::ClusterModified { cluster, .. }
            | Self::ClusterDeleted { cluster }
            | Self::ClusterForgotten { cluster }
            | Self::DailyBackup { cluster } => cluster,
            Self::HsmSnapshot { hsm, .. }
            | Self::HsmCreated { hsm, .. }
            | Self::HsmDeleted { hsm, .. } => hsm,
            Self::BackupCreated { backup } | Self::BackupDeleted { backup } => backup,
            Self::StoreConnected { store, .. } | Self::StoreDisconnected { store } => store,
            Self::KeyDeleted { key } => key,
        }
    }
}
