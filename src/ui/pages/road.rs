//! The page of each step, and the callout that leads to the next one.

use yew::prelude::*;

use super::super::parts::{Kind, Mood, button, icon, length, maybe};
use super::super::route::{Page, Route};
use super::vpc::own_vpc;
use crate::model::{Cluster, ClusterState, Region};
use crate::playground::{Road, Step};
use crate::text::pages::{frame, road as words};
use crate::ui::desk::Desk;
use crate::ui::session::Act;
use crate::web::location;

/// Where the button of a step stands on a page of more.
pub(super) struct Aim {
    /// The id of what holds it.
    pub(super) id: &'static str,
    button: &'static str,
}

macro_rules! aim {
    ($id:literal) => {
        Aim {
            id: $id,
            button: concat!("#", $id, " button"),
        }
    };
}

pub(super) const CREATE_HSM: Aim = aim!("create-hsm");
pub(super) const ATTACH_CLIENT: Aim = aim!("attach-client");
pub(super) const CONNECT: Aim = aim!("connect-store");

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

/// What takes a step on its page, where that is one control among others.
fn control(step: Step) -> Option<&'static str> {
    match step {
        Step::FirstHsm | Step::SecondHsm => Some(CREATE_HSM.button),
        Step::Client => Some(ATTACH_CLIENT.button),
        Step::Connect => Some(CONNECT.button),
        Step::Activate | Step::Kmsuser => Some(".aim button, .hole input"),
        Step::Network | Step::Cluster | Step::Initialize | Step::Store | Step::Key => None,
    }
}

/// A link to a step: to its page, and there to what takes it, also where that page is shown already.
pub(super) fn to_step(
    desk: &Desk,
    region: &Region,
    road: &Road<'_>,
    step: Step,
    label: &str,
) -> Html {
    let route = place(region, road, step);
    let here = desk.route == route;
    let onclick = move |_| {
        if let Some(control) = control(step) {
            if here {
                location::focus(control);
            } else {
                location::aim(control);
            }
        }
    };
    html! { <a href={route.href()} {onclick}>{ label }</a> }
}

/// What AWS is working on, and how long it takes; the button waits for it.
pub(super) fn under_way(desk: &Desk, road: &Road<'_>) -> Option<(String, Html)> {
    let (step, subject) = road.under_way?;
    let what = match step {
        Step::Cluster => words::CLUSTER_DOING,
        Step::Initialize => words::INITIALIZE_DOING,
        Step::Connect => words::CONNECT_DOING,
        _ => words::HSM_DOING,
    };
    let session = desk.session();
    let account = session.playground.account();
    let mut jobs = account.jobs.transitions();
    let job = jobs.rfind(|job| job.job.subject() == subject)?;
    let wait = {
        let (desk, subject) = (desk.clone(), subject.to_owned());
        Callback::from(move |_: MouseEvent| {
            let told = desk.clone();
            let done = Callback::from(move |done| told.tell(done));
            desk.act(Act::Await(subject.clone()), done);
        })
    };
    Some((
        words::doing(what, &length(job.due.0 - account.now.0)),
        button(Kind::Normal, frame::WAIT, None, wait),
    ))
}

/// What a cluster needs next; nothing where the road is gone, or the cluster.
pub(super) fn callout(desk: &Desk, region: &Region, cluster: &Cluster) -> Html {
    if matches!(
        cluster.state,
        ClusterState::Deleted | ClusterState::DeleteInProgress
    ) {
        return Html::default();
    }
    next(desk, region, &Road::of_cluster(region, cluster))
}

/// What a Region needs next that has no cluster yet; nothing where its network is not ready.
pub(super) fn after_network(desk: &Desk, region: &Region) -> Html {
    let road = Road::of_region(region);
    if road.next() == Some(Step::Cluster) {
        next(desk, region, &road)
    } else {
        Html::default()
    }
}

/// Where AWS is working on a step, that comes first.
fn next(desk: &Desk, region: &Region, road: &Road<'_>) -> Html {
    let step = road.next();
    if let Some((doing, wait)) = under_way(desk, road) {
        return html! {
            <div class="alert">
                { icon(Mood::Busy) }
                <div class="said">
                    <strong>{ doing }</strong>
                    { maybe(step.map(|step| html! { <span>{ words::THEN }{ told(step).0 }</span> })) }
                </div>
                <div class="buttons">{ wait }</div>
            </div>
        };
    }
    // Where the whole page is the step, its name says so already.
    let Some(step) =
        step.filter(|step| control(*step).is_some() || place(region, road, *step) != desk.route)
    else {
        return Html::default();
    };
    let (title, why) = told(step);
    html! {
        <div class="alert">
            { icon(Mood::Info) }
            <div class="said">
                <strong>{ words::NEXT }{ ": " }{ to_step(desk, region, road, step, title) }</strong>
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
