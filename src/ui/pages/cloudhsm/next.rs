//! What a cluster needs next on the way to a key store.

use yew::prelude::*;

use crate::model::{self, ClusterState, Region, UserKind};
use crate::text::pages::cloudhsm as words;
use crate::ui::parts::{Mood, icon, link};
use crate::ui::route::{Page, Route};

/// The next step, with a link to where it is done when that is elsewhere.
pub(super) fn callout(region: &Region, cluster: &model::Cluster) -> Html {
    let Some((text, place)) = next(region, cluster) else {
        return Html::default();
    };
    html! {
        <div class="alert">
            { icon(Mood::Info) }
            <div class="said">
                <strong>{ words::NEXT }</strong>
                <span>{ text }</span>
                { for place.map(|(route, name)| html! { <span>{ link(&route, name) }</span> }) }
            </div>
        </div>
    }
}

type Step = (&'static str, Option<(Route, &'static str)>);

fn next(region: &Region, cluster: &model::Cluster) -> Option<Step> {
    let go = |page: Page| Some((page.of(&cluster.id), page.place().title));
    let active = cluster.active_hsms().count();
    let zones: std::collections::BTreeSet<&str> =
        cluster.active_hsms().map(|hsm| hsm.zone.as_str()).collect();
    let has_kmsuser = cluster.active_hsms().any(|hsm| {
        hsm.contents
            .users
            .iter()
            .any(|user| user.name == "kmsuser" && user.kind == UserKind::Cu)
    });
    let linked = region
        .key_stores
        .values()
        .any(|store| store.cluster_id == cluster.id);
    let step = match cluster.state {
        ClusterState::Deleted | ClusterState::DeleteInProgress | ClusterState::Degraded => {
            return None;
        }
        ClusterState::Uninitialized if cluster.hsms.is_empty() => (words::NEXT_FIRST_HSM, None),
        ClusterState::Uninitialized if cluster.certificates.csr.is_some() => {
            (words::NEXT_INITIALIZE, go(Page::Initialize))
        }
        ClusterState::Initialized | ClusterState::Active if active == 0 => {
            (words::NEXT_SECOND_HSM, None)
        }
        ClusterState::Initialized | ClusterState::Active if !client_inside(region, cluster) => {
            (words::NEXT_CLIENT, None)
        }
        ClusterState::Initialized => (words::NEXT_ACTIVATE, go(Page::Users)),
        ClusterState::Active if !has_kmsuser => (words::NEXT_USER, go(Page::Users)),
        ClusterState::Active if zones.len() < 2 => (words::NEXT_SECOND_HSM, None),
        ClusterState::Active if !linked => (words::NEXT_STORE, go(Page::CreateStore)),
        ClusterState::Active => return None,
        _ => (words::NEXT_WAIT, None),
    };
    Some(step)
}

/// Whether the client host is in the cluster's network with its security group.
pub(super) fn client_inside(region: &Region, cluster: &model::Cluster) -> bool {
    let interface = region
        .client
        .interface
        .as_ref()
        .and_then(|id| region.network.interfaces.get(id));
    let (Some(interface), Some(group)) = (interface, &cluster.security_group) else {
        return false;
    };
    interface.groups.contains(group)
}
