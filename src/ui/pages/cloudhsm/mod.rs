//! CloudHSM clusters and their backups.

mod backup;
mod backups;
mod certificates;
mod cluster;
mod clusters;
mod create_cluster;
mod hsms;
mod initialize;
mod tags;
mod users;

pub(super) use backup::Backup;
pub(super) use backups::Backups;
pub(super) use cluster::Cluster;
pub(super) use clusters::Clusters;
pub(super) use create_cluster::{CreateCluster, Restore};
pub(super) use initialize::Initialize;
pub(super) use users::Users;
