//! The clock of the simulated world and its controls.

use yew::prelude::*;

use crate::model::Timestamp;

/// How fast the clock runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speed {
    /// It stands.
    Paused,
    /// As fast as the real one.
    Real,
    /// A minute in a second.
    Fast,
}

impl Speed {
    /// Simulated milliseconds in a real one.
    pub(super) fn factor(self) -> i64 {
        match self {
            Self::Paused => 0,
            Self::Real => 1,
            Self::Fast => 60,
        }
    }
}

/// What the reader does with the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockAction {
    /// Runs at a speed.
    Run(Speed),
    /// Skips to the next thing that is due.
    Skip,
    /// Waits until nothing is under way.
    Settle,
}

/// The clock.
pub(super) fn view(now: Timestamp, speed: Speed, busy: bool, act: &Callback<ClockAction>) -> Html {
    let text = now.iso();
    let (date, time) = text.split_once('T').unwrap_or((&text, ""));
    let time = time
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end_matches('Z');
    let choice = |wanted: Speed, label: &'static str| {
        let act = act.clone();
        html! {
            <button type="button" aria-pressed={(wanted == speed).to_string()}
                onclick={move |_| act.emit(ClockAction::Run(wanted))}>{ label }</button>
        }
    };
    let command = |action: ClockAction, label: &'static str| {
        let act = act.clone();
        let reason = (!busy).then_some("Nothing is under way");
        html! {
            <button type="button" disabled={!busy} title={reason}
                onclick={move |_| act.emit(action)}>{ label }</button>
        }
    };
    html! {
        <div class="clock" role="group" aria-label="Simulated clock">
            <time datetime={text.clone()}>{ format!("{date} {time} UTC") }</time>
            <span class="buttons">
                { choice(Speed::Paused, "Pause") }
                { choice(Speed::Real, "×1") }
                { choice(Speed::Fast, "×60") }
                { command(ClockAction::Skip, "Skip to next event") }
                { command(ClockAction::Settle, "Wait for all") }
            </span>
        </div>
    }
}
