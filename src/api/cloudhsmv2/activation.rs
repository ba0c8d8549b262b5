//! Activation is not an operation: it is what the first password change on the HSM does, and the control plane learns of it late.

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
    if let Some(cluster) = call.here_mut()?.clusters.get_mut(id) {
        if cluster.state == ClusterState::Initialized {
            cluster.state = ClusterState::Active;
            backup::take(call, id)?;
        }
    }
    Ok(())
}
