//! The sandboxes that are kept: several accounts, each with a name and its log, and saves that were put aside. A sandbox is a record
//! (one row that every commit compares and replaces), a row for each entry, and, for a quick start, RSA key pairs and snapshots.

mod aside;
mod keys;
mod known;
mod list;
mod record;

pub use aside::Aside;
pub use known::Known;
pub use list::{Listed, Listing};
pub use record::Record;

use std::ops::Range;
use std::rc::Rc;

use keys::{entry_key, exactly, key, padded, under};
use record::only;

use super::keep::{Change, Log};
use super::log::Entry;
use super::opening::{Recorded, Source};
use super::{Opening, Playground, Unopened};
use crate::model::{json, map_of};
use crate::ports::{Expected, Problem, Row, Rows, Write};
use crate::sim::Memo;
use crate::text::opening as words;

/// What came of a commit.
#[derive(Clone, Debug, PartialEq)]
pub enum Committed {
    /// It is kept for good.
    Done(Box<Known>),
    /// Another tab was faster. Nothing was written.
    Behind,
}

/// The sandboxes of a storage.
#[derive(Clone)]
pub struct Shelf {
    rows: Rc<dyn Rows>,
}

impl Shelf {
    /// The sandboxes of a storage.
    #[must_use]
    pub fn new(rows: Rc<dyn Rows>) -> Self {
        Self { rows }
    }

    /// Keeps a new sandbox. The account counts as kept only when the caller says so to it.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn create(
        &self,
        id: &str,
        name: &str,
        at: i64,
        change: Change,
    ) -> Result<Known, Problem> {
        let blank = Known::blank(id, name, at, &change.options);
        let expected = Expected {
            key: key(&["sandbox", id]),
            text: None,
        };
        let (known, writes) = blank.after(change, at);
        match self.rows.write(Some(expected), writes).await? {
            true => Ok(known),
            false => Err(Problem::Damaged(format!("{id} exists"))),
        }
    }

    /// Opens a sandbox whole, however long that takes.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or of what it holds.
    pub async fn open(&self, id: &str) -> Result<(Known, Playground), Problem> {
        let mut opened = self.begin(id).await?.finish()?;
        let known = opened.known.take().ok_or(Problem::Gone)?;
        Ok((known, opened.whole()?))
    }

    /// Reads a sandbox, and sets out to open it: [`Opening::step`] runs its commands a little at a time.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or of what it holds.
    pub async fn begin(&self, id: &str) -> Result<Opening, Problem> {
        let mut found = self
            .read(vec![
                exactly(&["sandbox", id]),
                under(&["snapshot", id]),
                under(&["key", id]),
                under(&["entry", id]),
            ])
            .await?;
        let head = found(0);
        let entries = found(3);
        if head.is_empty() && !entries.is_empty() {
            return Err(Problem::Damaged(words::NO_RECORD.to_owned()));
        }
        let (record, text) = only(head)?;
        let snapshots = found(1).into_iter();
        let snapshots = snapshots.filter_map(|(key, text)| {
            let place = key.rsplit('/').next()?.parse().ok()?;
            Some((place, text))
        });
        let memo = key_pairs(id, found(2));
        let source = Source {
            options: record.options.clone(),
            memo,
            texts: texts(id, 0, entries),
            entries: Vec::new(),
            head: record.head,
            now: record.now,
            format: record.format,
            recorded: Recorded::Entries,
            end: Some(record.tail.clone()),
        };
        let known = Known {
            record,
            text,
            snapshot: 0,
        };
        Ok(Opening::kept(source, known, snapshots.collect())?)
    }

    /// Writes a change in one transaction, unless the sandbox is no longer as this tab knows it. Where no room is left, the snapshots
    /// make some.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or [`Problem::Gone`].
    pub async fn commit(
        &self,
        known: &Known,
        change: Change,
        at: i64,
    ) -> Result<Committed, Problem> {
        let id = known.record.id.clone();
        let (mut after, writes) = known.clone().after(change, at);
        let expected = Some(known.expected());
        let mut written = self.rows.write(expected.clone(), writes.clone()).await;
        if written == Err(Problem::Full) {
            let snapshots = Write::Delete(under(&["snapshot", &id]));
            self.rows.write(None, vec![snapshots]).await?;
            after.snapshot = 0;
            written = self.rows.write(expected, writes).await;
        }
        if written? {
            return Ok(Committed::Done(Box::new(after)));
        }
        // A sandbox that was deleted, or taken over by a newer version, is not merely ahead.
        let mut found = self.read(vec![exactly(&["sandbox", &id])]).await?;
        only(found(0)).map(|_| Committed::Behind)
    }

    /// Whether a sandbox is no longer as this tab knows it.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn moved(&self, known: &Known) -> Result<bool, Problem> {
        let mut found = self
            .read(vec![exactly(&["sandbox", &known.record.id])])
            .await?;
        Ok(found(0).first().is_none_or(|(_, text)| *text != known.text))
    }

    /// What was written since: the sandbox as it is now, and its entries from one on.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or of what it holds.
    pub async fn since(&self, known: &Known, from: usize) -> Result<(Known, Log), Problem> {
        let id = &known.record.id;
        let rest = Range {
            start: entry_key(id, from),
            end: under(&["entry", id]).end,
        };
        let mut found = self
            .read(vec![exactly(&["sandbox", id]), under(&["key", id]), rest])
            .await?;
        let (record, text) = only(found(0))?;
        let memo = key_pairs(id, found(1));
        let log = log(&record, from, found(2), memo)?;
        let known = Known {
            record,
            text,
            snapshot: known.snapshot,
        };
        Ok((known, log))
    }

    /// Keeps a snapshot, and of the older ones the newest, unless the sandbox is no longer as this tab knows it: then a later one will do.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn keep_snapshot(
        &self,
        known: &Known,
        entries: usize,
        text: String,
    ) -> Result<bool, Problem> {
        let id = &known.record.id;
        let place = |entries: usize| key(&["snapshot", id, &padded(entries)]);
        let all = under(&["snapshot", id]);
        let before = known.snapshot.min(entries);
        let changes = vec![
            Write::Delete(all.start..place(before)),
            Write::Delete(place(entries)..all.end),
            Write::Put(place(entries), text),
        ];
        self.rows.write(Some(known.expected()), changes).await
    }

    /// Gives a sandbox another name.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or of the sandbox.
    pub async fn rename(&self, id: &str, name: &str) -> Result<(), Problem> {
        loop {
            let (mut record, text) = only(self.read(vec![exactly(&["sandbox", id])]).await?(0))?;
            name.clone_into(&mut record.name);
            record.revision += 1;
            let expected = Expected {
                key: key(&["sandbox", id]),
                text: Some(text),
            };
            if self.rows.write(Some(expected), vec![record.put()]).await? {
                return Ok(());
            }
        }
    }

    /// Copies a sandbox with all it holds.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or of the sandbox.
    pub async fn duplicate(
        &self,
        id: &str,
        copy: &str,
        name: &str,
        at: i64,
    ) -> Result<(), Problem> {
        let parts = ["entry", "key", "snapshot"];
        let mut wanted = vec![exactly(&["sandbox", id])];
        wanted.extend(parts.map(|part| under(&[part, id])));
        let mut found = self.read(wanted).await?;
        let (record, _) = only(found(0))?;
        let record = Record {
            id: copy.to_owned(),
            name: name.to_owned(),
            created: at,
            saved: at,
            ..record
        };
        let mut changes = vec![record.put()];
        for (index, part) in parts.iter().enumerate() {
            for (place, text) in found(index + 1) {
                let place = place.strip_prefix(&key(&[part, id])).unwrap_or_default();
                changes.push(Write::Put(key(&[part, copy]) + place, text));
            }
        }
        self.rows.write(None, changes).await.map(|_| ())
    }

    /// Deletes a sandbox with all it holds.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn delete(&self, id: &str) -> Result<(), Problem> {
        self.rows.write(None, without(id)).await.map(|_| ())
    }

    /// Deletes everything.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn delete_everything(&self) -> Result<(), Problem> {
        let all = Write::Delete(String::new()..char::MAX.to_string());
        self.rows.write(None, vec![all]).await.map(|_| ())
    }

    /// Reads ranges; the answer hands out the rows of each, once.
    async fn read(
        &self,
        ranges: Vec<Range<String>>,
    ) -> Result<impl FnMut(usize) -> Vec<Row> + use<>, Problem> {
        let mut rows = self.rows.read(ranges).await?;
        Ok(move |range: usize| rows.get_mut(range).map(std::mem::take).unwrap_or_default())
    }
}

/// The entries of a sandbox from one on, as they were written; nothing for one that is not in its place.
fn texts(id: &str, from: usize, rows: Vec<Row>) -> Vec<String> {
    let rows = (from..).zip(rows);
    let in_place = |(index, (key, text))| match key == entry_key(id, index) {
        true => text,
        false => String::new(),
    };
    rows.map(in_place).collect()
}

/// The entries of a sandbox from one on, and what else makes the account.
fn log(record: &Record, from: usize, rows: Vec<Row>, memo: Memo) -> Result<Log, Problem> {
    let mut entries = Vec::with_capacity(rows.len());
    let texts = texts(&record.id, from, rows);
    if from.max(record.entries) != from + texts.len() || record.head > record.entries {
        return Err(Unopened::Broken(from + texts.len()).into());
    }
    for (index, text) in (from..).zip(texts) {
        let entry: Option<Entry> = json::read(&text).ok();
        entries.push(entry.ok_or(Unopened::Broken(index))?);
    }
    Ok(Log {
        from,
        entries,
        tail: record.tail.clone(),
        head: record.head,
        now: record.now,
        options: record.options.clone(),
        memo,
    })
}

/// The RSA key pairs of a sandbox.
fn key_pairs(id: &str, rows: Vec<Row>) -> Memo {
    let prefix = under(&["key", id]).start;
    let pairs = rows.into_iter().map(|(key, pem)| {
        let name = key.strip_prefix(&prefix).unwrap_or_default();
        (name.to_owned(), pem)
    });
    Memo::kept(map_of(pairs))
}

impl From<Unopened> for Problem {
    fn from(unopened: Unopened) -> Self {
        match unopened {
            Unopened::Newer(format) => Self::Newer(format),
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// What deletes a sandbox.
fn without(id: &str) -> Vec<Write> {
    let mut changes = vec![Write::Delete(exactly(&["sandbox", id]))];
    changes.extend(["entry", "key", "snapshot"].map(|part| Write::Delete(under(&[part, id]))));
    changes
}
