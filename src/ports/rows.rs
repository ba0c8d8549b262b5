//! What saving needs of a storage: rows of text under ordered keys, read and written in transactions.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::ops::Range;
use std::pin::Pin;
use std::rc::Rc;

use thiserror::Error;

use crate::text::problems as words;

/// A row: its key and its text.
pub type Row = (String, String);

/// What a storage answers, later.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// There is no storage for this page; what the browser said.
    #[error("{}", words::denied(.0))]
    Denied(String),
    /// No room is left.
    #[error("{}", words::FULL)]
    Full,
    /// What is there cannot be read; what is wrong with it.
    #[error("{}", words::damaged(.0))]
    Damaged(String),
    /// A newer version of the playground wrote it; its format.
    #[error("{}", words::newer(*.0))]
    Newer(u64),
    /// It is no longer there.
    #[error("{}", words::GONE)]
    Gone,
}

/// A row as the writer of a transaction believes it to be; `None` where it believes that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Its key.
    pub key: String,
    /// Its text.
    pub text: Option<String>,
}

/// One change of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Puts a row in place of the one with its key.
    Put(String, String),
    /// Removes the rows whose keys lie in a range.
    Delete(Range<String>),
}

/// Rows of text, kept from one visit to the next. It may refuse: private windows and embedded frames often have no storage.
pub trait Rows {
    /// The rows of each range in the order of their keys, all from one moment.
    fn read(&self, ranges: Vec<Range<String>>) -> Answer<Vec<Vec<Row>>>;
    /// Makes all changes or none, and answers once they are kept for good. Answers `false`, and changes nothing, where a row is not
    /// the expected one.
    fn write(&self, expected: Option<Expected>, changes: Vec<Write>) -> Answer<bool>;
}

/// Rows in memory, for tests and for where the browser denies storage. Clones share the rows, as two tabs do.
#[derive(Clone, Debug, Default)]
pub struct MemoryRows(Rc<RefCell<Memory>>);

#[derive(Debug, Default)]
struct Memory {
    rows: BTreeMap<String, String>,
    /// The most bytes that find room.
    room: Option<usize>,
    denied: bool,
    written: usize,
}

impl MemoryRows {
    /// Limits the room, in bytes of keys and texts.
    pub fn limit(&self, room: Option<usize>) {
        self.0.borrow_mut().room = room;
    }

    /// Refuses everything from now on, or no longer.
    pub fn deny(&self, denied: bool) {
        self.0.borrow_mut().denied = denied;
    }

    /// Bytes of keys and texts that were put in so far.
    #[must_use]
    pub fn written(&self) -> usize {
        self.0.borrow().written
    }
}

impl Memory {
    fn read(&self, ranges: Vec<Range<String>>) -> Result<Vec<Vec<Row>>, Problem> {
        if self.denied {
            return Err(Problem::Denied(String::new()));
        }
        let rows = |range: Range<String>| {
            self.rows
                .range(range)
                .map(|(key, text)| (key.clone(), text.clone()))
                .collect()
        };
        Ok(ranges.into_iter().map(rows).collect())
    }

    fn write(&mut self, expected: Option<Expected>, changes: Vec<Write>) -> Result<bool, Problem> {
        if self.denied {
            return Err(Problem::Denied(String::new()));
        }
        if expected.is_some_and(|expected| self.rows.get(&expected.key) != expected.text.as_ref()) {
            return Ok(false);
        }
        // Only a limited room can refuse what was begun.
        let before = self.room.map(|_| self.rows.clone());
        let mut written = 0;
        for change in changes {
            match change {
                Write::Put(key, text) => {
                    written += key.len() + text.len();
                    self.rows.insert(key, text);
                }
                Write::Delete(range) => {
                    let gone: Vec<String> =
                        self.rows.range(range).map(|(key, _)| key.clone()).collect();
                    for key in gone {
                        self.rows.remove(&key);
                    }
                }
            }
        }
        let size = || -> usize {
            self.rows
                .iter()
                .map(|(key, text)| key.len() + text.len())
                .sum()
        };
        if written > 0
            && let Some((room, before)) = self.room.zip(before)
            && size() > room
        {
            self.rows = before;
            return Err(Problem::Full);
        }
        self.written += written;
        Ok(true)
    }
}

impl Rows for MemoryRows {
    fn read(&self, ranges: Vec<Range<String>>) -> Answer<Vec<Vec<Row>>> {
        Box::pin(ready(self.0.borrow().read(ranges)))
    }

    fn write(&self, expected: Option<Expected>, changes: Vec<Write>) -> Answer<bool> {
        Box::pin(ready(self.0.borrow_mut().write(expected, changes)))
    }
}
