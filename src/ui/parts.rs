//! Parts that several views share.

use yew::prelude::*;

/// A state as icon and word.
pub(super) fn status(word: &str) -> Html {
    let (class, icon) = match word {
        "ACTIVE" | "CONNECTED" | "Enabled" | "READY" => ("status good", "✓"),
        "FAILED" | "DEGRADED" | "Unavailable" => ("status bad", "✕"),
        "DISCONNECTED" | "DELETED" | "Disabled" | "UNINITIALIZED" | "INITIALIZED" => {
            ("status idle", "○")
        }
        _ => ("status busy", "…"),
    };
    html! {
        <span class={class}><span class="icon" aria-hidden="true">{ icon }</span>{ word }</span>
    }
}

/// A section with a heading.
pub(super) fn section(title: &str, content: Html) -> Html {
    let id = format!("section-{}", title.to_lowercase().replace(' ', "-"));
    html! {
        <section class="card" aria-labelledby={id.clone()}>
            <h2 id={id}>{ title }</h2>
            { content }
        </section>
    }
}

/// A table, or what to say when it has no rows.
pub(super) fn table(caption: &str, columns: &[&str], rows: Vec<Vec<Html>>, empty: &str) -> Html {
    if rows.is_empty() {
        return html! { <p class="empty">{ empty }</p> };
    }
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={caption.to_owned()}>
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
pub(super) fn code(text: &str) -> Html {
    html! { <code>{ text }</code> }
}

/// Lines below each other.
pub(super) fn lines(items: impl IntoIterator<Item = Html>) -> Html {
    html! { <>{ for items.into_iter().map(|item| html! { <div>{ item }</div> }) }</> }
}
