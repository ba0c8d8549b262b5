//! What saving needs of the account: what changed since it was last saved, and how it applies changes that others saved.

use serde::{Deserialize, Serialize};

use super::log::Entry;
use super::{Options, Playground, packed, run};
use crate::api::Bug;
use crate::model::{Account, Timestamp};
use crate::ports::{Problem, Row};
use crate::sim::Memo;

/// Entries between two snapshots that are kept, in an account of ordinary size: a start replays at most as many, and those since the
/// last command.
const KEEP_EVERY: usize = 256;
/// Keys in KMS and HSMs for which a snapshot may lie an entry further back: it is written seldom where it is large.
const KEYS_AN_ENTRY: usize = 16;

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
    tail: String,
    pub(super) account: Account,
}

impl Playground {
    /// Remembers the clock: where a command has to be taken back, it stands there again.
    pub fn mark(&mut self) {
        self.marked = self.account.now;
    }

    /// What is to be kept, the clock included.
    #[must_use]
    pub fn change(&self) -> Change {
        let entries = self.log[self.kept.entries..]
            .iter()
            .map(|entry| serde_json::to_string(entry).unwrap_or_default())
            .collect();
        self.change_with(entries, self.tail(self.log.len()))
    }

    /// What is to be kept of an account in which nothing was done yet.
    #[must_use]
    pub fn first_change(&self) -> Change {
        self.change_with(Vec::new(), String::new())
    }

    fn change_with(&self, entries: Vec<String>, tail: String) -> Change {
        Change {
            keep: self.kept.entries,
            entries,
            tail,
            head: self.head,
            now: self.account.now,
            options: self.options.clone(),
            keys: self
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
            || self.options != *options
    }

    /// Marks everything as saved.
    pub fn settled_in(&mut self) {
        self.kept = Kept {
            entries: self.log.len(),
            head: self.head,
        };
        self.memo.settle();
    }

    /// Index of the first entry that this account does not know to be kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.kept.entries
    }

    /// Makes the account that was kept, from the newest snapshot that is of its past; returns also after how many entries that was.
    pub(super) fn kept_as(log: Log, snapshots: &[Row]) -> Result<(Self, usize), Problem> {
        let mut playground = Self::new(log.options);
        playground.memo = log.memo;
        playground.log.extend(log.entries);
        playground.head = log.head;
        let mut older: Vec<(usize, String)> = snapshots
            .iter()
            .filter_map(|(key, text)| Some((key.rsplit('/').next()?.parse().ok()?, text.clone())))
            .collect();
        let usable = std::iter::from_fn(|| older.pop()).find_map(|(_, text)| {
            let snapshot = playground.read(&text)?;
            // Its time may lie ahead: undo turns the clock back.
            let fits = snapshot.entries <= log.head && snapshot.account.now <= log.now;
            fits.then_some((snapshot.entries, snapshot.account))
        });
        playground.older = older;
        let from = usable.as_ref().map_or(0, |(entries, _)| *entries);
        playground.snapshots.extend(usable);
        // What lies before the snapshot is not replayed now, and is not looked at before undo comes there.
        let mut parent = playground.tail(from);
        for (index, entry) in playground.log.iter().enumerate().skip(from) {
            if entry.parent != parent {
                return Err(Problem::Damaged(format!("entry {}", index + 1)));
            }
            parent = entry.hash();
        }
        playground
            .rebuild(log.head, log.now)
            .map_err(|bug| Problem::Damaged(bug.0))?;
        playground.settled_in();
        playground.mark();
        Ok((playground, from))
    }

    /// Takes over what was kept by others, in place of everything that is not kept. Answers `false`, and changes nothing, where the
    /// log does not fit: then it has to be read as a whole.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn follow(&mut self, log: Log) -> Result<bool, Bug> {
        if log.options != self.options || log.from != self.kept.entries {
            return Ok(false);
        }
        let mut parent = self.tail(log.from);
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
            .is_some_and(|entry| entry.at < self.account.now);
        // The clock never goes back for a reader, unless an undo turned it back.
        let before = if in_step {
            self.account.now
        } else {
            self.marked
        };
        let now = if appended {
            log.now.max(before)
        } else {
            log.now
        };
        self.memo.absorb(log.memo);
        if in_step && appended && !late {
            for entry in log.entries {
                self.replay(&entry)?;
                self.log.push(entry);
                self.head += 1;
                self.keep_snapshot(self.head);
            }
            self.advance_clock(now)?;
        } else {
            self.log.truncate(log.from);
            self.forget_snapshots(log.from);
            self.log.extend(log.entries);
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
        self.advance_clock(now.max(self.account.now))
    }

    /// The snapshot to keep, where the one kept last, after `last` entries, lies too far back: after how many entries, and its text.
    #[must_use]
    pub fn snapshot_due(&self, last: usize) -> Option<(usize, String)> {
        let (entries, account) = self.snapshots.range(..=self.head).next_back()?;
        // A snapshot after the present, as after an undo, is useless too.
        let last = if last > self.head { 0 } else { last };
        if *entries < last + distance(account) {
            return None;
        }
        let snapshot = Snapshot {
            entries: *entries,
            tail: self.tail(*entries),
            account: account.clone(),
        };
        Some((*entries, packed::pack(&snapshot)?))
    }

    /// A kept snapshot, if it is of this log.
    fn read(&self, text: &str) -> Option<Snapshot> {
        let snapshot: Snapshot = packed::unpack(text)?;
        (snapshot.tail == self.tail(snapshot.entries)).then_some(snapshot)
    }

    /// Reads a kept snapshot that lies closer before so many entries than those at hand.
    pub(super) fn read_older(&mut self, entries: usize) {
        let at_hand = self.snapshots.range(..=entries).next_back();
        let at_hand = at_hand.map_or(0, |(after, _)| *after);
        while let Some((after, text)) = self.older.pop_if(|(after, _)| *after > at_hand) {
            let fits = |snapshot: &Snapshot| snapshot.entries == after && after <= entries;
            if let Some(snapshot) = self.read(&text).filter(fits) {
                self.snapshots.insert(after, snapshot.account);
                return;
            }
        }
    }

    /// Hash of the last of so many entries.
    fn tail(&self, entries: usize) -> String {
        entries
            .checked_sub(1)
            .and_then(|last| self.log.get(last))
            .map(Entry::hash)
            .unwrap_or_default()
    }

    /// Keeps the account after so many entries for undo, at regular distances, and gives up those that lie close together far back.
    pub(super) fn keep_snapshot(&mut self, entries: usize) {
        if !entries.is_multiple_of(run::SNAPSHOT_EVERY) {
            return;
        }
        self.snapshots.insert(entries, self.account.clone());
        let places: Vec<usize> = self.snapshots.keys().copied().collect();
        for place in super::snapshots::superfluous(&places) {
            self.snapshots.remove(&place);
        }
    }

    /// Forgets the snapshots of what comes after so many entries.
    pub(super) fn forget_snapshots(&mut self, entries: usize) {
        self.snapshots.retain(|after, _| *after <= entries);
        self.older.retain(|(after, _)| *after <= entries);
    }
}

/// Entries between two snapshots that are kept.
fn distance(account: &Account) -> usize {
    let keys = account.regions.values().map(|region| {
        let hsms = region.clusters.values().flat_map(|cluster| &cluster.hsms);
        region.keys.len() + hsms.map(|hsm| hsm.contents.keys.len()).sum::<usize>()
    });
    KEEP_EVERY.max(keys.sum::<usize>() / KEYS_AN_ENTRY)
}
