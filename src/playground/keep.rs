//! What saving needs of the account: what changed since it was last saved, and how it applies changes that others saved.

use serde::{Deserialize, Serialize};

use super::log::Entry;
use super::snapshots::SNAPSHOT_WORK;
use super::{Options, Playground, packed};
use crate::api::Bug;
use crate::model::{Account, Timestamp};
use crate::sim::{Budget, COMMAND_WORK, Memo};

/// Work between two snapshots that are kept, in an account of ordinary size: a start does at most as much again, and what came since the
/// last command.
const KEEP_EVERY: u64 = 256 * COMMAND_WORK;
/// Keys in KMS and HSMs for which a snapshot may lie a command further back: it is written seldom where it is large.
const KEYS_A_COMMAND: u64 = 16;

/// How much of the log is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// Number of its first entries that are kept.
    pub(super) entries: usize,
    /// How many entries were in force when they were kept.
    pub(super) head: usize,
}

/// What a commit writes. Its size depends on the commands that were run, not on the account.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Number of entries that stay.
    pub(super) keep: usize,
    /// The entries that follow them.
    pub(super) entries: Vec<String>,
    /// Hash of the last entry.
    pub(super) tail: String,
    /// Number of entries in force.
    pub(super) head: usize,
    /// The clock.
    pub(super) now: Timestamp,
    /// What the account is made from.
    pub(super) options: Options,
    /// RSA key pairs that are not kept yet, by name.
    pub(super) keys: Vec<(String, String)>,
}

/// What is kept of an account, from one of its entries on.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// Index of the first of the entries.
    pub(super) from: usize,
    /// The entries.
    pub(super) entries: Vec<Entry>,
    /// Hash of the last entry.
    pub(super) tail: String,
    /// Number of entries in force.
    pub(super) head: usize,
    /// The clock.
    pub(super) now: Timestamp,
    /// What the account is made from.
    pub(super) options: Options,
    /// RSA key pairs.
    pub(super) memo: Memo,
}

/// An account after so many entries, as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Snapshot {
    pub(super) entries: usize,
    /// Hash of the last of these entries: a snapshot of another past is of no use.
    pub(super) tail: String,
    pub(super) account: Account,
}

impl Playground {
    /// Remembers the clock: where a command has to be taken back, it stands there again.
    pub fn mark(&mut self) {
        self.marked = self.world.account.now;
    }

    /// What is to be kept, the clock included.
    #[must_use]
    pub fn change(&self) -> Change {
        let entries = self.log[self.kept.entries..]
            .iter()
            .map(|entry| serde_json::to_string(entry).unwrap_or_default())
            .collect();
        self.change_with(entries, self.log.tail(self.log.len()))
    }

    /// What is to be kept of an account in which nothing was done yet.
    #[must_use]
    pub fn first_change(&self) -> Change {
        self.change_with(Vec::new(), self.log.tail(0))
    }

    fn change_with(&self, entries: Vec<String>, tail: String) -> Change {
        Change {
            keep: self.kept.entries,
            entries,
            tail,
            head: self.head,
            now: self.world.account.now,
            options: self.world.options.clone(),
            keys: self
                .world
                .memo
                .fresh()
                .map(|(name, pem)| (name.clone(), pem.clone()))
                .collect(),
        }
    }

    /// Whether anything but time has changed since `entries` entries were kept, `head` of them in force.
    #[must_use]
    pub(super) fn differs(&self, entries: usize, head: usize, options: &Options) -> bool {
        self.kept.entries != entries
            || self.log.len() != entries
            || self.head != head
            || self.world.options != *options
    }

    /// Marks everything as saved.
    pub fn settled_in(&mut self) {
        self.kept = Kept {
            entries: self.log.len(),
            head: self.head,
        };
        self.world.memo.settle();
    }

    /// Index of the first entry that this account does not know to be kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.kept.entries
    }

    /// Takes over what was kept by others, in place of everything that is not kept. Answers `false`, and changes nothing, where the
    /// log does not fit: then it has to be read as a whole.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn follow(&mut self, log: Log) -> Result<bool, Bug> {
        if log.options != self.world.options || log.from != self.kept.entries {
            return Ok(false);
        }
        let mut parent = self.log.tail(log.from);
        for entry in &log.entries {
            if entry.parent != parent {
                return Ok(false);
            }
            parent = entry.hash();
        }
        if parent != log.tail {
            return Ok(false);
        }
        let in_step = self.log.len() == log.from && self.head == self.kept.head;
        let appended = self.kept.head == log.from && log.head == log.from + log.entries.len();
        let late = log
            .entries
            .first()
            .is_some_and(|entry| entry.at < self.world.account.now);
        // Time goes on for a reader, unless somebody turned it back by undoing something.
        let before = if in_step {
            self.world.account.now
        } else {
            self.marked
        };
        let now = if appended {
            log.now.max(before)
        } else {
            log.now
        };
        self.world.memo.absorb(log.memo);
        if in_step && appended && !late {
            for entry in log.entries {
                let mut budget = Budget::unlimited();
                let mut task = None;
                self.world.again(&entry, &mut task, &mut budget)?;
                self.log.push(entry, budget.again());
                self.head += 1;
                self.keep_snapshot(self.head);
            }
            self.advance_clock(now)?;
        } else {
            self.log.truncate(log.from);
            self.forget_snapshots(log.from);
            for entry in log.entries {
                self.log.push(entry, COMMAND_WORK);
            }
            self.head = log.head;
            self.rebuild(log.head, now)?;
        }
        self.settled_in();
        self.mark();
        Ok(true)
    }

    /// Sets the clock as another tab runs it; what is kept does not change by it.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn run_clock_to(&mut self, now: Timestamp) -> Result<(), Bug> {
        self.advance_clock(now.max(self.world.account.now))
    }

    /// The snapshot to keep, where the one kept last, after `last` entries, lies too far back: after how many entries, and its text.
    #[must_use]
    pub fn snapshot_due(&self, last: usize) -> Option<(usize, String)> {
        let (entries, account) = self.snapshots.last(self.head)?;
        // One that lies beyond the present, as undo leaves it, is of no use either.
        let last = if last > self.head { 0 } else { last };
        let work = self
            .log
            .work_of(entries)
            .saturating_sub(self.log.work_of(last));
        if work < distance(account) {
            return None;
        }
        let snapshot = Snapshot {
            entries,
            tail: self.log.tail(entries),
            account: account.clone(),
        };
        Some((entries, packed::pack(&snapshot)?))
    }

    /// Reads a kept snapshot that lies closer before so many entries than those at hand.
    pub(super) fn read_older(&mut self, entries: usize) {
        let at_hand = self
            .snapshots
            .closest(entries)
            .map_or(0, |(after, _)| after);
        while let Some((after, text)) = self.older.pop_if(|(after, _)| *after > at_hand) {
            let snapshot: Option<Snapshot> = packed::unpack(&text);
            let fits = |snapshot: &Snapshot| {
                snapshot.entries == after
                    && after <= entries
                    && snapshot.tail == self.log.tail(after)
            };
            if let Some(snapshot) = snapshot.filter(fits) {
                self.snapshots.add(after, snapshot.account);
                return;
            }
        }
    }

    /// Keeps the account after so many entries for going back, where the last one that is kept is far enough.
    pub(super) fn keep_snapshot(&mut self, entries: usize) {
        let account = self.world.account.clone();
        self.keep(entries, &account);
    }

    /// Keeps an account after so many entries, where the last one that is kept is far enough.
    pub(super) fn keep(&mut self, entries: usize, account: &Account) {
        let last = self.snapshots.last(entries).map_or(0, |(after, _)| after);
        if self.log.work_of(entries) - self.log.work_of(last) >= SNAPSHOT_WORK {
            self.snapshots.add(entries, account.clone());
        }
    }

    /// Forgets the snapshots of what comes after so many entries.
    pub(super) fn forget_snapshots(&mut self, entries: usize) {
        self.snapshots.forget(entries);
        self.older.retain(|(after, _)| *after <= entries);
    }
}

/// The work between two snapshots that are kept.
fn distance(account: &Account) -> u64 {
    let keys = account.regions.values().map(|region| {
        let hsms = region.clusters.values().flat_map(|cluster| &cluster.hsms);
        region.keys.len() + hsms.map(|hsm| hsm.contents.keys.len()).sum::<usize>()
    });
    KEEP_EVERY.max(keys.sum::<usize>() as u64 / KEYS_A_COMMAND * COMMAND_WORK)
}
