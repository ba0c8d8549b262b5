//! Opening an account from what was kept or sent: its entries are checked and run again, a little at a time, so that whoever waits for it
//! sees how far it is and may stop it.

mod check;
mod opened;

use std::collections::{BTreeMap, VecDeque};

pub(super) use check::in_range;
use check::{possible, sealed};
pub use opened::{Opened, Short};

use super::difference::{Difference, Verdict};
use super::keep::Snapshot;
use super::log::Entry;
use super::world::Task;
use super::{Known, Options, Playground, Unopened, packed};
use crate::model::{Account, Timestamp};
use crate::sim::{Budget, COMMAND_WORK, Memo};

/// The format in which entries are written: in exports, links and sandboxes alike.
pub const FORMAT: u64 = 2;

/// Entries of the longest log that is opened from a file or a link.
pub const MOST_ENTRIES: usize = 125_000;

/// The work after which a file or a link is given up; about a minute in a browser.
pub const MOST_WORK: u64 = 5_000_000;

/// What reading an entry counts.
const READ_WORK: u64 = 2;

/// How far something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many commands are done.
    pub done: usize,
    /// The whole.
    pub of: usize,
}

/// Where an opening stands.
pub enum Stepped {
    /// It goes on.
    Going(Box<Opening>, Progress),
    /// The account is open.
    Done(Box<Opened>),
    /// It cannot be opened. Nothing was changed.
    Failed(Unopened),
}

/// An account that is being opened. Dropped, it has changed nothing.
pub struct Opening {
    playground: Playground,
    /// Entries as they were written, not looked at yet.
    texts: std::vec::IntoIter<String>,
    /// Entries that were looked at, not run yet.
    entries: VecDeque<Entry>,
    /// Hash of the last one that was looked at.
    tail: String,
    /// Hash of the last of all, where it was recorded.
    end: Option<String>,
    /// Whether all of them are looked at.
    read: bool,
    /// Hash of the last one that was run.
    last: String,
    /// Number of entries, those in force, and those that are run.
    total: usize,
    head: usize,
    run: usize,
    /// The clock.
    now: Timestamp,
    task: Option<Task>,
    /// The account after the entries in force, while those that were undone are run.
    resting: Option<Account>,
    /// The work after which it is given up: what comes from elsewhere may have been made to take forever.
    limit: u64,
    spent: u64,
    known: Option<Known>,
    format: u64,
    recorded: Recorded,
    /// Whether what follows a damaged entry is given up, and not the whole.
    lenient: bool,
    short: Option<Short>,
    /// Hashes of the entries at which there are snapshots, as they were written.
    hashes: BTreeMap<usize, String>,
}

/// What is known of what came of the commands.
pub(super) enum Recorded {
    /// It stands in the entries.
    Entries,
    /// This.
    Verdicts(VecDeque<Verdict>),
    /// Nothing.
    Nothing,
}

/// What an account is opened from.
pub(super) struct Source {
    pub(super) options: Options,
    pub(super) memo: Memo,
    /// Entries as they were written.
    pub(super) texts: Vec<String>,
    /// Or as they follow from a link, which has no hashes.
    pub(super) entries: Vec<Entry>,
    pub(super) head: usize,
    pub(super) now: Timestamp,
    /// The format in which the entries were written.
    pub(super) format: u64,
    pub(super) recorded: Recorded,
    /// Hash of the last entry.
    pub(super) end: Option<String>,
}

impl Opening {
    /// Sets out to open an account from elsewhere.
    pub(super) fn foreign(source: Source) -> Result<Self, Unopened> {
        let opening = Self::of(source)?;
        if opening.total > MOST_ENTRIES {
            return Err(Unopened::TooMany(opening.total));
        }
        for (index, entry) in opening.entries.iter().enumerate() {
            possible(index, entry)?;
            sealed(index, entry)?;
        }
        Ok(opening)
    }

    /// Opens what comes before the first damaged entry, where there is one, instead of nothing.
    #[must_use]
    pub fn as_far_as_sound(mut self) -> Self {
        self.lenient = true;
        self
    }

    /// Sets out to open a sandbox, from the newest of its snapshots (each with its number of entries) that is of its past.
    pub(super) fn kept(
        source: Source,
        known: Known,
        snapshots: Vec<(usize, String)>,
    ) -> Result<Self, Unopened> {
        let memo = source.memo.clone();
        let mut opening = Self::of(source)?;
        opening.playground.world.memo = memo;
        opening.playground.older = snapshots;
        opening.run = opening.head;
        opening.limit = u64::MAX;
        opening.known = Some(known);
        Ok(opening)
    }

    fn of(source: Source) -> Result<Self, Unopened> {
        let total = source.texts.len() + source.entries.len();
        for time in [source.options.start_time, source.now] {
            in_range(None, time)?;
        }
        let tail = match source.format {
            ..=1 => String::new(),
            _ => source.options.origin(),
        };
        let mut playground = Playground::new(source.options);
        playground.remember(source.memo);
        Ok(Self {
            texts: source.texts.into_iter(),
            entries: source.entries.into(),
            tail,
            end: source.end,
            read: false,
            last: playground.log.tail(0),
            total,
            head: source.head,
            run: total,
            now: source.now,
            task: None,
            resting: None,
            limit: MOST_WORK,
            spent: 0,
            known: None,
            format: source.format,
            recorded: source.recorded,
            lenient: false,
            short: None,
            hashes: BTreeMap::new(),
            playground,
        })
    }

    /// Goes on for so many units of work (see [`Budget`]): a command is ten; an RSA key pair, which cannot be made by halves, ten thousand.
    #[must_use]
    pub fn step(mut self, units: u64) -> Stepped {
        let mut budget = Budget::of(units);
        let there = self.go_on(&mut budget);
        self.spent += budget.spent();
        match there {
            Ok(true) => Stepped::Done(Box::new(self.opened())),
            Ok(false) if self.spent > self.limit => Stepped::Failed(Unopened::TooMuchWork),
            Ok(false) => {
                let progress = Progress {
                    done: self.done(),
                    of: self.total,
                };
                Stepped::Going(Box::new(self), progress)
            }
            Err(problem) => Stepped::Failed(problem),
        }
    }

    /// How many of its entries are done; to read one is half of the way.
    fn done(&self) -> usize {
        self.total - self.texts.len() - self.entries.len().div_ceil(2)
    }

    /// Goes on to the end.
    ///
    /// # Errors
    /// [`Unopened`].
    pub fn finish(self) -> Result<Opened, Unopened> {
        let mut opening = self;
        loop {
            // In slices: what takes too long is given up.
            match opening.step(MOST_WORK / 10) {
                Stepped::Going(going, _) => opening = *going,
                Stepped::Done(opened) => return Ok(*opened),
                Stepped::Failed(problem) => return Err(problem),
            }
        }
    }

    fn go_on(&mut self, budget: &mut Budget) -> Result<bool, Unopened> {
        while let Some(text) = self.texts.next() {
            let looked_at = self.look_at(&text);
            self.sound(looked_at)?;
            budget.take(READ_WORK);
            if budget.is_over() {
                return Ok(false);
            }
        }
        if !std::mem::replace(&mut self.read, true) {
            let there = self.all_there();
            self.sound(there)?;
            self.start_from_snapshot();
        }
        self.replay(budget)
    }

    /// Takes the account of a sandbox from the newest snapshot of its past. What an earlier version kept serves to start from; what follows
    /// is compared.
    fn start_from_snapshot(&mut self) {
        let Some(known) = &mut self.known else {
            return;
        };
        let playground = &mut self.playground;
        let usable = std::iter::from_fn(|| playground.older.pop()).find_map(|(_, text)| {
            let snapshot: Snapshot = packed::unpack(&text)?;
            // Time may not have passed it by: undo turns the clock back.
            let of_this = snapshot.entries <= self.head && snapshot.account.now <= self.now;
            let tail = self.hashes.get(&snapshot.entries)?;
            (of_this && *tail == snapshot.tail).then_some(snapshot)
        });
        let Some(snapshot) = usable else {
            return;
        };
        if self.format == FORMAT {
            known.snapshot = snapshot.entries;
        } else {
            // They name entries by other hashes.
            playground.older.clear();
        }
        playground
            .snapshots
            .add(snapshot.entries, snapshot.account.clone());
        playground.world.account = snapshot.account;
        for _ in 0..snapshot.entries {
            if let Some(entry) = self.entries.pop_front() {
                self.chain(entry, COMMAND_WORK);
            }
        }
    }

    /// Runs the entries; answers whether all is done.
    fn replay(&mut self, budget: &mut Budget) -> Result<bool, Unopened> {
        loop {
            let playground = &mut self.playground;
            let index = playground.log.len();
            let Some(entry) = self.entries.front() else {
                break;
            };
            if index == self.run {
                break;
            }
            if index == self.head && self.resting.is_none() {
                self.resting = Some(playground.world.account.clone());
            }
            let before = budget.again();
            let done = playground.world.again(entry, &mut self.task, budget);
            playground.ticked += budget.again() - before;
            let now = match done {
                Ok(None) => return Ok(false),
                Ok(Some(summary)) => Ok(summary),
                Err(bug) => Err(bug),
            };
            let recorded = match &mut self.recorded {
                Recorded::Entries => None,
                Recorded::Verdicts(verdicts) => verdicts.pop_front(),
                Recorded::Nothing => now.as_ref().ok().map(Verdict::of),
            };
            let recorded = recorded.as_ref();
            if let Some(difference) = Difference::of(index, entry, recorded, &now) {
                self.stop_before(difference, entry.at)?;
                break;
            }
            if let (Some(entry), Ok(outcome)) = (self.entries.pop_front(), now) {
                let work = std::mem::take(&mut playground.ticked);
                // What a sandbox holds stays as it was written: what follows names it by its hash.
                let outcome = match self.known {
                    Some(_) => entry.outcome,
                    None => outcome,
                };
                self.chain(Entry { outcome, ..entry }, work);
                self.playground.keep_snapshot(index + 1);
            }
        }
        // What was undone and is not run now is run when it is brought back.
        while let Some(entry) = self.entries.pop_front() {
            self.chain(entry, COMMAND_WORK);
        }
        let world = &mut self.playground.world;
        if let Some(account) = self.resting.take() {
            world.account = account;
        }
        world.advance(self.now, budget).map_err(Unopened::Replay)
    }

    /// Leaves out a command and all that follow it.
    fn stop_before(&mut self, difference: Difference, at: Timestamp) -> Result<(), Unopened> {
        let index = difference.index;
        self.short = Some(Short::Differs(difference));
        self.entries.clear();
        self.task = None;
        self.total = index;
        if self.head >= index {
            self.head = index;
            self.resting = None;
            self.now = at;
            self.playground
                .rebuild(index, at)
                .map_err(Unopened::Replay)?;
        }
        Ok(())
    }

    /// Adds an entry to the log.
    fn chain(&mut self, entry: Entry, work: u64) {
        let parent = std::mem::take(&mut self.last);
        let entry = Entry { parent, ..entry };
        self.last = entry.hash();
        self.playground.log.push(entry, work);
    }

    fn opened(self) -> Opened {
        let mut playground = self.playground;
        playground.head = self.head;
        playground.ticked = 0;
        playground.mark();
        let older = self.format < FORMAT;
        if self.known.is_some() {
            if older || self.short.is_some() {
                // All of it is written anew.
                playground.kept.head = self.head;
            } else {
                playground.settled_in();
            }
        }
        Opened {
            playground,
            known: self.known,
            short: self.short,
            older,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Opening, Stepped};
    use crate::model::DAY;
    use crate::playground::{Options, Pace, Playground, Unopened};

    #[test]
    fn what_would_take_forever_is_given_up() {
        let mut playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        let mut shell = playground.shell();
        for line in ["lab scenario active", "lab advance 4000d"] {
            assert_eq!(shell.run(&mut playground, line).exit_code, 0);
        }
        assert!(playground.now().0 > 4_000 * DAY);
        for (limit, opens) in [(3_000, false), (100_000, true)] {
            let mut opening = Box::new(Opening::of_save(&playground.export()).unwrap());
            opening.limit = limit;
            let mut slices = 0;
            let end = loop {
                slices += 1;
                match opening.step(100) {
                    Stepped::Going(going, _) => opening = going,
                    Stepped::Done(_) => break None,
                    Stepped::Failed(problem) => break Some(problem),
                }
            };
            assert_eq!(end, (!opens).then_some(Unopened::TooMuchWork));
            assert!(slices > 20, "{slices}");
        }
    }
}
