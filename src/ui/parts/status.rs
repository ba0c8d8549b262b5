//! States as icon and word, never by color alone.

use yew::prelude::*;

use super::layout::breakable;

/// How a state is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Mood {
    /// All is well.
    Good,
    /// Something is wrong.
    Bad,
    /// Something needs attention.
    Warning,
    /// Something to know.
    Info,
    /// Something is in progress.
    Busy,
    /// Nothing happens.
    Idle,
}

impl Mood {
    /// Its class in the style sheet.
    pub(in crate::ui) fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Busy => "busy",
            Self::Idle => "idle",
        }
    }
}

/// The icon of a mood.
pub(in crate::ui) fn icon(mood: Mood) -> Html {
    let shape = match mood {
        Mood::Good => "✓",
        Mood::Bad => "✕",
        Mood::Warning => "!",
        Mood::Info => "i",
        Mood::Busy => "…",
        Mood::Idle => "–",
    };
    html! { <span class={classes!("mood", mood.class())} aria-hidden="true">{ shape }</span> }
}

/// A state of the services: their own word, with an icon.
pub(in crate::ui) fn status(word: &str) -> Html {
    let mood = match word {
        "ACTIVE" | "CONNECTED" | "Enabled" | "READY" => Mood::Good,
        "FAILED" | "DEGRADED" | "Unavailable" => Mood::Bad,
        "DISCONNECTED" | "DELETED" | "Disabled" => Mood::Idle,
        "UNINITIALIZED" | "INITIALIZED" | "PendingDeletion" | "PENDING_DELETION" => Mood::Warning,
        _ => Mood::Busy,
    };
    mark(mood, word)
}

/// An icon and a word.
pub(in crate::ui) fn mark(mood: Mood, word: &str) -> Html {
    html! {
        <span class={classes!("status", mood.class())}>{ icon(mood) }<span>{ breakable(word) }</span></span>
    }
}
