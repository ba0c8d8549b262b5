//! The clock of the simulated world and its controls.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::app::{App, Msg};
use super::parts::{Kind, button};
use crate::model::{MINUTE, Timestamp};
use crate::playground::Playground;
use crate::text::page as words;
use crate::web;

/// Milliseconds between two looks at the clock.
pub(super) const TICK: u32 = 250;
/// The longest real time that one look makes up for. Browsers call pages in the background once a minute at the least; a longer
/// gap means that the computer slept, and the simulated clock stands still too.
const LONGEST_TICK: i64 = MINUTE;
/// Milliseconds until something begins that takes long: enough for the page to paint first.
pub(super) const BREATH: u32 = 50;

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
    /// Waits until nothing is in progress.
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
    let command = |action: ClockAction, label: &'static str, about: &'static str| {
        let reason = (!busy).then_some(words::NOTHING_UNDER_WAY);
        let button = button(Kind::Normal, label, reason, act.reform(move |_| action));
        html! { <span title={busy.then_some(about)}>{ button }</span> }
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
                { command(ClockAction::Skip, words::SKIP, words::SKIP_ABOUT) }
                { command(ClockAction::Settle, words::SETTLE, words::SETTLE_ABOUT) }
            </span>
        </div>
    }
}

impl App {
    /// Moves the simulated clock by what has passed on the real one; returns whether anything is to be shown.
    pub(super) fn tick(&mut self, context: &Context<Self>) -> bool {
        self.look_now_and_then(context);
        if self.keeper.paused() {
            // What is running goes by the clock as it stood; the time is made up for.
            return true;
        }
        let now = web::now_millis();
        let passed = (now - self.looked).clamp(0, LONGEST_TICK);
        self.looked = now;
        if self.speed == Speed::Paused || self.keeper.busy() || self.opening() {
            return false;
        }
        if !self.keeper.runs_clock() {
            // Another tab runs it, and tells.
            self.looks_different();
            return true;
        }
        let Some(later) = self.later() else {
            return false;
        };
        let mut session = self.session.borrow_mut();
        let playground = &mut session.playground;
        let before = playground.now();
        let first = |playground: &Playground| {
            let mut jobs = playground.account().jobs.jobs();
            jobs.next().map(|scheduled| scheduled.due)
        };
        let due = first(playground);
        let done = (later.clock)(playground, before.plus(passed * self.speed.factor()));
        let after = playground.now();
        let happened = due.is_some_and(|due| due <= after);
        let waiting = first(playground).is_some();
        drop(session);
        if let Err(bug) = done {
            self.broke(&bug);
        }
        if happened {
            // A job has finished; the reader should not wait for it again after a reload.
            self.changed(context);
            self.keep_time(context);
        } else if waiting && before.seconds() != after.seconds() {
            // Pages say how long things take yet.
            self.looks_different();
        }
        if before.seconds() != after.seconds() {
            self.keeper.tell_time(after);
        }
        happened || before.seconds() != after.seconds()
    }

    /// Looks for an RSA key to make ahead of its time, after the page has painted.
    pub(super) fn prepare_later(&mut self, context: &Context<Self>) {
        let link = context.link().clone();
        self.preparing = Some(Timeout::new(BREATH, move || {
            link.send_message(Msg::Prepare);
        }));
    }

    /// Makes a part of one, where there is one to make, and looks again.
    pub(super) fn prepare(&mut self, context: &Context<Self>) {
        self.preparing = None;
        let Some(later) = self.later() else { return };
        if (later.prepare)(&mut self.session.borrow_mut().playground) {
            self.prepare_later(context);
        }
    }
}
