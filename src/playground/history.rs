//! The calls on the log, for the event history.

use std::ops::Range;

use super::log::Entries;
use super::{Entry, Playground, scenario};
use crate::command::{Command, LabCommand};
use crate::facts::{History, Recorded};

/// What happened to the account as it is now.
#[derive(Clone, Debug)]
pub struct Past<'a> {
    seed: u64,
    /// Number of commands before the first of the log.
    earlier: usize,
    log: &'a Entries,
    /// Where the entries of this account lie, oldest first.
    spans: Vec<Range<usize>>,
}

impl Playground {
    /// What happened to the account so far.
    #[must_use]
    pub fn history(&self) -> Past<'_> {
        let mut spans = Vec::new();
        let (mut begin, mut caller) = (0, &self.world.options.account_id);
        let turns = self.log.turns().iter().copied();
        for index in turns.take_while(|index| *index < self.head) {
            match &self.log[index].command {
                // A scenario is a world of its own.
                Command::Lab {
                    command: LabCommand::Scenario { .. },
                } => {
                    spans.clear();
                    caller = &self.world.options.account_id;
                }
                Command::Lab {
                    command: LabCommand::Account { id },
                } => {
                    if *caller == self.world.account.id {
                        spans.push(begin..index);
                    }
                    caller = id;
                }
                _ => continue,
            }
            begin = index;
        }
        spans.push(begin..self.head);
        Past {
            seed: self.world.options.seed,
            earlier: self.world.options.earlier,
            log: &self.log,
            spans,
        }
    }

    /// Index of the last scenario that is in force.
    pub(super) fn last_scenario(&self) -> Option<usize> {
        let turns = self.log.turns().iter().rev().copied();
        let mut past = turns.skip_while(|index| *index >= self.head);
        past.find(|index| {
            let command = &self.log[*index].command;
            matches!(
                command,
                Command::Lab {
                    command: LabCommand::Scenario { .. }
                }
            )
        })
    }

    /// The scenario that was loaded last, and what happened before: that was another world, and its history is one of its own.
    #[must_use]
    pub fn before_scenario(&self) -> Option<(&str, Past<'_>)> {
        let index = self.last_scenario()?;
        let Command::Lab {
            command: LabCommand::Scenario { id },
        } = &self.log[index].command
        else {
            return None;
        };
        let before = Past {
            seed: self.options().seed,
            earlier: self.options().earlier,
            log: &self.log,
            spans: std::iter::once(0..index).collect(),
        };
        Some((id.as_str(), before))
    }
}

impl Playground {
    /// Whether the account began as a scenario, whose HSM users have the passwords that every scenario gives them.
    #[must_use]
    pub fn has_known_passwords(&self) -> bool {
        self.before_scenario()
            .is_some_and(|(id, _)| scenario::sets_passwords(id))
    }
}

impl<'a> Past<'a> {
    /// The entries with their indexes, the newest first.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &'a Entry)> + use<'_, 'a> {
        let log = self.log;
        let indexes = self.spans.iter().rev().flat_map(|span| span.clone().rev());
        indexes.filter_map(move |index| Some((index, log.get(index)?)))
    }

    /// Number of commands before the first of the log: events are numbered after them.
    #[must_use]
    pub fn earlier(&self) -> usize {
        self.earlier
    }

    /// The call of an entry, where it is one; the number of its event.
    #[must_use]
    pub fn call(number: usize, recorded: &'a Entry) -> Option<Recorded<'a>> {
        let Command::Aws {
            service,
            operation,
            region,
            input,
        } = &recorded.command
        else {
            return None;
        };
        Some(Recorded {
            entry: number,
            at: recorded.at,
            service,
            operation,
            region,
            input,
            code: &recorded.outcome.code,
            message: &recorded.outcome.message,
            trail: recorded.outcome.trail.as_ref(),
        })
    }
}

impl History for Past<'_> {
    fn seed(&self) -> u64 {
        self.seed
    }
    fn calls(&self, region: &str) -> Box<dyn Iterator<Item = Recorded<'_>> + '_> {
        let places = self.log.calls(region);
        let indexes = self.spans.iter().rev().flat_map(move |span| {
            let before = |end: usize| places.partition_point(|place| *place < end);
            let within = places.get(before(span.start)..before(span.end));
            within.unwrap_or_default().iter().rev()
        });
        Box::new(
            indexes.filter_map(|index| Past::call(self.earlier + *index, self.log.get(*index)?)),
        )
    }
}
