//! Sections and tables.

use yew::prelude::*;

/// A section with a heading.
pub(in crate::ui) fn section(title: &str, content: Html) -> Html {
    let id = format!("section-{}", title.to_lowercase().replace(' ', "-"));
    html! {
        <section class="card" aria-labelledby={id.clone()}>
            <h2 id={id}>{ title }</h2>
            { content }
        </section>
    }
}

/// A table in a box of its own, which scrolls where it is too wide; or what to say when it has no rows.
pub(in crate::ui) fn table(
    name: &str,
    columns: &[&str],
    rows: Vec<Vec<Html>>,
    empty: &str,
) -> Html {
    if rows.is_empty() {
        return html! { <p class="empty">{ empty }</p> };
    }
    html! {
        // Reachable by keyboard, so that it can be scrolled by keyboard.
        <div class="scroll" tabindex="0" role="region" aria-label={name.to_owned()}>
            <table>
                <thead>
                    <tr>{ for columns.iter().map(|column| html! { <th scope="col">{ *column }</th> }) }</tr>
                </thead>
                <tbody>
                    { for rows.into_iter().map(|row| html! {
                        <tr>{ for row.into_iter().map(|cell| html! { <td>{ cell }</td> }) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// An id in the type of the terminal.
pub(in crate::ui) fn code(text: &str) -> Html {
    html! { <code>{ text }</code> }
}

/// Lines below each other.
pub(in crate::ui) fn lines(items: impl IntoIterator<Item = Html>) -> Html {
    html! { <>{ for items.into_iter().map(|item| html! { <div>{ item }</div> }) }</> }
}

/// Lines below each other, or what to say when there are none.
pub(in crate::ui) fn lines_or(items: impl IntoIterator<Item = Html>, empty: &str) -> Html {
    let mut items = items.into_iter().peekable();
    if items.peek().is_none() {
        return html! { <span class="empty">{ empty }</span> };
    }
    lines(items)
}
