//! The anatomy of a page: its head, its panels, lists of facts, and small things in them.

use yew::prelude::*;

use crate::model::{DAY, HOUR, MINUTE, SECOND, Timestamp};

/// Something optional. It takes one place in the list of children in any case: beside a list that grows, Yew would make its neighbors anew,
/// and the
/// focus and what was typed would be lost.
pub(in crate::ui) fn maybe(html: Option<Html>) -> Html {
    html.unwrap_or_default()
}

/// The head of a page: its name, what it is about, and what can be done.
pub(in crate::ui) fn page_head(title: &str, about: &str, actions: Html) -> Html {
    html! {
        <div class="head">
            <div>
                <h1 tabindex="-1">{ breakable(title) }</h1>
                if !about.is_empty() { <p class="about">{ about }</p> }
            </div>
            <div class="buttons">{ actions }</div>
        </div>
    }
}

/// A panel with a heading and what can be done in it.
pub(in crate::ui) fn panel(title: &str, actions: Html, content: Html) -> Html {
    let id = format!("panel-{}", title.to_ascii_lowercase().replace(' ', "-"));
    html! {
        <section class="panel" aria-labelledby={id.clone()}>
            { head(&id, title, actions) }
            { content }
        </section>
    }
}

/// The heading of a panel.
pub(in crate::ui) fn head(id: &str, title: &str, actions: Html) -> Html {
    html! {
        <div class="head">
            <h2 id={id.to_owned()}>{ title }</h2>
            <div class="buttons">{ actions }</div>
        </div>
    }
}

/// Facts about a resource: names and values.
pub(in crate::ui) fn facts(facts: Vec<(&str, Html)>) -> Html {
    html! {
        <dl class="facts">
            { for facts.into_iter().map(|(name, value)| html! {
                <div><dt>{ name }</dt><dd>{ value }</dd></div>
            }) }
        </dl>
    }
}

/// An id in the type of the terminal.
pub(in crate::ui) fn code(text: &str) -> Html {
    html! { <code>{ breakable(text) }</code> }
}

/// A name that, where it has no room, breaks between its words: before a capital letter, after a slash or a low line, and
/// before an extension.
pub(in crate::ui) fn breakable(text: &str) -> Html {
    let mut letters = text.char_indices().peekable();
    let (mut parts, mut start, mut before) = (Vec::new(), 0, ' ');
    while let Some((at, letter)) = letters.next() {
        let then = letters
            .peek()
            .is_some_and(|(_, next)| next.is_ascii_alphabetic());
        let apart = matches!(before, '_' | '/')
            || (before.is_ascii_lowercase() && letter.is_ascii_uppercase())
            || (letter == '.' && then);
        if apart && at > start {
            parts.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        before = letter;
    }
    let last = text.get(start..).unwrap_or_default();
    html! { <>{ for parts.into_iter().map(|part| html! { <>{ part }<wbr /></> }) }{ last }</> }
}

/// Lines below each other.
pub(in crate::ui) fn lines(items: impl IntoIterator<Item = Html>) -> Html {
    html! { <>{ for items.into_iter().map(|item| html! { <div>{ item }</div> }) }</> }
}

/// A moment, to the second.
pub(in crate::ui) fn time(at: Timestamp) -> Html {
    let text = at.iso();
    let shown = format!("{} UTC", text.get(..19).unwrap_or(&text).replace('T', " "));
    html! { <time datetime={text}>{ shown }</time> }
}

/// A length of time in its two largest units, rounded up to seconds.
pub(in crate::ui) fn length(millis: i64) -> String {
    let seconds = (millis.max(0) + SECOND - 1) / SECOND;
    let (minute, hour, day) = (MINUTE / SECOND, HOUR / SECOND, DAY / SECOND);
    if seconds < minute {
        format!("{seconds} s")
    } else if seconds < hour {
        format!("{} min {:02} s", seconds / minute, seconds % minute)
    } else if seconds < 2 * day {
        format!("{} h {:02} min", seconds / hour, seconds % hour / minute)
    } else {
        format!("{} days {} h", seconds / day, seconds % day / hour)
    }
}
