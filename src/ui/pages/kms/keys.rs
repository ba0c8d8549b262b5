//! The list of KMS keys.

use yew::prelude::*;

use crate::model::{Account, Region};
use crate::text::pages::{frame, kms as words};
use crate::ui::desk::use_desk;
use crate::ui::parts::{DataTable, Kind, link, link_button, page_head, panel, row, status};
use crate::ui::route::Page;

/// The list of KMS keys.
#[component]
pub(in crate::ui::pages) fn Keys() -> Html {
    let Some(desk) = use_desk() else {
        return Html::default();
    };
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let create = link_button(
        Kind::Primary,
        frame::CREATE_KEY,
        None,
        &Page::CreateKey.route(),
    );
    html! {
        <>
            { page_head(frame::KEYS, words::KEYS_ABOUT, create) }
            { panel(frame::KEYS, Html::default(), table(session.playground.account(), region, None)) }
        </>
    }
}

/// The keys of a Region, or those of one of its key stores.
pub(super) fn table(account: &Account, region: &Region, store: Option<&str>) -> Html {
    let rows = region
        .keys
        .values()
        .filter(|key| store.is_none() || key.store_id() == store)
        .map(|key| {
            let state = account.key_state(region, key).word();
            row(
                format!("{} {} {state}", key.id, key.description),
                vec![
                    html! { <a href={Page::Key.of(&key.id).href()}><code>{ &key.id }</code></a> },
                    html! { if key.description.is_empty() { { frame::NONE } } else { { &key.description } } },
                    status(state),
                    material(region, key.store_id()),
                ],
            )
        })
        .collect::<Vec<_>>();
    let empty = if store.is_some() {
        words::NO_STORE_KEYS
    } else {
        words::NO_KEYS
    };
    html! {
        <DataTable name={frame::KEYS} columns={words::KEY_COLUMNS.to_vec()} {rows} empty={html! { <p>{ empty }</p> }} />
    }
}

/// Where the material of a key is.
pub(super) fn material(region: &Region, store: Option<&str>) -> Html {
    let Some(id) = store else {
        return html! { words::IN_KMS };
    };
    let name = region.key_stores.get(id).map_or(id, |store| &store.name);
    link(&Page::Store.of(id), name)
}
