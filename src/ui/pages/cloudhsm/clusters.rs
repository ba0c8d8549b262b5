//! The list of clusters.

use yew::prelude::*;

use crate::text::pages::{cloudhsm as words, frame};
use crate::ui::desk::use_desk;
use crate::ui::parts::{
    DataTable, Kind, copy_id, link, link_button, page_head, panel, row, status, time,
};
use crate::ui::route::Page;

/// The list of clusters.
#[component]
pub(in crate::ui::pages) fn Clusters() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let rows = session
        .region()
        .into_iter()
        .flat_map(|region| region.clusters.values())
        .map(|cluster| {
            let hsms = words::active_of(cluster.active_hsms().count(), cluster.hsms.len());
            row(
                format!("{} {} {}", cluster.id, cluster.state.word(), cluster.vpc_id),
                vec![
                    link(&Page::Cluster.of(&cluster.id), &cluster.id),
                    status(cluster.state.word()),
                    html! { hsms },
                    copy_id(&cluster.vpc_id),
                    time(cluster.created),
                ],
            )
        })
        .collect::<Vec<_>>();
    let create = link_button(
        Kind::Primary,
        frame::CREATE_CLUSTER,
        None,
        &Page::CreateCluster.route(),
    );
    let empty = html! {
        <>
            <p><strong>{ words::NO_CLUSTERS }</strong></p>
            <p>{ words::NO_CLUSTERS_NEXT }</p>
        </>
    };
    html! {
        <>
            { page_head(frame::CLUSTERS, words::CLUSTERS_ABOUT, create) }
            { panel(frame::CLUSTERS, Html::default(), html! {
                <DataTable name={frame::CLUSTERS} columns={words::CLUSTER_COLUMNS.to_vec()} {rows} {empty} />
            }) }
        </>
    }
}
