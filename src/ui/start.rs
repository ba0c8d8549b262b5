//! The start: the storage, and the sandbox that was open last.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::session::Session;
use crate::model::{SECOND, Timestamp};
use crate::playground::{Known, Options, Pace, Playground, Shelf};
use crate::ports::{MemoryRows, Problem};
use crate::text::pages::sandboxes as words;
use crate::web::rows::BrowserRows;
use crate::web::{self, preferences};

/// Name of the preference that says which sandbox was open.
pub(super) const OPEN: &str = "sandbox";

/// What the page starts with.
#[derive(Clone, Properties)]
pub(super) struct Start {
    pub(super) session: Rc<RefCell<Session>>,
    pub(super) shelf: Shelf,
    pub(super) known: Known,
    /// Whether it is there again on the next visit.
    pub(super) lasting: bool,
    /// What the reader has to know.
    pub(super) troubles: Vec<String>,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
    }
}

/// Opens the storage and the sandbox that was open last.
pub(super) async fn start() -> Start {
    let mut troubles = Vec::new();
    let (shelf, lasting) = match BrowserRows::open().await {
        Ok(rows) => (Shelf::new(Rc::new(rows)), true),
        Err(_) => (memory(), false),
    };
    let (shelf, lasting, (known, playground)) = match open_last(&shelf, &mut troubles).await {
        Ok(opened) => (shelf, lasting, opened),
        // A database that opens and then refuses is as good as none; memory refuses nothing.
        Err(_) => {
            let shelf = memory();
            let opened = loop {
                if let Ok(made) = create(&shelf, words::FIRST, None).await {
                    break made;
                }
            };
            (shelf, false, opened)
        }
    };
    if !lasting {
        troubles.push(words::NOT_LASTING.to_owned());
    }
    Start {
        session: Rc::new(RefCell::new(Session::new(playground))),
        shelf,
        known,
        lasting,
        troubles,
    }
}

fn memory() -> Shelf {
    Shelf::new(Rc::new(MemoryRows::default()))
}

/// The sandbox that was open last in this tab, else the one saved last, else a new one. What cannot be read is put aside; what a newer
/// version wrote is left alone.
pub(super) async fn open_last(
    shelf: &Shelf,
    troubles: &mut Vec<String>,
) -> Result<(Known, Playground), Problem> {
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
            Ok(opened) => return Ok(opened),
            Err(Problem::Newer(format)) => troubles.push(words::newer(&name, format)),
            Err(Problem::Damaged(why)) => {
                shelf.put_aside(&listed.id, &why, web::now_millis()).await?;
                troubles.push(words::damaged(&name, &why));
            }
            Err(Problem::Gone) => {}
            Err(problem) => return Err(problem),
        }
    }
    create(shelf, words::FIRST, None).await
}

/// Makes a sandbox.
pub(super) async fn create(
    shelf: &Shelf,
    name: &str,
    account: Option<Box<Playground>>,
) -> Result<(Known, Playground), Problem> {
    let mut playground = account.map_or_else(|| Playground::new(options()), |account| *account);
    playground.set_pace(Pace::Running);
    let id = format!("{:013x}", web::random_seed());
    let known = shelf
        .create(&id, name, web::now_millis(), playground.change())
        .await?;
    playground.settled_in();
    Ok((known, playground))
}

fn options() -> Options {
    let now = web::now_millis();
    Options {
        seed: web::random_seed(),
        start_time: Timestamp(now - now % SECOND),
        pace: Pace::Running,
        ..Options::default()
    }
}
