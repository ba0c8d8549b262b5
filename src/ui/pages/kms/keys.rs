//! The list of KMS keys.

use yew::prelude::*;

use crate::model::{Account, Key, Region};
use crate::text::pages::{frame, kms as words};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{
    DataTable, Found, Kind, Rows, code, lines, link, link_button, page_head, panel, status,
};
use crate::ui::route::Page;

/// The list of KMS keys.
#[component]
pub(in crate::ui::pages) fn Keys() -> Html {
    let Some(desk) = use_desk() else {
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
            { panel(frame::KEYS, Html::default(), table(&desk, None)) }
        </>
    }
}

/// The keys of a Region, or those of one of its key stores.
pub(super) fn table(desk: &Desk, store: Option<&str>) -> Html {
    let session = desk.session();
    let Some(region) = session.region() else {
        return Html::default();
    };
    let count = match store {
        None => region.keys.len(),
        Some(store) => region.keys.in_store(store).count(),
    };
    let rows = {
        let (desk, store) = (desk.clone(), store.map(str::to_owned));
        Rows::sought(count, move |sought| {
            let session = desk.session();
            let Some(region) = session.region() else {
                return Found::default();
            };
            let account = session.playground.account();
            let text = |key: &&Key| {
                let state = account.key_state(region, key).word();
                format!("{} {} {} {state}", names(key), key.id, key.description)
            };
            let cells = |key: &&Key| cells(account, region, key);
            match &store {
                None => sought.among(region.keys.values(), text, cells),
                Some(store) => {
                    let ids = region.keys.in_store(store);
                    let keys: Vec<&Key> = ids.filter_map(|id| region.keys.get(id)).collect();
                    sought.among(keys.into_iter(), text, cells)
                }
            }
        })
    };
    let empty = if store.is_some() {
        words::NO_STORE_KEYS
    } else {
        words::NO_KEYS
    };
    html! {
        <DataTable name={frame::KEYS} columns={words::KEY_COLUMNS.to_vec()} {rows} empty={html! { <p>{ empty }</p> }} />
    }
}

/// The aliases of a key in one line.
fn names(key: &Key) -> String {
    let names: Vec<&str> = key
        .aliases
        .iter()
        .map(|alias| alias.name.as_str())
        .collect();
    names.join(" ")
}

fn cells(account: &Account, region: &Region, key: &Key) -> Vec<Html> {
    vec![
        if key.aliases.is_empty() {
            html! { frame::NONE }
        } else {
            lines(key.aliases.iter().map(|alias| code(&alias.name)))
        },
        html! { <a href={Page::Key.of(&key.id).href()}><code>{ &key.id }</code></a> },
        html! { if key.description.is_empty() { { frame::NONE } } else { { &key.description } } },
        status(account.key_state(region, key).word()),
        material(region, key.store_id()),
    ]
}

/// Where the material of a key is.
pub(super) fn material(region: &Region, store: Option<&str>) -> Html {
    let Some(id) = store else {
        return html! { words::IN_KMS };
    };
    let name = region.key_stores.get(id).map_or(id, |store| &store.name);
    link(&Page::Store.of(id), name)
}
