//! A cluster, and what can be done with it.

use serde_json::{Value, json};
use yew::prelude::*;

use super::hsms::Hsms;
use super::next::{callout, client_inside};
use super::{backups, certificates};
use crate::model::{self, ClusterState, Region};
use crate::text::pages::{cloudhsm as words, frame};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    CommandLine, Confirm, Kind, Mood, button, copy_id, facts, lines, link, link_button, mark,
    page_head, panel, status, time,
};
use crate::ui::route::Page;

/// A cluster.
#[component]
pub(in crate::ui::pages) fn Cluster(props: &OfResource) -> Html {
    let deleting = use_state(|| false);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some((region, cluster)) = session
        .region()
        .and_then(|region| Some((region, region.clusters.get(&*props.id)?)))
    else {
        return gone(&props.id, Page::Clusters);
    };
    let is_gone = matches!(
        cluster.state,
        ClusterState::Deleted | ClusterState::DeleteInProgress
    )
    .then_some(words::CLUSTER_IS_GONE);
    let uninitialized = (cluster.state != ClusterState::Uninitialized
        || cluster.certificates.csr.is_none())
    .then_some(words::NOT_UNINITIALIZED);
    let ask = {
        let deleting = deleting.setter();
        Callback::from(move |_: MouseEvent| deleting.set(true))
    };
    let actions = html! {
        <>
            { link_button(Kind::Normal, frame::INITIALIZE, uninitialized, &Page::Initialize.of(&cluster.id)) }
            { link_button(Kind::Normal, words::USERS, is_gone, &Page::Users.of(&cluster.id)) }
            { button(Kind::Normal, words::DELETE, is_gone, ask) }
        </>
    };
    let dialog = deleting.then(|| delete(&desk, cluster, deleting.setter()));
    html! {
        <>
            { page_head(&cluster.id, "", actions) }
            { callout(region, cluster) }
            { panel(words::CONFIGURATION, Html::default(), configuration(region, cluster)) }
            <Hsms id={cluster.id.clone()} />
            { client(&desk, region, cluster) }
            { certificates::view(cluster) }
            { panel(frame::BACKUPS, Html::default(), backups::table(region, Some(&cluster.id))) }
            { for dialog }
        </>
    }
}

fn configuration(region: &Region, cluster: &model::Cluster) -> Html {
    let store = region
        .key_stores
        .values()
        .find(|store| store.cluster_id == cluster.id);
    let mut known = vec![
        (words::CLUSTER_ID, copy_id(&cluster.id)),
        (
            words::STATE,
            html! {
                <>
                    { status(cluster.state.word()) }
                    { for cluster.state_message.iter().map(|text| html! { <div class="note">{ text }</div> }) }
                </>
            },
        ),
        (words::VPC, copy_id(&cluster.vpc_id)),
        (
            words::SUBNETS,
            lines(
                cluster
                    .subnet_mapping
                    .iter()
                    .map(|(zone, subnet)| html! { <>{ zone }{ " " }<code>{ subnet }</code></> }),
            ),
        ),
        (
            words::SECURITY_GROUP,
            html! {
                { for cluster.security_group.iter().map(|group| link(&Page::Group.of(group), group)) }
            },
        ),
        (
            words::HSM_TYPE,
            html! { <>{ &cluster.hsm_type }{ ", " }{ &cluster.mode }</> },
        ),
        (
            words::RETENTION,
            html! { words::days(cluster.retention_days) },
        ),
        (
            words::KEY_STORE,
            store.map_or_else(
                || html! { words::NO_KEY_STORE },
                |store| link(&Page::Store.of(&store.id), &store.name),
            ),
        ),
        (words::CREATED, time(cluster.created)),
    ];
    if let Some(backup) = &cluster.source_backup {
        known.push((words::SOURCE_BACKUP, copy_id(backup)));
    }
    facts(known)
}

/// Whether the HSM tools reach the cluster, and the way to have them do so.
fn client(desk: &Desk, region: &Region, cluster: &model::Cluster) -> Html {
    let inside = client_inside(region, cluster);
    let place = cluster
        .subnet_mapping
        .values()
        .next()
        .zip(cluster.security_group.as_ref());
    let state = if inside {
        mark(Mood::Good, words::CLIENT_HERE)
    } else {
        mark(Mood::Warning, words::CLIENT_OUTSIDE)
    };
    let Some((subnet, group)) = place else {
        return panel(
            words::CLIENT,
            Html::default(),
            html! { <p>{ words::NO_NETWORK_YET }</p> },
        );
    };
    let line = format!("lab client attach {subnet} --security-groups {group}");
    let attach = {
        let (desk, line) = (desk.clone(), line.clone());
        Callback::from(move |_: MouseEvent| desk.script(vec![line.clone()]))
    };
    panel(
        words::CLIENT,
        link_button(Kind::Normal, frame::HOST, None, &Page::Host.route()),
        html! {
            <>
                <p>{ state }</p>
                if !inside {
                    <div class="buttons">{ button(Kind::Normal, words::PUT_CLIENT, None, attach) }</div>
                    <CommandLine {line} folded=true />
                }
            </>
        },
    )
}

fn delete(desk: &Desk, cluster: &model::Cluster, open: UseStateSetter<bool>) -> Html {
    let request = desk.request(
        "cloudhsmv2",
        "DeleteCluster",
        json!({ "ClusterId": cluster.id }),
    );
    let line = desk.line(&request);
    let confirm = {
        let (desk, id) = (desk.clone(), cluster.id.clone());
        move |()| {
            let (region, id) = (desk.region(), id.clone());
            desk.order(request.clone(), move |_: &Value| {
                Success::new(words::deleting(&id)).lasting(&region, &id)
            });
        }
    };
    html! {
        <Confirm title={words::question(&cluster.id)} warning={words::DELETE_WARNING} word={cluster.id.clone()}
            action={words::DELETE} {line} {confirm} close={move |()| open.set(false)} />
    }
}
