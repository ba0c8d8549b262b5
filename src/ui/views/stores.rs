//! Custom key stores.

use yew::prelude::*;

use crate::model::{KeyStore, Region};
use crate::text::page as words;
use crate::ui::parts::{code, lines, section, status, table};

/// Custom key stores; where a connection failed the terminal says why.
pub(super) fn view(region: &Region, on_line: &Callback<String>) -> Html {
    let rows = region
        .key_stores
        .values()
        .map(|store| {
            vec![
                lines([html! { &store.name }, code(&store.id)]),
                connection(store, on_line),
                code(&store.cluster_id),
            ]
        })
        .collect();
    section(
        words::STORES,
        table(words::STORES, words::STORE_COLUMNS, rows, words::NO_STORES),
    )
}

fn connection(store: &KeyStore, on_line: &Callback<String>) -> Html {
    let state = status(store.state.word());
    let Some(failure) = &store.failure else {
        return state;
    };
    let (on_line, line) = (on_line.clone(), format!("lab why {}", store.id));
    lines([
        state,
        code(&failure.code),
        html! {
            <button type="button" onclick={move |_| on_line.emit(line.clone())}>{ words::ASK_WHY }</button>
        },
    ])
}
