//! The sandboxes that are kept: several accounts, each with a name and its log, and saves that were put aside. A sandbox is a record
//! (one row that every commit compares and replaces), a row for each entry, and, for a quick start, RSA key pairs and snapshots.

mod aside;
mod keys;
mod known;
mod record;

pub use aside::Aside;
pub use known::Known;
pub use record::Record;

use std::ops::Range;
use std::rc::Rc;

use keys::{entry_key, exactly, key, last_part, padded, under};
use record::{only, record};

use super::keep::{Change, Log};
use super::log::Entry;
use super::opening::Source;
use super::{Opening, Playground, Unopened};
use crate::ports::{Expected, Problem, Row, Rows, Write};
use crate::sim::Memo;

/// A sandbox of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// The reader's name for it; its id where that cannot be read.
    pub name: String,
    /// Its record, or what keeps it from being read.
    pub record: Result<Record, Problem>,
}

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The sandboxes, the one saved last first.
    pub sandboxes: Vec<Listed>,
    /// Saves that were put aside.
    pub aside: Vec<Aside>,
}

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

    /// All that is kept, without the entries.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn list(&self) -> Result<Listing, Problem> {
        let mut found = self
            .read(vec![under(&["sandbox"]), under(&["aside"])])
            .await?;
        let mut sandboxes: Vec<Listed> = found(0)
            .into_iter()
            .map(|(key, text)| {
                let id = last_part(&key);
                Listed {
                    name: aside::named(&text).unwrap_or_else(|| id.clone()),
                    id,
                    record: record(&text),
                }
            })
            .collect();
        sandboxes.sort_by_key(|listed| {
            std::cmp::Reverse(listed.record.as_ref().map_or(0, |record| record.saved))
        });
        let aside = found(1)
            .iter()
            .filter_map(|(_, text)| serde_json::from_str(text).ok())
            .collect();
        Ok(Listing { sandboxes, aside })
    }

    /// Whether it holds no sandbox.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn is_empty(&self) -> Result<bool, Problem> {
        Ok(self.read(vec![under(&["sandbox"])]).await?(0).is_empty())
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

    /// Opens a sandbox, however long that takes.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or of what it holds.
    pub async fn open(&self, id: &str) -> Result<(Known, Playground), Problem> {
        let opened = self.begin(id).await?.finish()?;
        let known = opened.known.ok_or(Problem::Gone)?;
        Ok((known, opened.playground))
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
        let (record, text) = only(found(0))?;
        let snapshots = found(1).into_iter();
        let snapshots = snapshots.filter_map(|(key, text)| {
            let place = key.rsplit('/').next()?.parse().ok()?;
            Some((place, text))
        });
        let memo = key_pairs(id, found(2));
        // Whatever lies behind a gap is of no use; that there is one is found out when those before it were looked at.
        let rows = found(3);
        let stored = rows.len();
        let rows = rows.into_iter().enumerate();
        let rows = rows.take_while(|(index, (key, _))| *key == entry_key(id, *index));
        let texts: Vec<String> = rows.map(|(_, (_, text))| text).collect();
        let source = Source {
            options: record.options.clone(),
            memo,
            head: record.head.min(texts.len()),
            texts,
            entries: Vec::new(),
            now: record.now,
        };
        let known = Known {
            record,
            text,
            snapshot: 0,
        };
        Ok(Opening::kept(source, known, stored, snapshots.collect())?)
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

/// The entries of a sandbox from one on, as they were written: none is missing.
fn texts(record: &Record, from: usize, rows: Vec<Row>) -> Result<Vec<String>, Problem> {
    let mut texts = Vec::with_capacity(rows.len());
    for (index, (key, text)) in (from..).zip(rows) {
        if key != entry_key(&record.id, index) {
            return Err(Unopened::Broken(index).into());
        }
        texts.push(text);
    }
    if from.max(record.entries) != from + texts.len() || record.head > record.entries {
        return Err(Unopened::Broken(from + texts.len()).into());
    }
    Ok(texts)
}

/// The entries of a sandbox from one on, and what else makes the account.
fn log(record: &Record, from: usize, rows: Vec<Row>, memo: Memo) -> Result<Log, Problem> {
    let mut entries = Vec::with_capacity(rows.len());
    for (index, text) in (from..).zip(texts(record, from, rows)?) {
        let entry: Option<Entry> = serde_json::from_str(&text).ok();
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
    Memo::kept(pairs.collect())
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
