//! A cluster, and what can be done with it.

use serde_json::json;
use yew::prelude::*;

use super::hsms::Hsms;
use super::{backups, certificates, tags};
use crate::model::{self, ClusterState, Region};
use crate::playground::client_inside;
use crate::text::pages::{cloudhsm as words, frame};
use crate::ui::desk::{Desk, Success, use_desk};
use crate::ui::pages::road::{ATTACH_CLIENT, callout};
use crate::ui::pages::{OfResource, gone};
use crate::ui::parts::{
    CommandLine, Control, DangerButton, FieldSpec, FormButton, Kind, Mood, Values, button, copy_id,
    facts, lines, link, link_button, mark, page_head, panel, status, time,
};
use crate::ui::route::Page;

const DAYS: &str = "Days";

/// A cluster.
#[component]
pub(in crate::ui::pages) fn Cluster(props: &OfResource) -> Html {
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
    let delete = desk.request(
        "cloudhsmv2",
        "DeleteCluster",
        json!({ "ClusterId": cluster.id }),
    );
    let deleting = Success::new(words::deleting(&cluster.id)).lasting(
        &region.name,
        &cluster.id,
        words::deleted(&cluster.id),
    );
    let actions = html! {
        <>
            { link_button(Kind::Normal, frame::INITIALIZE, uninitialized, &Page::Initialize.of(&cluster.id)) }
            { link_button(Kind::Normal, words::USERS, is_gone, &Page::Users.of(&cluster.id)) }
            <DangerButton label={words::DELETE} reason={is_gone} word={cluster.id.clone()} warning={words::DELETE_WARNING}
                request={delete} success={deleting} />
        </>
    };
    html! {
        <>
            { page_head(&cluster.id, "", actions) }
            { callout(&desk, region, cluster) }
            { panel(words::CONFIGURATION, retention(&desk, cluster), configuration(region, cluster)) }
            <Hsms id={cluster.id.clone()} />
            { client(&desk, region, cluster) }
            { certificates::view(cluster) }
            { panel(frame::BACKUPS, Html::default(), backups::table(region, Some(&cluster.id))) }
            { tags::view(&desk, &cluster.id, &cluster.tags) }
        </>
    }
}

/// Changes how long backups are kept, which only an active cluster lets do.
fn retention(desk: &Desk, cluster: &model::Cluster) -> Html {
    if cluster.state != ClusterState::Active {
        return Html::default();
    }
    let (desk, id) = (desk.clone(), cluster.id.clone());
    let changed = words::retention_changed(&id);
    let request = Callback::from(move |values: Values| {
        let days = values.get(DAYS).map_or("", |days| days.trim());
        let policy = json!({ "Type": "DAYS", "Value": days });
        let input = json!({ "ClusterId": id, "BackupRetentionPolicy": policy });
        desk.request("cloudhsmv2", "ModifyCluster", input)
    });
    let success = Callback::from(move |_| Success::new(changed.clone()));
    let fields = vec![
        FieldSpec::new(DAYS, words::RETENTION, Control::Text)
            .hint(words::DAYS_HINT)
            .suggest(cluster.retention_days.to_string()),
    ];
    html! { <FormButton label={words::CHANGE_RETENTION} {fields} {request} {success} /> }
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
                    { cluster.state_message.iter().map(|text| html! { <div class="note">{ text }</div> }).collect::<Html>() }
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
        known.push((words::SOURCE_BACKUP, link(&Page::Backup.of(backup), backup)));
    }
    facts(known)
}

/// Whether the HSM tools reach the cluster, and how to make them reach it.
pub(super) fn client(desk: &Desk, region: &Region, cluster: &model::Cluster) -> Html {
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
        Callback::from(move |_: MouseEvent| desk.script(words::CLIENT_HERE, vec![line.clone()]))
    };
    panel(
        words::CLIENT,
        link_button(Kind::Normal, words::OPEN_CLIENT, None, &Page::Host.route()),
        html! {
            <>
                <p>{ state }</p>
                if !inside {
                    <div class="buttons aim" id={ATTACH_CLIENT.id}>{ button(Kind::Normal, words::PUT_CLIENT, None, attach) }</div>
                    <CommandLine {line} folded=true />
                }
            </>
        },
    )
}
