//! The start: the storage, and the sandbox that was open last. The frame is there before either.

use std::rc::Rc;

use yew::prelude::*;

use super::app::{App, Msg};
use super::keeper::Todo;
use super::opening::KeepAction;
use super::session::Session;
use crate::model::{SECOND, Timestamp};
use crate::playground::{Change, Known, Options, Pace, Playground, Shelf};
use crate::ports::{MemoryRows, Problem};
use crate::text::pages::sandboxes as words;
use crate::web;
use crate::web::rows::BrowserRows;

/// Name of the preference that says which sandbox was open.
pub(super) const OPEN: &str = "sandbox";

/// Whether the page shows a sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The storage is being opened.
    Storage,
    /// The sandbox that was open last is being opened.
    Last,
    /// None is open: the last one could not be opened, or the reader has cancelled it.
    Nothing,
    /// It shows one that is kept.
    Done,
}

/// What the storage held.
pub(super) struct Started {
    shelf: Shelf,
    /// Whether it will exist on the next visit.
    lasting: bool,
    /// The new account that is shown, where that was kept; none where there are sandboxes to open.
    known: Option<Known>,
}

/// Opens the storage; on the first visit it keeps the new account.
async fn start(account: Change) -> Started {
    let (shelf, lasting) = match BrowserRows::open().await {
        Ok(rows) => (Shelf::new(Rc::new(rows)), true),
        Err(_) => (memory(), false),
    };
    let known = match shelf.is_empty().await {
        Ok(true) => keep(&shelf, words::FIRST, account.clone()).await.map(Some),
        Ok(false) => Ok(None),
        Err(problem) => Err(problem),
    };
    match known {
        Ok(known) => Started {
            shelf,
            lasting,
            known,
        },
        // A database that opens and then refuses is as good as none; memory refuses nothing.
        Err(_) => {
            let shelf = memory();
            let known = keep(&shelf, words::FIRST, account).await.ok();
            Started {
                shelf,
                lasting: false,
                known,
            }
        }
    }
}

impl App {
    /// Whether the account that the page shows is not yet that of the storage.
    pub(super) fn opening(&self) -> bool {
        self.opening != Opening::Done
    }

    /// Whether the page asks where to start: on the first visit, before anything was done.
    pub(super) fn asks_where_to_start(&self, session: &Session) -> bool {
        let playground = &session.playground;
        !self.welcomed
            && (self.first_visit || !self.opening())
            && playground.log().is_empty()
            && playground.undone() == 0
    }

    /// Opens the storage.
    pub(super) fn open_storage(&mut self, context: &Context<Self>) {
        let account = self.session.borrow().playground.first_change();
        context
            .link()
            .send_future(async { Msg::Started(Box::new(start(account).await)) });
    }

    /// The storage is open.
    pub(super) fn started(&mut self, context: &Context<Self>, started: Started) {
        self.keeper.opened(started.shelf, started.lasting);
        match started.known {
            Some(known) => {
                self.opening = Opening::Done;
                self.session.borrow_mut().playground.settled_in();
                self.keeper.hold(known);
            }
            None => {
                self.opening = Opening::Last;
                self.keeper.queue.push_front(Todo::Keep(KeepAction::Last));
            }
        }
        if !started.lasting {
            self.say_not_lasting();
        }
        self.changed(context);
        self.pump(context);
    }
}

/// Rows in memory.
pub(super) fn memory() -> Shelf {
    Shelf::new(Rc::new(MemoryRows::default()))
}

/// Makes a sandbox.
pub(super) async fn create(
    shelf: &Shelf,
    name: &str,
    account: Option<Box<Playground>>,
) -> Result<(Known, Playground), Problem> {
    let mut playground = account.map_or_else(new_account, |account| *account);
    playground.set_pace(Pace::Running);
    let known = keep(shelf, name, playground.change()).await?;
    playground.settled_in();
    Ok((known, playground))
}

/// Keeps an account as a new sandbox.
async fn keep(shelf: &Shelf, name: &str, account: Change) -> Result<Known, Problem> {
    let id = format!("{:013x}", web::random_seed());
    shelf.create(&id, name, web::now_millis(), account).await
}

/// A new account whose clock runs.
pub(super) fn new_account() -> Playground {
    let now = web::now_millis();
    Playground::new(Options {
        seed: web::random_seed(),
        start_time: Timestamp(now - now % SECOND),
        pace: Pace::Running,
        ..Options::default()
    })
}
