//! Opening an account from what was kept or sent: its entries are checked and run again, a little at a time, so that whoever waits for it
//! sees how far it is and may stop it.

use std::collections::VecDeque;

use serde_json::Value;

use super::keep::Snapshot;
use super::log::Entry;
use super::unopened::{EARLIEST, LATEST};
use super::world::Task;
use super::{Known, Options, Playground, Unopened, packed};
use crate::command::{Command, LONGEST_ADVANCE, LabCommand};
use crate::model::{Account, Timestamp};
use crate::sim::{Budget, COMMAND_WORK, Memo};

/// Entries of the longest log that is opened from a file or a link.
pub const MOST_ENTRIES: usize = 125_000;

/// The work after which a file or a link is given up; about a minute in a browser.
pub const MOST_WORK: u64 = 2_000_000;

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

/// An account that was opened.
pub struct Opened {
    /// The account.
    pub playground: Playground,
    /// The sandbox that it is, where it was kept as one and is whole.
    pub known: Option<Known>,
    /// Why it is not whole: it was opened as far as it is sound.
    pub cut: Option<Unopened>,
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
    /// Whether all of them are.
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
    /// Number of rows that it has for entries.
    stored: usize,
    /// Whether it is opened as far as it is sound, and why it went no further.
    partly: bool,
    cut: Option<Unopened>,
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
        }
        Ok(opening)
    }

    /// Sets out to open a sandbox of so many rows for entries, from the newest of its snapshots (each with its number of entries) that is
    /// of its past.
    pub(super) fn kept(
        source: Source,
        known: Known,
        stored: usize,
        snapshots: Vec<(usize, String)>,
    ) -> Result<Self, Unopened> {
        let memo = source.memo.clone();
        let mut opening = Self::of(source)?;
        opening.playground.world.memo = memo;
        opening.playground.older = snapshots;
        opening.run = opening.head;
        opening.limit = u64::MAX;
        opening.known = Some(known);
        opening.stored = stored;
        Ok(opening)
    }

    fn of(source: Source) -> Result<Self, Unopened> {
        let total = source.texts.len() + source.entries.len();
        for time in [source.options.start_time, source.now] {
            in_range(None, time)?;
        }
        if source.head > total {
            return Err(Unopened::Broken(total));
        }
        let mut playground = Playground::new(source.options);
        playground.remember(source.memo);
        Ok(Self {
            playground,
            texts: source.texts.into_iter(),
            entries: source.entries.into(),
            tail: String::new(),
            read: false,
            last: String::new(),
            total,
            head: source.head,
            run: total,
            now: source.now,
            task: None,
            resting: None,
            limit: MOST_WORK,
            spent: 0,
            known: None,
            stored: 0,
            partly: false,
            cut: None,
        })
    }

    /// Opens what comes before the first damaged entry, where there is one. The account is no longer the sandbox that was kept then.
    #[must_use]
    pub fn as_far_as_sound(self) -> Self {
        Self {
            partly: true,
            ..self
        }
    }

    /// Gives up all but the first so many entries.
    fn cut_off(&mut self, sound: usize, why: Unopened) -> Result<(), Unopened> {
        let run = self.playground.log.len();
        self.texts = Vec::new().into_iter();
        self.entries.truncate(sound.saturating_sub(run));
        self.read = true;
        self.total = sound;
        self.head = self.head.min(sound);
        self.run = self.head;
        self.task = None;
        self.resting = None;
        self.known = None;
        // The clock stays where the last of them leaves it.
        self.now = EARLIEST;
        self.cut = Some(why);
        // An entry that failed may have changed the account.
        let at = self.playground.log.last().map(|entry| entry.at);
        match at {
            Some(at) => self.playground.rebuild(run, at).map_err(Unopened::Replay),
            None => Ok(()),
        }
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
            Err(problem) => match problem.sound(self.playground.log.len()) {
                Some(sound) if self.partly && self.cut.is_none() => {
                    match self.cut_off(sound, problem) {
                        Ok(()) => self.step(1),
                        Err(problem) => Stepped::Failed(problem),
                    }
                }
                _ => Stepped::Failed(problem),
            },
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
            self.look_at(&text)?;
            budget.take(READ_WORK);
            if budget.is_over() {
                return Ok(false);
            }
        }
        if !std::mem::replace(&mut self.read, true) {
            self.all_there()?;
        }
        self.replay(budget)
    }

    /// All entries of a sandbox are read: they end as its record says, and the account is taken from a snapshot.
    fn all_there(&mut self) -> Result<(), Unopened> {
        let Some(known) = &mut self.known else {
            return Ok(());
        };
        let (entries, head) = (known.record.entries, known.record.head);
        if self.total != entries || self.total != self.stored || head > entries {
            return Err(Unopened::Broken(self.total.min(entries)));
        }
        if known.record.tail != self.tail {
            // Nothing that follows tells whether the last one is as it was.
            return Err(Unopened::Broken(self.total.saturating_sub(1)));
        }
        let usable = std::iter::from_fn(|| self.playground.older.pop()).find_map(|(_, text)| {
            let snapshot: Snapshot = packed::unpack(&text)?;
            // Time may not have passed it by: undo turns the clock back.
            let of_this = snapshot.entries <= self.head && snapshot.account.now <= self.now;
            let last = snapshot.entries.checked_sub(1);
            let tail = last.map_or_else(String::new, |last| self.entries[last].hash());
            (of_this && tail == snapshot.tail).then_some(snapshot)
        });
        known.snapshot = usable.as_ref().map_or(0, |snapshot| snapshot.entries);
        if let Some(snapshot) = usable {
            for _ in 0..snapshot.entries {
                if let Some(entry) = self.entries.pop_front() {
                    self.chain(entry, COMMAND_WORK);
                }
            }
            self.playground
                .snapshots
                .add(snapshot.entries, snapshot.account.clone());
            self.playground.world.account = snapshot.account;
        }
        Ok(())
    }

    /// Looks at the next entry as it was written: it has to follow the one before.
    fn look_at(&mut self, text: &str) -> Result<(), Unopened> {
        let index = self.entries.len();
        let value: Value = serde_json::from_str(text).map_err(|_| Unopened::Broken(index))?;
        let entry: Entry = serde_json::from_value(value).map_err(|_| Unopened::Broken(index))?;
        if entry.parent != self.tail {
            return Err(Unopened::Broken(index));
        }
        possible(index, &entry)?;
        self.tail = entry.hash();
        self.entries.push_back(entry);
        Ok(())
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
            let Some(outcome) = done.map_err(Unopened::Replay)? else {
                return Ok(false);
            };
            if let Some(entry) = self.entries.pop_front() {
                let work = std::mem::take(&mut playground.ticked);
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
        if self.known.is_some() {
            playground.settled_in();
        }
        Opened {
            playground,
            known: self.known,
            cut: self.cut,
        }
    }
}

/// Whether a moment is one that a simulated clock shows.
pub(super) fn in_range(index: Option<usize>, at: Timestamp) -> Result<(), Unopened> {
    if (EARLIEST..=LATEST).contains(&at) {
        Ok(())
    } else {
        Err(Unopened::OutOfTime(index, at))
    }
}

/// Whether an entry is one that a command may have left.
fn possible(index: usize, entry: &Entry) -> Result<(), Unopened> {
    in_range(Some(index), entry.at)?;
    match entry.command {
        Command::Lab {
            command: LabCommand::Advance { seconds },
        } if !(0..=LONGEST_ADVANCE).contains(&seconds) => Err(Unopened::TooFar(index, seconds)),
        _ => Ok(()),
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
        for (limit, opens) in [(3_000, false), (30_000, true)] {
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
