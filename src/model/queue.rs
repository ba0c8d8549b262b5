//! What happens later: jobs in the order of their time.

use serde::{Deserialize, Serialize};

use super::{Table, TableKey, Timestamp};

/// Scheduled jobs, soonest first; jobs of one moment keep the order in which they were scheduled, so that replay is exact. There may be
/// thousands of waiting periods, which nobody wants to step over in search of a transition.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Scheduled>", into = "Vec<Scheduled>")]
pub struct Queue {
    transitions: Table<Place, Scheduled>,
    waits: Table<Place, Scheduled>,
    /// Places of the ends of waiting periods, by the key: thousands may fall on one moment.
    deletions: Table<String, Place>,
}

/// The moment of a job, and its turn among those of that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place(i64, u64);

impl TableKey for Place {
    type Sought = Self;
    fn sought(&self) -> &Self {
        self
    }
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
        self.add(Scheduled {
            due,
            region: region.to_owned(),
            job,
        });
    }

    fn add(&mut self, scheduled: Scheduled) {
        let last = |table: &Table<Place, Scheduled>| {
            let (Place(due, turn), _) = table.up_to(&Place(scheduled.due.0, u64::MAX))?;
            (*due == scheduled.due.0).then_some(turn + 1)
        };
        let turn = last(&self.transitions).max(last(&self.waits));
        let place = Place(scheduled.due.0, turn.unwrap_or_default());
        if let Job::KeyDeleted { key } = &scheduled.job {
            self.deletions.insert(key.clone(), place);
        }
        self.table(scheduled.job.is_transition())
            .insert(place, scheduled);
    }

    fn table(&mut self, transitions: bool) -> &mut Table<Place, Scheduled> {
        if transitions {
            &mut self.transitions
        } else {
            &mut self.waits
        }
    }

    /// Takes the first job that is due by `now`.
    pub fn pop_due(&mut self, now: Timestamp) -> Option<Scheduled> {
        let first = |table: &Table<Place, Scheduled>| Some(*table.first_key_value()?.0);
        let (transition, wait) = (first(&self.transitions), first(&self.waits));
        let place = transition.into_iter().chain(wait).min()?;
        if place.0 > now.0 {
            return None;
        }
        let due = self.table(Some(place) == transition).remove(&place)?;
        if let Job::KeyDeleted { key } = &due.job {
            self.deletions.remove(key);
        }
        Some(due)
    }

    /// All jobs, soonest first.
    pub fn jobs(&self) -> impl Iterator<Item = &Scheduled> {
        let mut transitions = self.transitions.iter().peekable();
        let mut waits = self.waits.iter().peekable();
        std::iter::from_fn(move || {
            let next = match (transitions.peek(), waits.peek()) {
                (Some((one, _)), Some((other, _))) if one > other => waits.next(),
                (Some(_), _) => transitions.next(),
                (None, _) => waits.next(),
            };
            next.map(|(_, scheduled)| scheduled)
        })
    }

    /// The jobs that end a transition, soonest first; waiting periods do not count.
    pub fn transitions(&self) -> impl DoubleEndedIterator<Item = &Scheduled> {
        self.transitions.values()
    }

    /// The moment of the last transition.
    #[must_use]
    pub fn last_transition(&self) -> Option<Timestamp> {
        self.transitions().next_back().map(|last| last.due)
    }

    /// Drops the jobs that `stale` picks; the waiting period of a key ends by [`Self::cancel_deletion`] only.
    pub fn cancel(&mut self, stale: impl Fn(&Scheduled) -> bool) {
        self.transitions.retain(|_, scheduled| !stale(scheduled));
        self.waits.retain(|_, scheduled| {
            matches!(scheduled.job, Job::KeyDeleted { .. }) || !stale(scheduled)
        });
    }

    /// Drops the end of the waiting period of a key.
    pub fn cancel_deletion(&mut self, key: &str) {
        if let Some(place) = self.deletions.remove(key) {
            self.waits.remove(&place);
        }
    }
}

impl PartialEq for Queue {
    fn eq(&self, other: &Self) -> bool {
        self.jobs().eq(other.jobs())
    }
}

impl From<Vec<Scheduled>> for Queue {
    fn from(jobs: Vec<Scheduled>) -> Self {
        let mut queue = Self::default();
        for scheduled in jobs {
            queue.add(scheduled);
        }
        queue
    }
}

impl From<Queue> for Vec<Scheduled> {
    fn from(queue: Queue) -> Self {
        queue.jobs().cloned().collect()
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
    /// The backups of a deleted cluster are looked through for those past their retention.
    BackupRetention {
        /// The cluster.
        cluster: String,
        /// Days that its backups are kept.
        days: u16,
    },
    /// A pending backup deletion becomes final; later the deleted backup is no longer listed.
    BackupDeleted {
        /// The backup.
        backup: String,
    },
    /// A connection attempt ends.
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
    /// Whether the job ends a transition that the reader waits for. The others are waiting periods, which pass only by `advance`.
    #[must_use]
    pub fn is_transition(&self) -> bool {
        !matches!(
            self,
            Self::ClusterForgotten { .. }
                | Self::DailyBackup { .. }
                | Self::BackupRetention { .. }
                | Self::BackupDeleted { .. }
                | Self::KeyDeleted { .. }
        )
    }

    /// The id of the resource that the job changes.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self {
            Self::ClusterCreated { cluster }
            | Self::ClusterInitialized { cluster }
            | Self::ClusterActivated { cluster }
            | Self::ClusterModified { cluster, .. }
            | Self::ClusterDeleted { cluster }
            | Self::ClusterForgotten { cluster }
            | Self::DailyBackup { cluster }
            | Self::BackupRetention { cluster, .. } => cluster,
            Self::HsmSnapshot { hsm, .. }
            | Self::HsmCreated { hsm, .. }
            | Self::HsmDeleted { hsm, .. } => hsm,
            Self::BackupCreated { backup } | Self::BackupDeleted { backup } => backup,
            Self::StoreConnected { store, .. } | Self::StoreDisconnected { store } => store,
            Self::KeyDeleted { key } => key,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(transition: bool, name: &str) -> Job {
        let name = name.to_owned();
        if transition {
            Job::BackupCreated { backup: name }
        } else {
            Job::KeyDeleted { key: name }
        }
    }

    #[test]
    fn jobs_fall_due_in_order_whatever_their_kind() {
        let mut queue = Queue::default();
        for (due, transition, name) in [
            (20, false, "c"),
            (20, true, "d"),
            (10, true, "a"),
            (20, false, "e"),
            (10, false, "b"),
            (30, false, "g"),
            (20, true, "f"),
        ] {
            queue.push(Timestamp(due), "us-east-1", job(transition, name));
        }
        let order =
            |queue: &Queue| -> String { queue.jobs().map(|job| job.job.subject()).collect() };
        assert_eq!(order(&queue), "abcdefg");
        assert_eq!(queue.last_transition(), Some(Timestamp(20)));
        // The order is saved, so a queue that is loaded again runs exactly like the first.
        let mut again = Queue::from(Vec::from(queue.clone()));
        for queue in [&mut queue, &mut again] {
            queue.cancel(|scheduled| ["d", "e"].contains(&scheduled.job.subject()));
            queue.cancel_deletion("c");
            queue.cancel_deletion("nobody");
            queue.push(Timestamp(20), "us-east-1", job(false, "x"));
            assert_eq!(order(queue), "abefxg");
        }
        assert_eq!(queue, again);
        let mut due = String::new();
        while let Some(scheduled) = queue.pop_due(Timestamp(25)) {
            due += scheduled.job.subject();
        }
        assert_eq!((due.as_str(), order(&queue).as_str()), ("abefx", "g"));
        assert_ne!(queue, again);
        // A waiting period that ended has no place any more.
        queue.push(Timestamp(10), "us-east-1", job(false, "y"));
        queue.cancel_deletion("b");
        assert_eq!(order(&queue), "yg");
    }
}
