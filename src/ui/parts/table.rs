//! Tables: found by text, page by page, with words for having no rows and for finding none.

use yew::prelude::*;

use crate::text::pages::frame as words;
use crate::web::control;

/// Rows on one page.
const PAGE: usize = 20;
/// From so many rows on there is a field to find some.
const FINDABLE: usize = 6;

/// A row: what it is found by, and its cells.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Row {
    text: String,
    cells: Vec<Html>,
}

/// A row that is found by a text.
pub(in crate::ui) fn row(text: impl Into<String>, cells: Vec<Html>) -> Row {
    Row {
        text: text.into().to_lowercase(),
        cells,
    }
}

/// Properties of a table.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// What the table holds.
    pub(in crate::ui) name: AttrValue,
    pub(in crate::ui) columns: Vec<&'static str>,
    pub(in crate::ui) rows: Vec<Row>,
    /// What to say when there are no rows at all.
    pub(in crate::ui) empty: Html,
}

/// A table in a box of its own, which scrolls where it is too wide.
#[component]
pub(in crate::ui) fn DataTable(props: &Props) -> Html {
    let wanted = use_state(String::new);
    let page = use_state(|| 0_usize);
    if props.rows.is_empty() {
        return html! { <div class="empty">{ props.empty.clone() }</div> };
    }
    let needle = wanted.to_lowercase();
    let found: Vec<&Row> = props
        .rows
        .iter()
        .filter(|row| row.text.contains(&needle))
        .collect();
    let pages = found.len().div_ceil(PAGE).max(1);
    let shown = (*page).min(pages - 1);
    let find = {
        let (wanted, page) = (wanted.clone(), page.clone());
        move |event: InputEvent| {
            if let Some(value) = control::value(&event) {
                wanted.set(value);
                page.set(0);
            }
        }
    };
    let clear = {
        let wanted = wanted.clone();
        move |_| wanted.set(String::new())
    };
    let turn = |label: &'static str, shape: &'static str, to: Option<usize>| {
        let page = page.clone();
        let onclick = move |_| {
            if let Some(to) = to {
                page.set(to);
            }
        };
        html! { <button type="button" class="icon" aria-label={label} disabled={to.is_none()} {onclick}>{ shape }</button> }
    };
    html! {
        <div class="table">
            if props.rows.len() >= FINDABLE {
                <div class="tools">
                    <input type="search" placeholder={words::FIND} aria-label={words::filter(&props.name)}
                        value={(*wanted).clone()} oninput={find} />
                    <span class="note" role="status">
                        if !wanted.is_empty() { { words::matches(found.len()) } }
                    </span>
                    if pages > 1 {
                        <span class="turn">
                            { turn(words::PREVIOUS_PAGE, "‹", shown.checked_sub(1)) }
                            { words::page_of(shown + 1, pages) }
                            { turn(words::NEXT_PAGE, "›", (shown + 1 < pages).then_some(shown + 1)) }
                        </span>
                    }
                </div>
            }
            if found.is_empty() {
                <div class="empty">
                    <p>{ words::NO_MATCH }</p>
                    <button type="button" onclick={clear}>{ words::CLEAR_FILTER }</button>
                </div>
            } else {
                // Reachable by keyboard, so that it can be scrolled by keyboard.
                <div class="scroll" tabindex="0" role="group" aria-label={props.name.clone()}>
                    <table>
                        <thead>
                            <tr>{ for props.columns.iter().map(|column| html! { <th scope="col">{ *column }</th> }) }</tr>
                        </thead>
                        <tbody>
                            { for found.iter().skip(shown * PAGE).take(PAGE).map(|row| html! {
                                <tr>{ for row.cells.iter().map(|cell| html! { <td>{ cell.clone() }</td> }) }</tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </div>
    }
}
