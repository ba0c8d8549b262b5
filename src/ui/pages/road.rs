//! The page of each step, and the callout that leads to the next one.

use yew::prelude::*;

use super::super::parts::{Mood, icon, link};
use super::super::route::{Page, Route};
use super::vpc::own_vpc;
use crate::model::{Cluster, ClusterState, Region};
use crate::playground::{Road, Step};
use crate::text::pages::road as words;

/// The page of a step in a Region.
pub(super) fn place(region: &Region, road: &Road<'_>, step: Step) -> Route {
    let cluster = road.cluster.map_or("", |cluster| &cluster.id);
    let store = road.store.map_or("", |store| &store.id);
    match step {
        // Subnets of the default VPC are public; those of a new one are made together with it.
        Step::Network if own_vpc(region).is_none() => Page::Subnets.route(),
        Step::Network => Page::CreateSubnet.route(),
        Step::Cluster => Page::CreateCluster.route(),
        Step::FirstHsm | Step::Client | Step::SecondHsm => Page::Cluster.of(cluster),
        Step::Initialize => Page::Initialize.of(cluster),
        Step::Activate | Step::Kmsuser => Page::Users.of(cluster),
        Step::Store => Page::CreateStore.route(),
        Step::Connect => Page::Store.of(store),
        Step::Key => Page::CreateKey.route(),
    }
}

/// What a cluster needs next; nothing where the road is gone, or the cluster.
pub(super) fn callout(region: &Region, cluster: &Cluster, busy: bool) -> Html {
    if matches!(
        cluster.state,
        ClusterState::Deleted | ClusterState::DeleteInProgress
    ) {
        return Html::default();
    }
    next(region, &Road::of_cluster(region, cluster), busy)
}

/// What a Region needs next that has no cluster yet; nothing where its network is not ready.
pub(super) fn after_network(region: &Region) -> Html {
    let road = Road::of_region(region);
    if road.next() == Some(Step::Cluster) {
        next(region, &road, false)
    } else {
        Html::default()
    }
}

fn next(region: &Region, road: &Road<'_>, busy: bool) -> Html {
    let Some(step) = road.next() else {
        return Html::default();
    };
    let (title, why) = told(step);
    let why = if busy { words::WAIT } else { why };
    html! {
        <div class="alert">
            { icon(Mood::Info) }
            <div class="said">
                <strong>{ words::NEXT }{ ": " }{ link(&place(region, road, step), title) }</strong>
                <span>{ why }</span>
            </div>
        </div>
    }
}

/// The name of a step, and its purpose.
pub(super) fn told(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Network => words::NETWORK_STEP,
        Step::Cluster => words::CLUSTER_STEP,
        Step::FirstHsm => words::FIRST_HSM_STEP,
        Step::Initialize => words::INITIALIZE_STEP,
        Step::Client => words::CLIENT_STEP,
        Step::Activate => words::ACTIVATE_STEP,
        Step::Kmsuser => words::KMSUSER_STEP,
        Step::SecondHsm => words::SECOND_HSM_STEP,
        Step::Store => words::STORE_STEP,
        Step::Connect => words::CONNECT_STEP,
        Step::Key => words::KEY_STEP,
    }
}
