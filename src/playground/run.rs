//! Running commands, undoing them, and letting time pass.

use serde_json::Value;

use super::log::{Entry, Summary};
use super::{Pace, Playground};
use crate::api::{self, Bug, CallError};
use crate::command::{Command, LabCommand, Outcome};
use crate::facts::History;
use crate::model::{SECOND, Timestamp};
use crate::sim::{Budget, COMMAND_WORK, count};

impl Playground {
    /// Runs a command and writes its entry. This is the only way to change the account.
    ///
    /// # Errors
    /// [`Bug`] of ours; the account and the log are then as before.
    pub fn run(&mut self, command: Command) -> Result<Outcome, Bug> {
        self.settle_at_last()?;
        let at = self.world.account.now;
        let mut budget = Budget::unlimited();
        let done = self.world.run(&command, &mut budget);
        self.world.vault.clear();
        let (outcome, summary) = match done {
            Ok(done) => done,
            Err(bug) => {
                self.rebuild(self.head, at)?;
                return Err(bug);
            }
        };
        if let Outcome::Refused(error) = &outcome {
            self.refused(error.explanation.clone());
        }
        if let Outcome::Tool(reply) = &outcome
            && let Some(explanation) = reply.refusal()
        {
            self.refused(explanation.clone());
        }
        self.enter(at, command, summary, budget.again())?;
        Ok(outcome)
    }

    /// Writes the entry of a command that has been carried out.
    fn enter(
        &mut self,
        at: Timestamp,
        command: Command,
        outcome: Summary,
        work: u64,
    ) -> Result<(), Bug> {
        self.log.truncate(self.head);
        self.kept.entries = self.kept.entries.min(self.head);
        self.forget_snapshots(self.head);
        let entry = Entry {
            at,
            parent: self.log.tail(self.head),
            command,
            outcome,
        };
        // The time that passed before it is passed again when it is replayed.
        self.log
            .push(entry, work + std::mem::take(&mut self.ticked));
        self.head += 1;
        self.keep_snapshot(self.head);
        self.settle_down()
    }

    /// Lets the transitions end that waited for a key pair.
    pub(super) fn settle_at_last(&mut self) -> Result<(), Bug> {
        if std::mem::take(&mut self.unsettled) {
            let mut budget = Budget::unlimited();
            self.world.settle(&mut budget)?;
        }
        Ok(())
    }

    /// At the pace of tests, lets all transitions end.
    fn settle_down(&mut self) -> Result<(), Bug> {
        if self.world.options.pace == Pace::Instant {
            if self.patient && self.world.key_wanted().is_some() {
                self.unsettled = true;
                return Ok(());
            }
            let mut budget = Budget::unlimited();
            self.world.settle(&mut budget)?;
            self.ticked += budget.again();
        }
        Ok(())
    }

    /// Writes one entry for the time that [`tick`](Self::tick) let pass since a moment, as if it had been skipped at once; none where
    /// none passed.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn passed(&mut self, since: Timestamp) -> Result<(), Bug> {
        let seconds = (self.world.account.now.0 - since.0) / SECOND;
        if seconds == 0 {
            return Ok(());
        }
        count(&mut self.world.account);
        let command = LabCommand::Advance { seconds };
        let done = Summary::of(&Outcome::Done);
        self.enter(since, Command::Lab { command }, done, COMMAND_WORK)
    }

    /// Calls an AWS operation: reads look, everything else becomes an entry.
    ///
    /// # Errors
    /// The refusal; or a bug of ours, such as an operation that the playground does not have.
    pub fn call(
        &mut self,
        service: &str,
        name: &str,
        region: &str,
        mut input: Value,
    ) -> Result<Value, CallError> {
        let operation = api::operation(service, name)
            .ok_or_else(|| Bug(format!("{service} has no operation {name} here")))?;
        if !operation.writes() {
            let history: &dyn History = &self.history();
            let answer = api::view(operation, self.account(), region, &input, Some(history));
            if let Err(CallError::Refused(error)) = &answer {
                self.refused(error.explanation.clone());
            }
            return answer;
        }
        api::seal(operation.input, &mut input, &mut |clear| self.seal(clear));
        let outcome = self.run(Command::Aws {
            service: service.to_owned(),
            operation: name.to_owned(),
            region: region.to_owned(),
            input,
        })?;
        match outcome {
            Outcome::Answer(value) => Ok(value),
            Outcome::Refused(error) => Err(CallError::Refused(error)),
            Outcome::Tool(_) | Outcome::Done => {
                Err(Bug("an AWS call answered no answer".into()).into())
            }
        }
    }

    /// Index of the entry that undo takes back: the last one that was accepted. The refused ones after it go with it, because taking
    /// those back alone would change nothing that anybody sees.
    #[must_use]
    pub fn undoes(&self) -> Option<usize> {
        self.log().iter().rposition(|entry| !entry.outcome.refused)
    }

    /// Index of the entry that redo brings back, with the refused ones around it.
    #[must_use]
    pub fn redoes(&self) -> Option<usize> {
        let undone = &self.log[self.head..];
        let accepted = undone.iter().position(|entry| !entry.outcome.refused);
        accepted.map(|place| self.head + place)
    }

    /// Takes back the last accepted entry; returns whether there was one.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn undo(&mut self) -> Result<bool, Bug> {
        let memo = std::mem::take(&mut self.world.memo);
        let back = self.back(memo);
        self.go_through(back)
    }

    /// Takes back all but the first so many entries, where there are more.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn undo_to(&mut self, entries: usize) -> Result<(), Bug> {
        match self.log().get(entries) {
            Some(first) => self.rebuild(entries, first.at),
            None => Ok(()),
        }
    }

    /// Brings back what undo took back; returns whether there was anything.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn redo(&mut self) -> Result<bool, Bug> {
        let memo = std::mem::take(&mut self.world.memo);
        let forth = self.forth(memo);
        self.go_through(forth)
    }

    /// Starts over with the same options and an empty log.
    pub fn reset(&mut self) {
        let memo = std::mem::take(&mut self.world.memo);
        *self = Self::new(self.world.options.clone());
        self.world.memo = memo;
    }

    /// Moves the clock by a command of its own.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn advance(&mut self, seconds: i64) -> Result<(), Bug> {
        self.run(Command::Lab {
            command: LabCommand::Advance { seconds },
        })
        .map(|_| ())
    }

    /// Moves the clock to the last transition that is due, by a command of its own.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn settle(&mut self) -> Result<(), Bug> {
        self.run(Command::Lab {
            command: LabCommand::Settle,
        })
        .map(|_| ())
    }

    pub(super) fn advance_clock(&mut self, target: Timestamp) -> Result<(), Bug> {
        self.ticked += self.world.advance_clock(target)?;
        Ok(())
    }
}
