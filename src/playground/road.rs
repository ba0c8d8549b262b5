//! The steps from an empty account to a key in a key store, and which of them are done.

use std::collections::BTreeSet;

use crate::facts::network;
use crate::model::{
    Cluster, ClusterState, ConnectionState, HsmState, KeyStore, Region, UserKind, set_of,
};

/// A step of the road, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Private subnets in two Availability Zones of a VPC.
    Network,
    /// A cluster in them.
    Cluster,
    /// Its first HSM, with which the certificate request comes.
    FirstHsm,
    /// Signing the request and uploading the certificates.
    Initialize,
    /// The client host in the cluster's network, with its security group.
    Client,
    /// The first officer's password.
    Activate,
    /// The crypto user that KMS logs in as, on every HSM.
    Kmsuser,
    /// A second HSM in another zone.
    SecondHsm,
    /// The key store.
    Store,
    /// Its connection.
    Connect,
    /// A KMS key in it.
    Key,
}

/// All steps.
pub const STEPS: &[Step] = &[
    Step::Network,
    Step::Cluster,
    Step::FirstHsm,
    Step::Initialize,
    Step::Client,
    Step::Activate,
    Step::Kmsuser,
    Step::SecondHsm,
    Step::Store,
    Step::Connect,
    Step::Key,
];

/// The steps for one cluster, or for a Region without a cluster.
#[derive(Clone, Debug)]
pub struct Road<'a> {
    /// The cluster that it is about.
    pub cluster: Option<&'a Cluster>,
    /// The key store of that cluster.
    pub store: Option<&'a KeyStore>,
    /// The step that AWS is working on, and the id of the resource that it is working on.
    pub under_way: Option<(Step, &'a str)>,
    done: BTreeSet<Step>,
}

impl<'a> Road<'a> {
    /// The steps for the cluster of a Region for which most steps are done.
    #[must_use]
    pub fn of_region(region: &'a Region) -> Self {
        region
            .clusters
            .values()
            .filter(|cluster| {
                !matches!(
                    cluster.state,
                    ClusterState::Deleted | ClusterState::DeleteInProgress
                )
            })
            .map(|cluster| Self::of_cluster(region, cluster))
            .max_by_key(|road| road.done.len())
            .unwrap_or_else(|| Self {
                cluster: None,
                store: None,
                under_way: None,
                done: set_of(network_ready(region).then_some(Step::Network)),
            })
    }

    /// The road of a cluster.
    #[must_use]
    pub fn of_cluster(region: &'a Region, cluster: &'a Cluster) -> Self {
        let store = region
            .key_stores
            .values()
            .find(|store| store.cluster_id == cluster.id);
        let creating = cluster.state == ClusterState::CreateInProgress;
        let initializing = cluster.state == ClusterState::InitializeInProgress;
        let connecting = |store: &&KeyStore| store.state == ConnectionState::Connecting;
        let initialized = cluster.trust_anchor.is_some();
        let zones = set_of(cluster.active_hsms().map(|hsm| hsm.zone.as_str()));
        let kmsuser = cluster.active_hsms().count() > 0
            && cluster
                .active_hsms()
                .all(|hsm| hsm.contents.user(UserKind::Cu, "kmsuser").is_some());
        let key = store.is_some_and(|store| region.keys.in_store(&store.id).next().is_some());
        let reached = [
            (Step::Network, true),
            (Step::Cluster, !creating),
            (
                Step::FirstHsm,
                initialized || cluster.active_hsms().count() > 0,
            ),
            (Step::Initialize, initialized && !initializing),
            (Step::Client, client_inside(region, cluster)),
            (Step::Activate, cluster.activated),
            (Step::Kmsuser, kmsuser),
            (Step::SecondHsm, zones.len() >= 2),
            (Step::Store, store.is_some()),
            (
                Step::Connect,
                store.is_some_and(|store| store.state == ConnectionState::Connected),
            ),
            (Step::Key, key),
        ];
        let done: BTreeSet<Step> = set_of(
            reached
                .into_iter()
                .filter_map(|(step, done)| done.then_some(step)),
        );
        let id = cluster.id.as_str();
        let hsm = cluster
            .hsms
            .iter()
            .find(|hsm| hsm.state == HsmState::CreateInProgress)
            .map(|hsm| hsm.id.as_str());
        let worked_on = [
            (Step::Cluster, creating.then_some(id)),
            (Step::FirstHsm, hsm),
            (Step::Initialize, initializing.then_some(id)),
            (Step::SecondHsm, hsm),
            (
                Step::Connect,
                store.filter(connecting).map(|store| store.id.as_str()),
            ),
        ];
        let under_way = worked_on
            .into_iter()
            .filter(|(step, _)| !done.contains(step))
            .find_map(|(step, id)| Some((step, id?)));
        Self {
            cluster: Some(cluster),
            store,
            under_way,
            done,
        }
    }

    /// Whether a step is done.
    #[must_use]
    pub fn is_done(&self, step: Step) -> bool {
        self.done.contains(&step)
    }

    /// The first step that is left to take: not done, and not under way.
    #[must_use]
    pub fn next(&self) -> Option<Step> {
        let under_way = self.under_way.map(|(step, _)| step);
        STEPS
            .iter()
            .copied()
            .find(|step| !self.is_done(*step) && Some(*step) != under_way)
    }
}

/// Whether the client host is in the cluster's network with its security group.
#[must_use]
pub fn client_inside(region: &Region, cluster: &Cluster) -> bool {
    let interface = region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get(id));
    interface
        .zip(cluster.security_group.as_ref())
        .is_some_and(|(interface, group)| interface.groups.contains(group))
}

/// Whether a VPC has private subnets in two zones.
fn network_ready(region: &Region) -> bool {
    let network = &region.network;
    network.vpcs.keys().any(|vpc| {
        let private = network
            .subnets
            .values()
            .filter(|subnet| subnet.vpc_id == *vpc && !network::is_public(network, &subnet.id));
        set_of(private.map(|subnet| subnet.zone.as_str())).len() >= 2
    })
}
