//! Passing time: the jobs that are due, each run by the operation that scheduled it.

use serde_json::Value;

use super::operation::{Bug, Call};
use super::{cloudhsmv2, kms};
use crate::model::{Account, Job, Secret, Timestamp};
use crate::sim::{Budget, Entropy, Memo};

/// What a command may draw on beside the account.
pub struct Surroundings<'a> {
    /// The account's seed.
    pub seed: u64,
    /// RSA key pairs.
    pub memo: &'a mut Memo,
    /// Clear text of the secrets of the command; answers nothing when the log is replayed.
    pub clear: &'a dyn Fn(&Secret) -> Option<Vec<u8>>,
}

/// Moves the clock towards `target`, carrying out the jobs that fall due on the way, in order, until the budget is used up; answers
/// whether it is there. The clock never moves back.
///
/// # Errors
/// [`Bug`] when a job meets what cannot be.
pub fn advance_to(
    account: &mut Account,
    surroundings: &mut Surroundings<'_>,
    target: Timestamp,
    budget: &mut Budget,
) -> Result<bool, Bug> {
    while !budget.is_over() {
        let Some(scheduled) = account.jobs.pop_due(target) else {
            account.now = account.now.max(target);
            return Ok(true);
        };
        account.now = account.now.max(scheduled.due);
        let entropy = Entropy::new(surroundings.seed, account.number);
        let made = surroundings.memo.len();
        let mut call = Call {
            account,
            region: &scheduled.region,
            input: &Value::Null,
            entropy,
            memo: surroundings.memo,
            seed: surroundings.seed,
            clear: surroundings.clear,
        };
        carry_out(&mut call, scheduled.job)?;
        budget.take(1);
        budget.take_rsa(surroundings.memo.len() - made);
    }
    Ok(false)
}

fn carry_out(call: &mut Call<'_>, job: Job) -> Result<(), Bug> {
    match job {
        Job::ClusterCreated { cluster } => cloudhsmv2::create_cluster::finish(call, &cluster),
        Job::HsmSnapshot { cluster, hsm } => {
            cloudhsmv2::create_hsm::take_snapshot(call, &cluster, &hsm)
        }
        Job::HsmCreated { cluster, hsm } => cloudhsmv2::create_hsm::finish(call, &cluster, &hsm),
        Job::HsmDeleted { cluster, hsm } => cloudhsmv2::delete_hsm::finish(call, &cluster, &hsm),
        Job::ClusterInitialized { cluster } => {
            cloudhsmv2::initialize_cluster::finish(call, &cluster)
        }
        Job::ClusterActivated { cluster } => cloudhsmv2::activation::finish(call, &cluster),
        Job::ClusterModified { cluster, hsm_type } => {
            cloudhsmv2::modify_cluster::finish(call, &cluster, hsm_type)
        }
        Job::ClusterDeleted { cluster } => cloudhsmv2::delete_cluster::finish(call, &cluster),
        Job::ClusterForgotten { cluster } => {
            call.here_mut()?.clusters.remove(&cluster);
            Ok(())
        }
        Job::BackupCreated { backup } => cloudhsmv2::backup::finish(call, &backup),
        Job::DailyBackup { cluster } => cloudhsmv2::backup::daily(call, &cluster),
        Job::BackupRetention { cluster, days } => cloudhsmv2::backup::retired(call, &cluster, days),
        Job::BackupDeleted { backup } => cloudhsmv2::backup::delete(call, &backup),
        Job::StoreConnected { store, attempt } => {
            kms::connect_custom_key_store::finish(call, &store, attempt)
        }
        Job::StoreDisconnected { store } => kms::disconnect_custom_key_store::finish(call, &store),
        Job::KeyDeleted { key } => kms::key_deletion::finish(call, &key),
    }
}
