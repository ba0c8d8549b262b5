//! Opening an account: a little at a time, so that the page lives meanwhile, says how far it is, and lets the reader cancel it. What
//! cannot be opened is named, with what can be done about it, and blocks nothing.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::app::{App, Msg};
use super::flash::{Flash, Offer};
use super::keeper::{Kept, Todo};
use super::later::Opened;
use super::parts::maybe;
use super::route::Page;
use super::session::Session;
use super::start;
use crate::playground::{Known, Playground, Progress};
use crate::ports::Problem;
use crate::text::page;
use crate::text::pages::{frame, sandboxes as words};
use crate::web::{self, download, location};

/// What takes the place of the account that is open.
pub(super) enum KeepAction {
    /// Opens the sandbox that was open last.
    Last,
    /// Opens a sandbox, also one that was not opened by itself.
    Open(String),
    /// Opens a damaged sandbox as far as it is sound; what is damaged is put aside.
    Sound(String),
    /// Makes a new one.
    Create(String),
    /// Makes one of that name of an exported text.
    Import(String, String),
    /// Makes one of a link.
    Link(String),
    /// Makes a new one for a failure, in place of the one before.
    Practice(String),
    /// Exports one as a file; the open one stays.
    Export(String),
    /// Reads the record of the open one again.
    Follow,
    /// The open one was deleted.
    Deleted,
}

/// Why nothing was opened.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Halt {
    /// The reader has cancelled it.
    Cancelled,
    /// The storage has failed.
    Storage(Problem),
    /// A sandbox was not opened.
    Sandbox(Stopped),
    /// A file or a link was not opened; what is said of that.
    Refused(String),
    /// It was opened to be exported; the name of the file, and its text.
    Exported(String, String),
}

/// A sandbox that was not opened.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stopped {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) why: Why,
}

/// Why a sandbox was not opened.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Why {
    /// The reader has cancelled it.
    Cancelled,
    /// The page was stopped while it was opened the last time.
    Hung,
    /// It cannot be read; and whether what comes before the damage can be.
    Problem(Problem, bool),
}

/// Somebody who waits for an account to be opened.
#[derive(Clone)]
pub(super) struct Watch {
    report: Callback<(String, Progress)>,
    cancelled: Rc<Cell<bool>>,
}

impl Watch {
    /// Says how far it is; answers whether it is to go on.
    pub(super) fn goes_on(&self, name: &str, progress: Progress) -> bool {
        let on = !self.cancelled.get();
        if on {
            self.report.emit((name.to_owned(), progress));
        }
        on
    }
}

/// An account that is being opened.
pub(super) struct Arriving {
    watch: Watch,
    /// Its name, and how far it is, as soon as that is worth saying.
    seen: Option<(String, Progress)>,
}

impl KeepAction {
    /// Whether it leaves the sandbox that is open, which is still there.
    pub(super) fn leaves(&self) -> bool {
        !matches!(
            self,
            Self::Follow | Self::Deleted | Self::Last | Self::Export(_)
        )
    }
}

impl App {
    /// Opens or makes a sandbox.
    pub(super) fn open(&mut self, context: &Context<Self>, action: KeepAction) {
        if matches!(action, KeepAction::Follow) {
            return self.follow(context);
        }
        if matches!(action, KeepAction::Last | KeepAction::Deleted) {
            self.opening = start::Opening::Last;
        }
        let link = context.link();
        let watch = Watch {
            report: link.callback(|(name, progress)| Msg::kept(Kept::Opening(name, progress))),
            cancelled: Rc::default(),
        };
        self.arriving = Some(Arriving {
            watch: watch.clone(),
            seen: None,
        });
        self.begin(
            context,
            |later, shelf, known, _| (later.open)(shelf, known, action, watch),
            Kept::Opened,
        );
    }

    /// How far the account is that is being opened.
    pub(super) fn is_opening(&mut self, name: String, progress: Progress) {
        if let Some(arriving) = &mut self.arriving {
            arriving.seen = Some((name, progress));
        }
    }

    /// Whether the reader sees that an account is being opened.
    pub(super) fn shows_opening(&self) -> bool {
        self.arriving
            .as_ref()
            .is_some_and(|arriving| arriving.seen.is_some())
    }

    /// The reader does not want to wait.
    pub(super) fn cancel_opening(&mut self) {
        if let Some(arriving) = &self.arriving {
            arriving.watch.cancelled.set(true);
        }
    }

    /// Says why nothing can be done to the account now, where that is so: there is none, or another one will take its place.
    pub(super) fn refuses(&mut self) -> bool {
        let none = self.opening == start::Opening::Nothing
            && !self.keeper.busy()
            && !self
                .keeper
                .queue
                .iter()
                .any(|todo| matches!(todo, Todo::Keep(_)));
        let refused = none || self.shows_opening();
        if refused {
            self.say(Flash::info(if none {
                words::NONE_OPEN
            } else {
                words::NOT_WHILE_OPENING
            }));
        }
        refused
    }

    /// An account was opened, or was not.
    pub(super) fn opened(&mut self, context: &Context<Self>, opened: Opened) {
        self.arriving = None;
        self.keeper.busy = false;
        match opened {
            Ok(opened) => {
                let (known, playground, said) = *opened;
                self.arrived(context, known, playground);
                for said in said {
                    self.say(Flash::info(said));
                }
            }
            Err(Halt::Exported(name, text)) => {
                if !download::offer(&name, &text) {
                    self.say(Flash::error(page::NO_DOWNLOAD, ""));
                }
                self.changed(context);
            }
            Err(halt) => {
                // What was to be done there is not done here.
                self.keeper.queue.clear();
                let first = self.opening == start::Opening::Last;
                if first {
                    self.open_nothing();
                }
                match halt {
                    // The sandbox that was open still is, and nobody asks what became of the other one.
                    Halt::Sandbox(Stopped {
                        why: Why::Cancelled,
                        ..
                    }) if !self.opening() => {}
                    Halt::Cancelled | Halt::Exported(..) => {}
                    Halt::Sandbox(stopped) => self.stopped = Some(stopped),
                    Halt::Refused(why) => self.say(Flash::error(why, "")),
                    // A database that opens and then refuses is as good as none.
                    Halt::Storage(_) if first => {
                        self.keeper.opened(start::memory(), false);
                        let name = words::FIRST.to_owned();
                        self.keeper
                            .queue
                            .push_back(Todo::Keep(KeepAction::Create(name)));
                        self.say_not_lasting();
                    }
                    Halt::Storage(problem) => {
                        self.say(Flash::error(words::not_opened(&problem.to_string()), ""));
                    }
                }
                self.changed(context);
            }
        }
    }

    /// No sandbox is open any more.
    fn open_nothing(&mut self) {
        self.opening = start::Opening::Nothing;
        let blank = start::new_account();
        self.keeper.let_go(Known::blank(
            "",
            words::NONE,
            web::now_millis(),
            blank.options(),
        ));
        *self.session.borrow_mut() = Session::new(blank);
    }

    /// An account takes the place of the one that was open.
    fn arrived(&mut self, context: &Context<Self>, known: Known, playground: Playground) {
        let same = !self.opening() && known.record.id == self.keeper.known.record.id;
        self.opening = start::Opening::Done;
        self.stopped = None;
        self.keeper.hold(known);
        self.over_trouble();
        if same {
            self.session.borrow_mut().replace(playground);
        } else {
            *self.session.borrow_mut() = Session::new(playground);
        }
        if self.route.page == Page::Shared {
            // The link has done its work.
            location::replace(&Page::Overview.route().href());
        }
        self.changed(context);
    }

    /// Says once where the storage keeps nothing.
    pub(super) fn say_not_lasting(&mut self) {
        let mut flash = Flash::info(words::NOT_LASTING).offering(Offer::Export);
        if web::embedded() {
            flash = flash.offering(Offer::OwnTab);
        }
        self.say(flash);
    }

    /// How far the account is that is being opened, with the way to cancel it; and what was not opened.
    pub(super) fn opening_view(&self) -> Html {
        let seen = self.arriving.as_ref().and_then(|it| it.seen.as_ref());
        let stopped = self.later().zip(self.stopped.as_ref());
        html! {
            <>
                <p class="opening-said" role="status">if let Some((name, _)) = seen { { words::opening(name) } }</p>
                { maybe(seen.map(|(name, progress)| html! {
                    <div class="opening">
                        <progress aria-label={words::opening(name)} value={progress.done.to_string()} max={progress.of.to_string()} />
                        <span>{ words::progress(progress.done, progress.of) }</span>
                        <button type="button" onclick={self.doors.cancel.clone()}>{ frame::CANCEL }</button>
                    </div>
                })) }
                { maybe(stopped.map(|(later, stopped)| {
                    let dismiss = (!self.opening()).then(|| self.doors.dismiss_stopped.clone());
                    (later.stopped)(stopped, dismiss)
                })) }
            </>
        }
    }
}
