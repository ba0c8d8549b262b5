//! The HSMs of a cluster.

use serde_json::{Value, json};
use yew::prelude::*;

use crate::model::{self, ClusterState, HsmState};
use crate::text::pages::cloudhsm as words;
use crate::ui::desk::{Success, use_desk};
use crate::ui::pages::OfResource;
use crate::ui::pages::road::CREATE_HSM;
use crate::ui::parts::{
    CommandLine, Control, DangerButton, DataTable, Field, Kind, button, code, copy_id, panel, row,
    status,
};

/// The HSMs of a cluster, with adding and removing.
#[component]
pub(super) fn Hsms(props: &OfResource) -> Html {
    let chosen = use_state(|| None::<String>);
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(cluster) = session
        .region()
        .and_then(|region| region.clusters.get(&*props.id))
    else {
        return Html::default();
    };
    let zone = (*chosen)
        .clone()
        .unwrap_or_else(|| emptiest_zone(cluster).to_owned());
    let create = desk.request(
        "cloudhsmv2",
        "CreateHsm",
        json!({ "ClusterId": cluster.id, "AvailabilityZone": zone }),
    );
    let line = desk.line(&create);
    let on_create = {
        let (desk, chosen) = (desk.clone(), chosen.setter());
        Callback::from(move |_: MouseEvent| {
            let region = desk.region();
            // The next one belongs into another zone.
            chosen.set(None);
            desk.order(create.clone(), move |answer: &Value| {
                let id = answer["Hsm"]["HsmId"].as_str().unwrap_or_default();
                Success::new(words::creating_hsm(id)).lasting(&region, id, words::hsm_ready(id))
            });
        })
    };
    let zones = cluster
        .subnet_mapping
        .keys()
        .map(|zone| (zone.clone(), zone.clone()))
        .collect();
    let remove = |id: &str| {
        desk.request(
            "cloudhsmv2",
            "DeleteHsm",
            json!({ "ClusterId": cluster.id, "HsmId": id }),
        )
    };
    let removing = |id: &str| {
        let over = words::deleted(id);
        Success::new(words::deleting(id)).lasting(&desk.region(), id, over)
    };
    let rows = cluster
        .hsms
        .iter()
        .map(|hsm| {
            let gone = matches!(hsm.state, HsmState::DeleteInProgress | HsmState::Deleted);
            row(
                format!("{} {} {} {}", hsm.id, hsm.state.word(), hsm.zone, hsm.ip),
                vec![
                    copy_id(&hsm.id),
                    status(hsm.state.word()),
                    html! { &hsm.zone },
                    code(&hsm.ip),
                    copy_id(&hsm.eni_id),
                    if gone {
                        Html::default()
                    } else {
                        html! {
                            <DangerButton key={hsm.id.clone()} label={words::DELETE_HSM} word={hsm.id.clone()}
                                warning={words::DELETE_HSM_WARNING} request={remove(&hsm.id)} success={removing(&hsm.id)} />
                        }
                    },
                ],
            )
        })
        .collect::<Vec<_>>();
    let on_change = {
        let chosen = chosen.setter();
        move |zone| chosen.set(Some(zone))
    };
    panel(
        words::HSMS,
        Html::default(),
        html! {
            <>
                <DataTable name={words::HSMS} columns={words::HSM_COLUMNS.to_vec()} {rows}
                    empty={html! { <p>{ words::NO_HSMS }</p> }} />
                <div class="add">
                    <Field name="zone" label={words::ZONE} control={Control::Select(zones)} value={zone} {on_change} />
                    <span class="aim" id={CREATE_HSM.id}>{ button(Kind::Normal, words::CREATE_HSM, cannot_add(cluster), on_create) }</span>
                </div>
                <CommandLine {line} folded=true />
            </>
        },
    )
}

/// The zone with the fewest HSMs.
fn emptiest_zone(cluster: &model::Cluster) -> &str {
    cluster
        .subnet_mapping
        .keys()
        .min_by_key(|zone| cluster.hsms.iter().filter(|hsm| hsm.zone == **zone).count())
        .map_or("", String::as_str)
}

fn cannot_add(cluster: &model::Cluster) -> Option<&'static str> {
    match cluster.state {
        ClusterState::CreateInProgress => Some(words::NOT_WHILE_CREATING),
        ClusterState::Deleted | ClusterState::DeleteInProgress => Some(words::CLUSTER_IS_GONE),
        _ => None,
    }
}
