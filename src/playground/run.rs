//! Running commands, undoing them, and letting time pass.

use serde_json::Value;

use super::log::{Entry, Summary};
use super::{Pace, Playground, scenario};
use crate::api::cloudtrail::Noted;
use crate::api::{self, Bug, Call, CallError, Surroundings};
use crate::command::{Command, LONGEST_ADVANCE, LabCommand, Outcome};
use crate::facts::History;
use crate::hsm;
use crate::lab;
use crate::model::{SECOND, Secret, Timestamp};
use crate::sim::{Entropy, count};

/// Entries between two snapshots: undo replays at most as many.
pub(super) const SNAPSHOT_EVERY: usize = 64;

impl Playground {
    /// Runs a command and writes its entry. This is the only way to change the account.
    ///
    /// # Errors
    /// [`Bug`] of ours; the account and the log are then as before.
    pub fn run(&mut self, command: Command) -> Result<Outcome, Bug> {
        let at = self.account.now;
        let noted = match &command {
            Command::Aws {
                service,
                operation,
                region,
                input,
            } => api::operation(service, operation)
                .map(|operation| Noted::before(&self.account, operation, region, input)),
            _ => None,
        };
        let outcome = match self.execute(&command) {
            Ok(outcome) => outcome,
            Err(bug) => {
                self.vault.clear();
                self.rebuild(self.head, at)?;
                return Err(bug);
            }
        };
        self.vault.clear();
        if let Outcome::Refused(error) = &outcome {
            self.refused(error.explanation.clone());
        }
        if let Outcome::Tool(reply) = &outcome
            && let Some(explanation) = reply.refusal()
        {
            self.refused(explanation.clone());
        }
        let answer = match &outcome {
            Outcome::Answer(answer) => Some(answer),
            _ => None,
        };
        let summary = Summary {
            trail: noted.and_then(|noted| noted.after(&self.account, answer)),
            ..Summary::of(&outcome)
        };
        self.enter(at, command, summary)?;
        Ok(outcome)
    }

    /// Writes the entry of a command that has been carried out.
    fn enter(&mut self, at: Timestamp, command: Command, outcome: Summary) -> Result<(), Bug> {
        self.log.truncate(self.head);
        self.kept.entries = self.kept.entries.min(self.head);
        self.forget_snapshots(self.head);
        self.log.push(Entry {
            at,
            parent: self.log.last().map(Entry::hash).unwrap_or_default(),
            command,
            outcome,
        });
        self.head += 1;
        self.keep_snapshot(self.head);
        if self.options.pace == Pace::Instant {
            self.settle_clock()?;
        }
        Ok(())
    }

    /// Writes one entry for the time that [`tick`](Self::tick) let pass since a moment, as if it had been skipped at once; none where
    /// none passed.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn passed(&mut self, since: Timestamp) -> Result<(), Bug> {
        let seconds = (self.account.now.0 - since.0) / SECOND;
        if seconds == 0 {
            return Ok(());
        }
        count(&mut self.account);
        let command = LabCommand::Advance { seconds };
        self.enter(since, Command::Lab { command }, Summary::of(&Outcome::Done))
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
            let answer = api::view(operation, &self.account, region, &input, Some(history));
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
        match self.undoes() {
            Some(entry) => self.undo_to(entry).map(|()| true),
            None => Ok(false),
        }
    }

    /// Takes back all but the first so many entries, where there are more.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn undo_to(&mut self, entries: usize) -> Result<(), Bug> {
        if let Some(first) = self.log().get(entries) {
            let at = first.at;
            self.rebuild(entries, at)?;
            self.head = entries;
        }
        Ok(())
    }

    /// Brings back what undo took back; returns whether there was anything.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn redo(&mut self) -> Result<bool, Bug> {
        if self.undone() == 0 {
            return Ok(false);
        }
        let accepted = self.redoes().unwrap_or(self.log.len());
        while let Some(entry) = self.log.get(self.head)
            && (self.head <= accepted || entry.outcome.refused)
        {
            let entry = entry.clone();
            self.replay(&entry)?;
            self.head += 1;
        }
        if self.options.pace == Pace::Instant {
            self.settle_clock()?;
        }
        Ok(true)
    }

    /// Starts over with the same options and an empty log.
    pub fn reset(&mut self) {
        *self = Self {
            memo: std::mem::take(&mut self.memo),
            ..Self::new(self.options.clone())
        };
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

    /// Makes the account what `entries` entries and the clock at `at` make it.
    pub(super) fn rebuild(&mut self, entries: usize, at: Timestamp) -> Result<(), Bug> {
        self.read_older(entries);
        let (from, account) = self.snapshots.range(..=entries).next_back().map_or_else(
            || (0, self.options.new_account()),
            |(from, account)| (*from, account.clone()),
        );
        self.account = account;
        for index in from..entries {
            let entry = self.log[index].clone();
            self.replay(&entry)?;
            self.keep_snapshot(index + 1);
        }
        self.advance_clock(at)
    }

    /// Runs an entry again at its time.
    pub(super) fn replay(&mut self, entry: &Entry) -> Result<(), Bug> {
        self.advance_clock(entry.at)?;
        self.execute(&entry.command).map(|_| ())
    }

    pub(super) fn advance_clock(&mut self, target: Timestamp) -> Result<(), Bug> {
        self.with_surroundings(|account, surroundings| {
            api::advance_to(account, surroundings, target)
        })
    }

    fn settle_clock(&mut self) -> Result<(), Bug> {
        // A transition may start another one, such as the backup at the end of an activation.
        while let Some(target) = self.account.jobs.last_transition() {
            self.advance_clock(target)?;
        }
        Ok(())
    }

    fn with_surroundings<T>(
        &mut self,
        work: impl FnOnce(&mut crate::model::Account, &mut Surroundings<'_>) -> T,
    ) -> T {
        let vault = &self.vault;
        let clear = |secret: &Secret| vault.get(&secret.mac).cloned();
        let mut surroundings = Surroundings {
            seed: self.options.seed,
            memo: &mut self.memo,
            clear: &clear,
        };
        work(&mut self.account, &mut surroundings)
    }

    /// Runs a command without an entry. An accepted command counts in the account's number, a refused one does not.
    pub(super) fn execute(&mut self, command: &Command) -> Result<Outcome, Bug> {
        let outcome = match command {
            Command::Aws {
                service,
                operation,
                region,
                input,
            } => {
                let operation = api::operation(service, operation)
                    .ok_or_else(|| Bug(format!("{service} has no operation {operation} here")))?;
                match self.with_call(region, input, |call| api::invoke(operation, call)) {
                    Ok(value) => Outcome::Answer(value),
                    Err(CallError::Refused(error)) => Outcome::Refused(error),
                    Err(CallError::Bug(bug)) => return Err(bug),
                }
            }
            Command::Tool { region, action } => {
                Outcome::Tool(self.with_call(region, &Value::Null, |call| hsm::act(call, action))?)
            }
            Command::Host { region, action } => {
                self.with_call(region, &Value::Null, |call| lab::host::act(call, action))?;
                Outcome::Done
            }
            Command::Lab { command } => match command {
                LabCommand::Advance { seconds } => {
                    let seconds = (*seconds).clamp(0, LONGEST_ADVANCE);
                    let target = self.account.now.plus(seconds * SECOND);
                    self.advance_clock(target)?;
                    Outcome::Done
                }
                LabCommand::Settle => {
                    self.settle_clock()?;
                    Outcome::Done
                }
                LabCommand::Inject {
                    fault,
                    target,
                    on,
                    region,
                } => {
                    lab::inject(&mut self.account, region, fault, target.as_deref(), *on);
                    Outcome::Done
                }
                LabCommand::Permission { action, denied } => {
                    lab::permit(&mut self.account, action, *denied);
                    Outcome::Done
                }
                LabCommand::Quota { name, count } => {
                    lab::set_quota(&mut self.account, *name, *count);
                    Outcome::Done
                }
                LabCommand::Account { id } => {
                    let now = self.account.now;
                    lab::enter(&mut self.account, self.options.seed, id);
                    self.advance_clock(now)?;
                    Outcome::Done
                }
                LabCommand::Scenario { id } => {
                    self.account = scenario::account(id, &self.options, &mut self.memo)?;
                    Outcome::Done
                }
            },
        };
        let accepted = match &outcome {
            Outcome::Answer(_) | Outcome::Done => true,
            Outcome::Refused(_) => false,
            Outcome::Tool(reply) => reply.accepted(),
        };
        if accepted {
            count(&mut self.account);
        }
        Ok(outcome)
    }

    fn with_call<T>(
        &mut self,
        region: &str,
        input: &Value,
        work: impl FnOnce(&mut Call<'_>) -> T,
    ) -> T {
        self.with_surroundings(|account, surroundings| {
            let entropy = Entropy::new(surroundings.seed, account.number + 1);
            work(&mut Call {
                account,
                region,
                input,
                entropy,
                memo: surroundings.memo,
                seed: surroundings.seed,
                clear: surroundings.clear,
            })
        })
    }
}
