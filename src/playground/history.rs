//! The calls on the log, for the event history.

use super::{Entry, Playground};
use crate::command::{Command, LabCommand};
use crate::facts::{History, Recorded};

/// What happened to the account as it is now.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    seed: u64,
    log: &'a [Entry],
    /// Number of the entries before those of this account: a scenario is another account.
    before: usize,
}

impl Playground {
    /// What happened to the account so far.
    #[must_use]
    pub fn history(&self) -> Past<'_> {
        let log = self.log();
        let is_scenario = |entry: &Entry| {
            let command = &entry.command;
            matches!(
                command,
                Command::Lab {
                    command: LabCommand::Scenario { .. }
                }
            )
        };
        let scenario = log.iter().rposition(is_scenario);
        Past {
            seed: self.options.seed,
            log,
            before: scenario.map_or(0, |scenario| scenario + 1),
        }
    }
}

impl<'a> Past<'a> {
    /// The call of an entry, where it is one.
    #[must_use]
    pub fn call(entry: usize, recorded: &'a Entry) -> Option<Recorded<'a>> {
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
            entry,
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
    fn calls(&self) -> Box<dyn Iterator<Item = Recorded<'_>> + '_> {
        let entries = self.log.iter().enumerate().skip(self.before).rev();
        Box::new(entries.filter_map(|(index, entry)| Past::call(index, entry)))
    }
}
