//! States as icon and word, never by colour alone.

use yew::prelude::*;

/// How a state is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Mood {
    /// All is well.
    Good,
    /// Something is wrong.
    Bad,
    /// Something is under way.
    Busy,
    /// Nothing happens.
    Idle,
}

/// A state of the services: their own word, with an icon.
pub(in crate::ui) fn status(word: &str) -> Html {
    let mood = match word {
        "ACTIVE" | "CONNECTED" | "Enabled" | "READY" => Mood::Good,
        "FAILED" | "DEGRADED" | "Unavailable" => Mood::Bad,
        "DISCONNECTED" | "DELETED" | "Disabled" | "UNINITIALIZED" | "INITIALIZED"
        | "PendingDeletion" => Mood::Idle,
        _ => Mood::Busy,
    };
    mark(mood, word)
}

/// An icon and a word.
pub(in crate::ui) fn mark(mood: Mood, word: &str) -> Html {
    let (class, icon) = match mood {
        Mood::Good => ("status good", "✓"),
        Mood::Bad => ("status bad", "✕"),
        Mood::Busy => ("status busy", "…"),
        Mood::Idle => ("status idle", "○"),
    };
    html! {
        <span class={class}><span class="icon" aria-hidden="true">{ icon }</span>{ word }</span>
    }
}
