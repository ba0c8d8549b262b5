//! The start: the storage, and the sandbox that was open last. The frame is there before either.

use std::rc::Rc;

use yew::prelude::*;

use super::app::{App, Msg};
use super::flash::{Flash, Offer};
use super::later::{Missing, load};
use super::session::Session;
use crate::model::{SECOND, Timestamp};
use crate::playground::{Change, Known, Options, Pace, Playground, Shelf};
use crate::ports::{MemoryRows, Problem};
use crate::text::pages::sandboxes as words;
use crate::web::rows::BrowserRows;
use crate::web::{self, preferences};

/// Name of the preference that says which sandbox was open.
pub(super) const OPEN: &str = "sandbox";

/// How far the opening has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The storage is at work.
    Busy,
    /// The saved account was read, but the deferred file that is needed to open it has not arrived.
    Stuck,
    /// The page shows a sandbox that is kept.
    Done,
}

/// What the storage held.
pub(super) struct Started {
    shelf: Shelf,
    /// Whether it will exist on the next visit.
    lasting: bool,
    known: Known,
    /// The account that was kept; none where the new one that is shown was kept.
    playground: Option<Playground>,
    /// What the reader has to know.
    troubles: Vec<String>,
}

/// The sandbox that was open last, with messages for the reader.
pub(super) type OpenedLast = (Known, Playground, Vec<String>);

/// Opens the storage, and the sandbox that was open last; on the first visit it keeps the new account.
async fn start(account: Change) -> Result<Started, Missing> {
    let (shelf, lasting) = match BrowserRows::open().await {
        Ok(rows) => (Shelf::new(Rc::new(rows)), true),
        Err(_) => (memory(), false),
    };
    let opened = match shelf.is_empty().await {
        Ok(true) => keep(&shelf, words::FIRST, account.clone())
            .await
            .map(|known| (known, None, Vec::new())),
        Ok(false) => (load().await?.open_last)(shelf.clone())
            .await
            .map(|(known, playground, troubles)| (known, Some(playground), troubles)),
        Err(problem) => Err(problem),
    };
    let (shelf, lasting, (known, playground, mut troubles)) = match opened {
        Ok(opened) => (shelf, lasting, opened),
        // A database that opens but then fails is useless; memory never fails.
        Err(_) => {
            let shelf = memory();
            let known = loop {
                if let Ok(known) = keep(&shelf, words::FIRST, account.clone()).await {
                    break known;
                }
            };
            (shelf, false, (known, None, Vec::new()))
        }
    };
    if !lasting {
        troubles.push(words::NOT_LASTING.to_owned());
    }
    Ok(Started {
        shelf,
        lasting,
        known,
        playground,
        troubles,
    })
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
        self.opening = Opening::Busy;
        let account = self.session.borrow().playground.first_change();
        context
            .link()
            .send_future(async { Msg::Started(Box::new(start(account).await)) });
    }

    /// Opens the storage again, where something was missing to read it with.
    pub(super) fn open_again(&mut self, context: &Context<Self>) {
        if self.opening == Opening::Stuck {
            self.open_storage(context);
        }
    }

    /// The storage is open.
    pub(super) fn started(&mut self, context: &Context<Self>, answer: Result<Started, Missing>) {
        let Ok(started) = answer else {
            self.opening = Opening::Stuck;
            // If the frame could not load it either, it already asks the reader to try again; another try would hide that.
            if self.later().is_some() {
                self.open_again(context);
            }
            return;
        };
        self.opening = Opening::Done;
        match started.playground {
            Some(playground) => *self.session.borrow_mut() = Session::new(playground),
            None => self.session.borrow_mut().playground.settled_in(),
        }
        self.keeper
            .opened(started.shelf, started.lasting, started.known);
        for trouble in started.troubles {
            let mut flash = Flash::info(trouble).offering(Offer::Export);
            if web::embedded() {
                flash = flash.offering(Offer::OwnTab);
            }
            self.say(flash);
        }
        self.changed(context);
        self.pump(context);
    }
}

/// Rows in memory.
pub(super) fn memory() -> Shelf {
    Shelf::new(Rc::new(MemoryRows::default()))
}

/// The sandbox that was open last in this tab, else the one saved last, else a new one. What cannot be read is put aside; what a newer
/// version wrote is left alone.
pub(super) async fn open_last(shelf: Shelf) -> Result<OpenedLast, Problem> {
    let mut troubles = Vec::new();
    let last = preferences::get(OPEN);
    let mut sandboxes = shelf.list().await?.sandboxes;
    sandboxes.sort_by_key(|listed| Some(&listed.id) != last.as_ref());
    for listed in sandboxes {
        let name = match &listed.record {
            Ok(record) => record.name.clone(),
            Err(_) => listed.id.clone(),
        };
        let opened = match listed.record {
            Ok(_) => shelf.open(&listed.id).await,
            Err(problem) => Err(problem),
        };
        match opened {
            Ok((known, playground)) => return Ok((known, playground, troubles)),
            Err(Problem::Newer(format)) => troubles.push(words::newer(&name, format)),
            Err(Problem::Damaged(why)) => {
                shelf.put_aside(&listed.id, &why, web::now_millis()).await?;
                troubles.push(words::damaged(&name, &why));
            }
            Err(Problem::Gone) => {}
            Err(problem) => return Err(problem),
        }
    }
    let (known, playground) = create(&shelf, words::FIRST, None).await?;
    Ok((known, playground, troubles))
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
