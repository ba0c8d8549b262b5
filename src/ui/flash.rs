//! The flashbar: what was done, what is in progress, and what went wrong; newest first, until the reader dismisses it.

use std::rc::Rc;

use yew::prelude::*;

use super::explanation::refusal;
use super::later::Later;
use super::parts::{CommandLine, Mood, icon, length, link};
use super::route::Page;
use super::session::Session;
use super::transcript;
use crate::api::AwsError;
use crate::model::{ConnectionFailure, ConnectionState, SECOND, Scheduled};
use crate::playground::{Playground, Typing};
use crate::text::{page, pages::frame as words, pages::sandboxes};

/// A message that is at most that old, in milliseconds, is the one that led to the new page.
const JUST_NOW: i64 = SECOND;

/// A message.
#[derive(Clone, Debug)]
pub(super) struct Flash {
    /// Counts up, given when it is shown.
    pub(super) id: u64,
    mood: Mood,
    header: String,
    text: String,
    /// The command line that does the same.
    line: String,
    lasting: Option<Box<Lasting>>,
    refusal: Option<Box<AwsError>>,
    transcript: Option<Rc<Typing>>,
    /// Runs the lines of a fix.
    on_fix: Callback<Vec<String>>,
    /// What it is about, such as the operation `kms:CreateKey`: of two the later one counts.
    about: String,
    pub(super) offers: Vec<Offer>,
    /// When it was said, by the browser's clock in milliseconds.
    pub(super) said: i64,
}

/// Something that continues after a call: jobs of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lasting {
    pub(super) region: String,
    /// Id of the resource.
    pub(super) subject: String,
    /// What is so when it has gone well.
    pub(super) over: String,
}

/// What a message offers to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// Exports the account.
    Export,
    /// Opens the page in a tab of its own.
    OwnTab,
}

/// What the reader does with a message.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FlashAction {
    /// Takes up what it offers.
    Take(u64, Offer),
    /// Removes it.
    Dismiss(u64),
    /// Waits until nothing is in progress with a resource.
    Wait(String),
}

impl Flash {
    fn new(mood: Mood, header: impl Into<String>) -> Self {
        Self {
            id: 0,
            mood,
            header: header.into(),
            text: String::new(),
            line: String::new(),
            lasting: None,
            refusal: None,
            transcript: None,
            on_fix: Callback::noop(),
            about: String::new(),
            offers: Vec::new(),
            said: 0,
        }
    }

    /// Something was done; `line` does the same on the command line.
    pub(super) fn success(
        header: impl Into<String>,
        line: String,
        lasting: Option<Lasting>,
    ) -> Self {
        Self {
            line,
            lasting: lasting.map(Box::new),
            ..Self::new(Mood::Good, header)
        }
    }

    /// Something to know.
    pub(super) fn info(header: impl Into<String>) -> Self {
        Self::new(Mood::Info, header)
    }

    /// Something went wrong.
    pub(super) fn error(header: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::new(Mood::Bad, header)
        }
    }

    /// A call of an operation was refused.
    pub(super) fn refusal(error: AwsError, about: &str, on_fix: Callback<Vec<String>>) -> Self {
        Self {
            refusal: Some(Box::new(error)),
            on_fix,
            about: about.to_owned(),
            ..Self::new(Mood::Bad, words::refused(about))
        }
    }

    /// Lines were run, and now this is so.
    pub(super) fn said(header: String, transcript: Typing) -> Self {
        Self {
            transcript: Some(Rc::new(transcript)),
            ..Self::new(Mood::Good, header)
        }
    }

    /// Lines were run that show something, or that failed.
    pub(super) fn transcript(transcript: Rc<Typing>, on_fix: Callback<Vec<String>>) -> Self {
        let (mood, header) = if transcript.well {
            (Mood::Info, words::SHOWN)
        } else {
            (Mood::Bad, words::FAILED)
        };
        Self {
            transcript: Some(transcript),
            on_fix,
            ..Self::new(mood, header)
        }
    }

    /// With what it is about.
    pub(super) fn about(mut self, about: String) -> Self {
        self.about = about;
        self
    }

    /// With something that can be done about it.
    pub(super) fn offering(mut self, offer: Offer) -> Self {
        self.offers.push(offer);
        self
    }

    /// Whether the reader still needs it when something else is said.
    pub(super) fn outlives(&self, next: &Self, playground: &Playground) -> bool {
        // What was refused has been done now, or was refused anew.
        if !self.about.is_empty() && self.about == next.about && self.mood == Mood::Bad {
            return false;
        }
        let Some(lasting) = &self.lasting else {
            return self.mood != Mood::Good || !self.offers.is_empty();
        };
        next.lasting.as_ref() != Some(lasting)
            && (job(playground, lasting).is_some() || failure(playground, lasting).is_some())
    }

    /// Whether it belongs on the page that is shown from `now` on: what sent the reader there, and what is not over.
    pub(super) fn comes_along(&self, now: i64, playground: &Playground) -> bool {
        let goes_on = |lasting| job(playground, lasting).is_some();
        // What was refused belongs to the page that asked for it.
        let of_page = self.mood == Mood::Bad && !self.about.is_empty();
        (now - self.said < JUST_NOW && !of_page)
            || !self.offers.is_empty()
            || self.lasting.as_deref().is_some_and(goes_on)
    }
}

/// How a lasting thing stands.
enum Progress {
    Under(String),
    Failed(String),
    Over,
}

/// The last job of a lasting thing that is to come.
fn job<'a>(playground: &'a Playground, lasting: &Lasting) -> Option<&'a Scheduled> {
    let mut jobs = playground.account().jobs.transitions();
    jobs.rfind(|job| job.job.subject() == lasting.subject)
}

/// Why a lasting thing failed, where it is the connection of a key store.
fn failure<'a>(playground: &'a Playground, lasting: &Lasting) -> Option<&'a ConnectionFailure> {
    let region = playground.account().region(&lasting.region)?;
    let store = region.key_stores.get(&lasting.subject)?;
    let failure = store.failure.as_ref();
    failure.filter(|_| store.state == ConnectionState::Failed)
}

fn progress(playground: &Playground, lasting: &Lasting) -> Progress {
    if let Some(job) = job(playground, lasting) {
        return Progress::Under(length(job.due.0 - playground.now().0));
    }
    match failure(playground, lasting) {
        Some(failure) => Progress::Failed(failure.code.clone()),
        None => Progress::Over,
    }
}

/// What a message shows beside its words.
pub(super) struct More {
    mood: Mood,
    header: String,
    text: String,
    buttons: Html,
    below: Html,
}

/// What a message shows that has something to explain, or goes on.
pub(super) fn more(flash: &Flash, session: &Session, act: &Callback<FlashAction>) -> More {
    let on_fix = &flash.on_fix;
    let mut more = plain(flash);
    let mut why = Html::default();
    if let Some(lasting) = &flash.lasting {
        match progress(&session.playground, lasting) {
            Progress::Under(length) => {
                more.mood = Mood::Busy;
                more.text = words::ready_in(&length);
                let wait = FlashAction::Wait(lasting.subject.clone());
                more.buttons = button(words::WAIT, act, wait);
            }
            Progress::Failed(code) => {
                more.mood = Mood::Bad;
                more.text = code;
                // The page of the key store says why, and how to fix it.
                why = link(&Page::Store.of(&lasting.subject), words::WHY_IT_FAILED);
            }
            Progress::Over => more.header.clone_from(&lasting.over),
        }
    }
    more.below = html! {
        <>
            if let Some(error) = &flash.refusal { { refusal(error, on_fix) } }
            { why }
            if let Some(lines) = &flash.transcript { { transcript::view(lines, on_fix, flash.mood == Mood::Info) } }
            if !flash.line.is_empty() { <CommandLine line={flash.line.clone()} folded=true /> }
        </>
    };
    more
}

fn plain(flash: &Flash) -> More {
    More {
        mood: flash.mood,
        header: flash.header.clone(),
        text: flash.text.clone(),
        buttons: Html::default(),
        below: Html::default(),
    }
}

fn button(label: &'static str, act: &Callback<FlashAction>, action: FlashAction) -> Html {
    let act = act.clone();
    html! { <button type="button" onclick={move |_| act.emit(action.clone())}>{ label }</button> }
}

/// The messages. Their region exists from the start, so that screen readers announce what appears in it.
pub(super) fn view(
    flashes: &[Flash],
    session: &Session,
    later: Option<&Later>,
    act: &Callback<FlashAction>,
) -> Html {
    html! {
        <div class="flashes" role="status" aria-label={words::MESSAGES}>
            { for flashes.iter().rev().map(|flash| {
                one(flash, later.map_or_else(|| plain(flash), |later| (later.more)(flash, session, act)), act)
            }) }
        </div>
    }
}

fn one(flash: &Flash, more: More, act: &Callback<FlashAction>) -> Html {
    let offers = flash.offers.iter().map(|offer| {
        let label = match offer {
            Offer::Export => page::EXPORT,
            Offer::OwnTab => sandboxes::OWN_TAB,
        };
        button(label, act, FlashAction::Take(flash.id, *offer))
    });
    let dismiss = {
        let (act, id) = (act.clone(), flash.id);
        move |_| act.emit(FlashAction::Dismiss(id))
    };
    html! {
        <div class={classes!("flash", more.mood.class())} key={flash.id.to_string()} tabindex="-1">
            { icon(more.mood) }
            <div class="said">
                <strong>{ more.header }</strong>
                if !more.text.is_empty() { <span>{ more.text }</span> }
                { more.below }
            </div>
            <div class="buttons">
                { for offers }
                { more.buttons }
            </div>
            <button type="button" class="icon dismiss" aria-label={words::dismiss(&flash.header)} onclick={dismiss}>{ "✕" }</button>
        </div>
    }
}
