//! Buttons and links.

use yew::prelude::*;

use crate::ui::route::Route;

/// How a button stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Kind {
    /// One of several.
    Normal,
    /// What the page is for.
    Primary,
}

impl Kind {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Normal => None,
            Self::Primary => Some("primary"),
        }
    }
}

/// A button. With a reason it does nothing; it stays where it is, keeps the focus, and says why.
pub(in crate::ui) fn button(
    kind: Kind,
    label: &str,
    reason: Option<&str>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let onclick = reason.is_none().then_some(onclick);
    html! {
        <span class="barred">
            <button type="button" class={classes!(kind.class())} aria-disabled={reason.map(|_| "true")}
                aria-description={reason.map(str::to_owned)} {onclick}>{ label }</button>
            if let Some(reason) = reason { <span class="reason" aria-hidden="true">{ reason }</span> }
        </span>
    }
}

/// A link to a page of ours.
pub(in crate::ui) fn link(route: &Route, label: &str) -> Html {
    html! { <a href={route.href()}>{ label }</a> }
}

/// A link that looks like a button. With a reason it leads nowhere and says why.
pub(in crate::ui) fn link_button(
    kind: Kind,
    label: &str,
    reason: Option<&str>,
    route: &Route,
) -> Html {
    if reason.is_some() {
        return button(kind, label, reason, Callback::noop());
    }
    html! {
        <a class={classes!("button", kind.class())} href={route.href()}>{ label }</a>
    }
}
