//! The clock of the simulated world and its controls.

use yew::prelude::*;

use crate::model::Timestamp;
use crate::text::page as words;

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

    fn state(self) -> (&'static str, &'static str) {
        match self {
            Self::Paused => ("❚❚", words::PAUSED),
            Self::Real => ("▶", words::RUNNING),
            Self::Fast => ("▶▶", words::RUNNING_FAST),
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

/// The clock; `busy` says whether there is anything to skip to.
pub(super) fn view(now: Timestamp, speed: Speed, busy: bool, act: &Callback<ClockAction>) -> Html {
    let text = now.iso();
    let (date, clock) = text.split_once('T').unwrap_or((&text, ""));
    let clock = clock.get(..8).unwrap_or(clock);
    let (icon, state) = speed.state();
    let choice = |wanted: Speed, label: &'static str| {
        let act = act.clone();
        html! {
            <button type="button" aria-pressed={(wanted == speed).to_string()}
                onclick={move |_| act.emit(ClockAction::Run(wanted))}>{ label }</button>
        }
    };
    let command = |action: ClockAction, label: &'static str| {
        let act = act.clone();
        let reason = (!busy).then_some(words::NOTHING_UNDER_WAY);
        html! {
            <button type="button" disabled={!busy} title={reason}
                onclick={move |_| act.emit(action)}>{ label }</button>
        }
    };
    html! {
        <div class="clock" role="group" aria-label={words::CLOCK}>
            <div class="moment">
                <time datetime={text.clone()}>{ format!("{date} {clock} UTC") }</time>
                <span class="note"><span class="icon" aria-hidden="true">{ icon }</span>{ state }</span>
            </div>
            <span class="joined">
                { choice(Speed::Paused, words::PAUSE) }
                { choice(Speed::Real, words::SPEED_1) }
                { choice(Speed::Fast, words::SPEED_60) }
            </span>
            <span class="buttons">
                { command(ClockAction::Skip, words::SKIP) }
                { command(ClockAction::Settle, words::SETTLE) }
            </span>
        </div>
    }
}
