//! What is read is looked at before it is run.

use serde_json::Value;

use super::{FORMAT, Opening, Short};
use crate::api;
use crate::command::{Command, LONGEST_ADVANCE, LabCommand};
use crate::model::Timestamp;
use crate::playground::Unopened;
use crate::playground::log::{Entry, hash_as_written};
use crate::playground::unopened::{EARLIEST, LATEST};

impl Opening {
    /// Looks at the next entry as it was written: it has to follow the one before.
    pub(super) fn look_at(&mut self, text: &str) -> Result<(), Unopened> {
        let index = self.entries.len();
        let broken = |_: serde_json::Error| Unopened::Broken(index);
        let value: Value = serde_json::from_str(text).map_err(broken)?;
        let written = match self.known {
            // What is kept stays as it is, and what follows it names it by what is read of it.
            Some(_) if self.format == FORMAT => None,
            _ => Some(hash_as_written(self.format, &value)),
        };
        let entry: Entry = serde_json::from_value(value).map_err(broken)?;
        let tail = written.unwrap_or_else(|| entry.hash());
        if entry.parent != self.tail {
            // Nothing was recorded of what the first follows but what the account is made from.
            return Err(match index {
                0 if self.format > 1 => Unopened::Origin,
                _ => Unopened::Broken(index),
            });
        }
        possible(index, &entry)?;
        if self.known.is_none() {
            sealed(index, &entry)?;
        }
        let mut places = self.playground.older.iter();
        if places.any(|(place, _)| *place == index + 1) {
            self.hashes.insert(index + 1, tail.clone());
        }
        self.tail = tail;
        self.entries.push_back(entry);
        Ok(())
    }

    /// Gives up what follows a damaged entry, where that is asked for.
    pub(super) fn sound(&mut self, found: Result<(), Unopened>) -> Result<(), Unopened> {
        let Err(problem) = found else {
            return Ok(());
        };
        let sound = problem.sound().filter(|_| self.lenient);
        let Some(sound) = sound else {
            return Err(problem);
        };
        self.short = Some(Short::Damaged(problem));
        self.texts = Vec::new().into_iter();
        self.entries.truncate(sound);
        self.total = sound;
        if self.head > sound {
            self.head = sound;
            // The clock stands where it stood before the first that is lost.
            let last = self.entries.back().map(|entry| entry.at);
            self.now = last.unwrap_or(self.playground.world.account.now);
        }
        self.run = self.run.min(self.head);
        Ok(())
    }

    /// All entries are read: they are as many, and end, as was said.
    pub(super) fn all_there(&mut self) -> Result<(), Unopened> {
        if self.short.is_some() {
            return Ok(());
        }
        let found = self.entries.len();
        let record = self.known.as_ref().map(|known| &known.record);
        let entries = record.map_or(found, |record| record.entries);
        if found != entries || self.head > found {
            return Err(Unopened::Broken(found.min(entries)));
        }
        match found.checked_sub(1) {
            _ if self.end.as_ref().is_none_or(|end| *end == self.tail) => Ok(()),
            Some(last) => Err(Unopened::Tail(last)),
            None => Err(Unopened::Origin),
        }
    }
}

/// Whether a moment is one that a simulated clock shows.
pub(in crate::playground) fn in_range(index: Option<usize>, at: Timestamp) -> Result<(), Unopened> {
    if (EARLIEST..=LATEST).contains(&at) {
        Ok(())
    } else {
        Err(Unopened::OutOfTime(index, at))
    }
}

/// Whether an entry is one that a command may have left.
pub(super) fn possible(index: usize, entry: &Entry) -> Result<(), Unopened> {
    in_range(Some(index), entry.at)?;
    match entry.command {
        Command::Lab {
            command: LabCommand::Advance { seconds },
        } if !(0..=LONGEST_ADVANCE).contains(&seconds) => Err(Unopened::TooFar(index, seconds)),
        _ => Ok(()),
    }
}

/// Whether an entry from elsewhere holds no secret in clear.
pub(super) fn sealed(index: usize, entry: &Entry) -> Result<(), Unopened> {
    match &entry.command {
        Command::Aws {
            service,
            operation,
            input,
            ..
        } => match api::operation(service, operation) {
            Some(operation) if !api::is_sealed(operation.input, input) => {
                Err(Unopened::Clear(index))
            }
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}
