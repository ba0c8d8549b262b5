//! A sandbox as a tab knows it, and what a change of it writes.

use super::keys::{entry_key, key, padded, under};
use super::record::{LAYOUT, Record};
use crate::playground::keep::Change;
use crate::playground::{Options, Playground};
use crate::ports::{Expected, Write};

/// A sandbox that is open, as this tab knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its record.
    pub record: Record,
    /// The record as it is kept, to compare.
    pub(super) text: String,
    /// Number of entries of the newest snapshot.
    pub(in crate::playground) snapshot: usize,
}

impl Known {
    /// A sandbox that was just made, of an account in which nothing was done, and is not kept yet.
    #[must_use]
    pub fn blank(id: &str, name: &str, at: i64, options: &Options) -> Self {
        let record = Record {
            format: LAYOUT,
            id: id.to_owned(),
            name: name.to_owned(),
            created: at,
            saved: at,
            revision: 0,
            entries: 0,
            head: 0,
            tail: String::new(),
            now: options.start_time,
            options: options.clone(),
        };
        Self {
            record,
            text: String::new(),
            snapshot: 0,
        }
    }

    /// Whether the account holds anything but passed time that is not kept.
    #[must_use]
    pub fn differs(&self, playground: &Playground) -> bool {
        playground.differs(self.record.entries, self.record.head, &self.record.options)
    }

    /// Number of entries of the newest snapshot that is kept.
    #[must_use]
    pub fn snapshot(&self) -> usize {
        self.snapshot
    }

    /// A snapshot was kept.
    pub fn set_snapshot(&mut self, entries: usize) {
        self.snapshot = entries;
    }

    pub(super) fn expected(&self) -> Expected {
        Expected {
            key: key(&["sandbox", &self.record.id]),
            text: Some(self.text.clone()),
        }
    }

    /// The sandbox after a change, and what is to be written for it.
    pub(super) fn after(self, change: Change, at: i64) -> (Self, Vec<Write>) {
        let Self {
            record: before,
            mut snapshot,
            ..
        } = self;
        let id = &before.id;
        let mut writes = Vec::new();
        // Where all is written anew, there may be more entries than the record said.
        if change.keep < before.entries || change.keep == 0 {
            writes.push(Write::Delete(
                entry_key(id, change.keep)..under(&["entry", id]).end,
            ));
        }
        if change.keep < snapshot {
            writes.push(Write::Delete(
                key(&["snapshot", id, &padded(change.keep + 1)])..under(&["snapshot", id]).end,
            ));
            snapshot = 0;
        }
        if change.options.seed != before.options.seed {
            writes.push(Write::Delete(under(&["key", id])));
        }
        for (name, pem) in change.keys {
            writes.push(Write::Put(key(&["key", id, &name]), pem));
        }
        let entries = change.keep + change.entries.len();
        for (index, text) in change.entries.into_iter().enumerate() {
            writes.push(Write::Put(entry_key(id, change.keep + index), text));
        }
        let record = Record {
            format: LAYOUT,
            saved: at,
            revision: before.revision + 1,
            entries,
            head: change.head,
            tail: change.tail,
            now: change.now,
            options: change.options,
            ..before
        };
        let text = record.text();
        writes.push(Write::Put(key(&["sandbox", &record.id]), text.clone()));
        let after = Self {
            record,
            text,
            snapshot,
        };
        (after, writes)
    }
}
