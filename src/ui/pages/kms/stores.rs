//! The list of custom key stores.

use yew::prelude::*;

use crate::text::pages::{frame, kms as words};
use crate::ui::desk::use_desk;
use crate::ui::parts::{
    DataTable, Kind, code, copy_id, link, link_button, page_head, panel, row, status, time,
};
use crate::ui::route::Page;

/// The list of custom key stores.
#[component]
pub(in crate::ui::pages) fn Stores() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let rows = session
        .region()
        .into_iter()
        .flat_map(|region| region.key_stores.values())
        .map(|store| {
            row(
                format!("{} {} {} {}", store.name, store.id, store.state.word(), store.cluster_id),
                vec![
                    link(&Page::Store.of(&store.id), &store.name),
                    copy_id(&store.id),
                    html! {
                        <>
                            { status(store.state.word()) }
                            { for store.failure.as_ref().map(|failure| html! { <div>{ code(&failure.code) }</div> }) }
                        </>
                    },
                    link(&Page::Cluster.of(&store.cluster_id), &store.cluster_id),
                    time(store.created),
                ],
            )
        })
        .collect::<Vec<_>>();
    let create = || {
        link_button(
            Kind::Primary,
            frame::CREATE_STORE,
            None,
            &Page::CreateStore.route(),
        )
    };
    let empty = html! {
        <>
            <p><strong>{ words::NO_STORES }</strong></p>
            <p>{ words::NO_STORES_NEXT }</p>
        </>
    };
    html! {
        <>
            { page_head(frame::STORES, words::STORES_ABOUT, create()) }
            { panel(frame::STORES, Html::default(), html! {
                <DataTable name={frame::STORES} columns={words::STORE_COLUMNS.to_vec()} {rows} {empty} />
            }) }
        </>
    }
}
