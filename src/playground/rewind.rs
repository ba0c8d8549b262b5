//! The way back and forth in the log: the account is made again from the closest one that is at hand, a little at a time.

use super::difference::Difference;
use super::opening::Progress;
use super::snapshots::{NEAR, SNAPSHOT_WORK};
use super::world::{Task, World};
use super::{Pace, Playground};
use crate::api::Bug;
use crate::model::{Account, Timestamp};
use crate::sim::{Budget, Memo};

/// An undo or a redo on its way. Dropped, it has changed nothing.
pub struct Rewind {
    world: World,
    task: Option<Task>,
    /// Entries at the beginning of the way, those that are done, and those at its end.
    from: usize,
    next: usize,
    to: usize,
    /// The clock at the end of the way; none where the last entry leaves it as it is.
    at: Option<Timestamp>,
    /// Whether all transitions end then.
    settles: bool,
    /// Accounts on the way.
    passed: Vec<(usize, Account)>,
    /// The work after which one more of them is kept, far from the end of the way.
    spaced: u64,
    /// Entries in force before, and hash of the last entry: another log has other ways.
    before: (usize, String),
}

impl Playground {
    /// Sets out to take back the last accepted entry; `None` where there is none.
    pub fn begin_undo(&mut self) -> Option<Rewind> {
        let memo = self.world.memo.clone();
        self.back(memo).ok()
    }

    /// Sets out to bring back what undo took back; `None` where there is nothing.
    pub fn begin_redo(&mut self) -> Option<Rewind> {
        let memo = self.world.memo.clone();
        self.forth(memo).ok()
    }

    /// Ends an undo or a redo; answers whether it is of this log as it stands.
    pub fn finish(&mut self, rewind: Rewind) -> bool {
        let fits = rewind.before == (self.head, self.log.tail(self.log.len()));
        let account = self.world.take_over(rewind.world);
        if fits {
            self.ticked = 0;
            self.head = rewind.to;
            self.world.account = account;
            for (entries, account) in rewind.passed {
                self.keep(entries, &account);
                self.snapshots.pass(entries, account);
            }
        }
        fits
    }

    /// The way to the account before the last accepted entry; gives the key pairs back where there is none.
    pub(super) fn back(&mut self, memo: Memo) -> Result<Rewind, Memo> {
        match self.undoes() {
            Some(head) => {
                let at = Some(self.log[head].at);
                Ok(self.way(head, at, memo))
            }
            None => Err(memo),
        }
    }

    /// The way to the account after the next accepted entry and the refused ones that follow it; gives the key pairs back where there is none.
    pub(super) fn forth(&mut self, memo: Memo) -> Result<Rewind, Memo> {
        if self.head == self.log.len() {
            return Err(memo);
        }
        let accepted = self.redoes().unwrap_or(self.head);
        let rest = self.log.get(accepted + 1..).unwrap_or_default();
        let refused = rest
            .iter()
            .take_while(|entry| entry.outcome.refused)
            .count();
        let mut way = self.way(accepted + 1 + refused, None, memo);
        way.settles = self.world.options.pace == Pace::Instant;
        // The present is the closest account, unless the one after the entry is at hand.
        if way.from < way.to {
            way.world.account = self.world.account.clone();
            (way.from, way.next) = (self.head, self.head);
        }
        Ok(way)
    }

    /// The way to the account after so many entries.
    fn way(&mut self, to: usize, at: Option<Timestamp>, memo: Memo) -> Rewind {
        self.read_older(to);
        let (from, account) = self.snapshots.closest(to).map_or_else(
            || (0, self.world.options.new_account()),
            |(from, account)| (from, account.clone()),
        );
        Rewind {
            world: self.world.with(account, memo),
            task: None,
            from,
            next: from,
            to,
            at,
            settles: false,
            passed: Vec::new(),
            spaced: self.log.work_of(from) + SNAPSHOT_WORK,
            before: (self.head, self.log.tail(self.log.len())),
        }
    }

    /// Goes a way to its end; answers whether there is one.
    pub(super) fn go_through(&mut self, way: Result<Rewind, Memo>) -> Result<bool, Bug> {
        let mut way = match way {
            Ok(way) => way,
            Err(memo) => {
                self.world.memo = memo;
                return Ok(false);
            }
        };
        let gone = way.go_on(self, &mut Budget::unlimited());
        if let Err(bug) = gone {
            self.world.memo = way.world.memo;
            return Err(bug);
        }
        self.finish(way);
        Ok(true)
    }

    /// Makes the account what `entries` entries and the clock at `at` make it.
    pub(super) fn rebuild(&mut self, entries: usize, at: Timestamp) -> Result<(), Bug> {
        let memo = std::mem::take(&mut self.world.memo);
        let way = self.way(entries, Some(at), memo);
        self.go_through(Ok(way)).map(|_| ())
    }
}

impl Rewind {
    /// Goes on for so many units of work (see [`Budget`]); answers how far it is, `None` where it has come to its end.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn step(&mut self, playground: &Playground, units: u64) -> Result<Option<Progress>, Bug> {
        let mut budget = Budget::of(units);
        if self.go_on(playground, &mut budget)? {
            return Ok(None);
        }
        Ok(Some(Progress {
            done: self.next - self.from,
            of: self.to - self.from,
        }))
    }

    fn go_on(&mut self, playground: &Playground, budget: &mut Budget) -> Result<bool, Bug> {
        while self.next < self.to {
            let Some(entry) = playground.log.get(self.next) else {
                return Err(Bug("the log has become shorter".to_owned()));
            };
            let Some(summary) = self.world.again(entry, &mut self.task, budget)? else {
                return Ok(false);
            };
            // What an earlier version recorded is run for the first time here, where a snapshot has spared it before.
            if let Some(difference) = Difference::of(self.next, entry, None, &Ok(summary)) {
                return Err(Bug(difference.to_string()));
            }
            self.next += 1;
            let work = playground.log.work_of(self.next);
            if self.to - self.next < NEAR || work >= self.spaced {
                self.spaced = work + SNAPSHOT_WORK;
                self.passed.push((self.next, self.world.account.clone()));
            }
        }
        if let Some(at) = self.at
            && !self.world.advance(at, budget)?
        {
            return Ok(false);
        }
        Ok(!self.settles || self.world.settle(budget)?)
    }
}
