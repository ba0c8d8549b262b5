//! Tables: found by text, page by page, with words for having no rows and for finding none.

use std::rc::Rc;

use yew::html::IntoPropValue;
use yew::prelude::*;

use crate::text::pages::frame as words;
use crate::web::{self, control};

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
        text: web::lowercase(&text.into()),
        cells,
    }
}

/// The rows of a table: made already, or made as they are looked at, where there may be thousands of them.
#[derive(Clone)]
pub(in crate::ui) enum Rows {
    Made(Vec<Row>),
    /// How many there are, and what finds some of them.
    Sought(usize, Rc<dyn Fn(&Sought) -> Found>),
}

/// The rows that a table wants to show.
pub(in crate::ui) struct Sought {
    /// What they are found by, in lower case; empty for all rows.
    needle: String,
    page: usize,
}

/// Rows that were found.
#[derive(Default)]
pub(in crate::ui) struct Found {
    /// How many there are.
    count: usize,
    /// The cells of those on the page.
    cells: Vec<Vec<Html>>,
}

impl Sought {
    /// Looks among things in the order of the rows; `text` is what one is found by, and `cells` makes its row.
    pub(in crate::ui) fn among<T>(
        &self,
        things: impl ExactSizeIterator<Item = T>,
        text: impl Fn(&T) -> String,
        cells: impl Fn(&T) -> Vec<Html>,
    ) -> Found {
        let from = self.page * PAGE;
        if self.needle.is_empty() {
            return Found {
                count: things.len(),
                cells: things
                    .skip(from)
                    .take(PAGE)
                    .map(|thing| cells(&thing))
                    .collect(),
            };
        }
        let mut found = Found::default();
        for thing in things.filter(|thing| web::lowercase(&text(thing)).contains(&self.needle)) {
            if (from..from + PAGE).contains(&found.count) {
                found.cells.push(cells(&thing));
            }
            found.count += 1;
        }
        found
    }
}

impl Rows {
    /// So many rows, of which those that are looked at are made.
    pub(in crate::ui) fn sought(count: usize, find: impl Fn(&Sought) -> Found + 'static) -> Self {
        Self::Sought(count, Rc::new(find))
    }

    fn len(&self) -> usize {
        match self {
            Self::Made(rows) => rows.len(),
            Self::Sought(count, _) => *count,
        }
    }

    fn find(&self, sought: &Sought) -> Found {
        match self {
            Self::Made(rows) => {
                sought.among(rows.iter(), |row| row.text.clone(), |row| row.cells.clone())
            }
            Self::Sought(_, find) => find(sought),
        }
    }
}

impl PartialEq for Rows {
    /// A function that makes rows may give others next time.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Made(rows), Self::Made(others)) => rows == others,
            _ => false,
        }
    }
}

impl IntoPropValue<Rows> for Vec<Row> {
    fn into_prop_value(self) -> Rows {
        Rows::Made(self)
    }
}

/// Properties of a table.
#[derive(Properties, PartialEq)]
pub(in crate::ui) struct Props {
    /// What the table holds.
    pub(in crate::ui) name: AttrValue,
    pub(in crate::ui) columns: Vec<&'static str>,
    pub(in crate::ui) rows: Rows,
    /// What to say when there are no rows at all.
    pub(in crate::ui) empty: Html,
    /// Whether the page finds the rows itself, so that the table offers no field for it.
    #[prop_or_default]
    pub(in crate::ui) found: bool,
}

/// A table in a box of its own. Where that is narrow each row is a card whose values have the names of their columns beside them.
#[component]
pub(in crate::ui) fn DataTable(props: &Props) -> Html {
    let wanted = use_state(String::new);
    let page = use_state(|| 0_usize);
    if props.rows.len() == 0 {
        return html! { <div class="empty">{ props.empty.clone() }</div> };
    }
    let mut sought = Sought {
        needle: web::lowercase(&wanted),
        page: *page,
    };
    let mut found = props.rows.find(&sought);
    let pages = found.count.div_ceil(PAGE).max(1);
    let shown = (*page).min(pages - 1);
    // Rows may be gone since the page was turned.
    if shown < *page {
        sought.page = shown;
        found = props.rows.find(&sought);
    }
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
            if props.rows.len() >= FINDABLE && (pages > 1 || !props.found) {
                <div class="tools">
                    if !props.found {
                        <input type="search" placeholder={words::FIND} aria-label={words::filter(&props.name)}
                            value={(*wanted).clone()} oninput={find} />
                        <span class="note" role="status">
                            if !wanted.is_empty() { { words::matches(found.count) } }
                        </span>
                    }
                    if pages > 1 {
                        <span class="turn">
                            { turn(words::PREVIOUS_PAGE, "‹", shown.checked_sub(1)) }
                            { words::page_of(shown + 1, pages) }
                            { turn(words::NEXT_PAGE, "›", (shown + 1 < pages).then_some(shown + 1)) }
                        </span>
                    }
                </div>
            }
            if found.count == 0 {
                <div class="empty">
                    <p>{ words::NO_MATCH }</p>
                    <button type="button" onclick={clear}>{ words::CLEAR_FILTER }</button>
                </div>
            } else {
                // Reachable by keyboard, so that it can be scrolled by keyboard.
                <div class="scroll" tabindex="0" role="group" aria-label={props.name.clone()}>
                    // The roles stand here because a narrow table is drawn as a list of cards.
                    <table role="table">
                        <thead role="rowgroup">
                            <tr role="row">{ for props.columns.iter().map(|column| html! {
                                <th scope="col" role="columnheader">{ *column }</th>
                            }) }</tr>
                        </thead>
                        <tbody role="rowgroup">
                            { for found.cells.into_iter().map(|cells| html! {
                                <tr role="row">{ for cells.into_iter().zip(&props.columns).map(|(cell, column)| html! {
                                    <td role="cell" data-label={*column}><div>{ cell }</div></td>
                                }) }</tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </div>
    }
}
