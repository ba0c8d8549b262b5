//! Activation is not an operation: the first password change on the HSM activates the cluster, and the control plane sees it later.

use super::backup;
use crate::api::{Bug, Call};
use crate::model::{ClusterState, Job};

/// The precrypto officer of a cluster has changed the password.
///
/// # Errors
/// [`Bug`] when there is no such cluster.
pub fn begin(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    call.cluster_mut(id)?.activated = true;
    call.later(
        super::ACTIVATION_LAG,
        Job::ClusterActivated { cluster: id.into() },
    );
    Ok(())
}

/// DescribeClusters shows it.
pub(in crate::api) fn finish(call: &mut Call<'_>, id: &str) -> Result<(), Bug> {
    if let Some(cluster) = call.here_mut()?.clusters.get_mut(id)
        && cluster.state == ClusterState::Initialized
    {
        cluster.state = ClusterState::Active;
        backup::take(call, id)?;
    }
    Ok(())
}
