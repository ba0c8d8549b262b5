//! AWS CloudHSM v2 (service model 2017-04-28).

pub mod activation;
pub mod backup;
mod change_backup;
mod copy_backup;
pub mod create_cluster;
pub mod create_hsm;
pub mod delete_cluster;
pub mod delete_hsm;
mod describe_backups;
mod describe_clusters;
pub mod initialize_cluster;
pub mod modify_cluster;
mod resource_policies;
mod shapes;
mod tags;
mod views;

use super::Operation;
use crate::model::{MINUTE, SECOND};

/// The operations of the service.
pub const OPERATIONS: &[&Operation] = &[
    &copy_backup::OPERATION,
    &create_cluster::OPERATION,
    &create_hsm::OPERATION,
    &change_backup::DELETE,
    &delete_cluster::OPERATION,
    &delete_hsm::OPERATION,
    &resource_policies::DELETE,
    &describe_backups::OPERATION,
    &describe_clusters::OPERATION,
    &resource_policies::GET,
    &initialize_cluster::OPERATION,
    &tags::LIST,
    &change_backup::MODIFY,
    &modify_cluster::OPERATION,
    &resource_policies::PUT,
    &change_backup::RESTORE,
    &tags::TAG,
    &tags::UNTAG,
];

// How long things take in simulated time. Measured in reality where the comment says so, otherwise our estimate between the polling
// intervals of public automation and the length of whole set-ups.

/// A new cluster; estimated.
pub const CREATE_CLUSTER: i64 = 2 * MINUTE;
/// The first HSM of a cluster; estimated.
pub const CREATE_FIRST_HSM: i64 = 7 * MINUTE;
/// Every further HSM; measured at about 313 seconds.
pub const CREATE_HSM: i64 = 5 * MINUTE;
/// Until a joining HSM takes its copy of the users; measured between 34 and 65 seconds.
pub const JOIN_SNAPSHOT: i64 = 50 * SECOND;
/// Initialization; estimated.
pub const INITIALIZE: i64 = 4 * MINUTE;
/// Until DescribeClusters shows an activation; measured at about 80 seconds.
pub const ACTIVATION_LAG: i64 = 80 * SECOND;
/// Until a deleted HSM is no longer listed; measured at about 120 seconds.
pub const DELETE_HSM: i64 = 2 * MINUTE;
/// Deletion of a cluster; estimated.
pub const DELETE_CLUSTER: i64 = 2 * MINUTE;
/// How long a deleted cluster stays listed; estimated.
pub const FORGET_CLUSTER: i64 = 60 * MINUTE;
/// A backup; estimated.
pub const BACKUP: i64 = 3 * MINUTE;
/// A copy of a backup in another Region; estimated.
pub const COPY_BACKUP: i64 = 10 * MINUTE;
/// How long a deleted backup stays listed; estimated.
pub const FORGET_BACKUP: i64 = 60 * MINUTE;
/// A change of the HSM type, for each HSM (CloudHSM user guide).
pub const MODIFY_HSM: i64 = 30 * MINUTE;
