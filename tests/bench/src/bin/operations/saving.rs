//! An account that is kept in the browser's storage as the page keeps it, with a stopwatch and a scale.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use keystore_playground::playground::{Committed, Known, Playground, Shelf};
use keystore_playground::ports::{Answer, Expected, Problem, Row, Rows, Write};
use keystore_playground::web::rows::BrowserRows;
use wasm_bindgen::JsError;

/// The id of the sandbox.
const ID: &str = "bench";

/// A sandbox in the browser's storage.
pub struct Sandbox {
    shelf: Shelf,
    known: Known,
    written: Rc<Cell<usize>>,
    snapshot: usize,
}

impl Sandbox {
    /// Keeps an account, with a snapshot as the page keeps one.
    pub async fn create(playground: &mut Playground) -> Result<Self, JsError> {
        let written = Rc::new(Cell::new(0));
        let rows = Weighed {
            rows: BrowserRows::open().await.map_err(said)?,
            written: written.clone(),
        };
        let shelf = Shelf::new(Rc::new(rows));
        shelf.delete(ID).await.map_err(said)?;
        let change = playground.change();
        let mut known = shelf.create(ID, ID, 0, change).await.map_err(said)?;
        playground.settled_in();
        let mut snapshot = 0;
        if let Some((entries, text)) = playground.snapshot_due(0) {
            snapshot = text.len();
            shelf
                .keep_snapshot(&known, entries, text)
                .await
                .map_err(said)?;
            known.set_snapshot(entries);
        }
        Ok(Self {
            shelf,
            known,
            written,
            snapshot,
        })
    }

    /// Bytes of the snapshot; none where the account is too small for one.
    pub fn snapshot(&self) -> usize {
        self.snapshot
    }

    /// Keeps what was done since; answers the bytes that were written and the milliseconds that it took.
    pub async fn commit(&mut self, playground: &mut Playground) -> Result<(usize, f64), JsError> {
        let (start, before) = (now(), self.written.get());
        let change = playground.change();
        match self
            .shelf
            .commit(&self.known, change, 0)
            .await
            .map_err(said)?
        {
            Committed::Done(known) => self.known = *known,
            Committed::Behind => return Err(JsError::new("another tab was faster")),
        }
        playground.settled_in();
        Ok((self.written.get() - before, now() - start))
    }

    /// Opens the account as a start of the page does; answers the milliseconds.
    pub async fn start(&self, playground: &Playground) -> Result<f64, JsError> {
        let start = now();
        let (_, opened) = self.shelf.open(ID).await.map_err(said)?;
        let time = now() - start;
        if opened.account() != playground.account() {
            return Err(JsError::new("another account was opened"));
        }
        Ok(time)
    }
}

/// Storage on a scale.
struct Weighed {
    rows: BrowserRows,
    written: Rc<Cell<usize>>,
}

impl Rows for Weighed {
    fn read(&self, ranges: Vec<Range<String>>) -> Answer<Vec<Vec<Row>>> {
        self.rows.read(ranges)
    }

    fn write(&self, expected: Option<Expected>, changes: Vec<Write>) -> Answer<bool> {
        let bytes = changes.iter().map(|change| match change {
            Write::Put(key, text) => key.len() + text.len(),
            Write::Delete(_) => 0,
        });
        self.written.set(self.written.get() + bytes.sum::<usize>());
        self.rows.write(expected, changes)
    }
}

fn said(problem: Problem) -> JsError {
    JsError::new(&format!("{problem:?}"))
}

fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}
