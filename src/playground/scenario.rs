//! Named scenarios: accounts that are stored as terminal lines and built by running them.

use super::{Options, Pace, Playground};
use crate::api::Bug;
use crate::model::Account;
use crate::shell::Shell;
use crate::sim::{Budget, COMMAND_WORK, Memo};

/// What a line of a scenario counts: it is read, and looks at much.
const LINE_WORK: u64 = 3 * COMMAND_WORK;

/// Ids of the scenarios, each with the scenario it continues and its own lines.
pub const SCENARIOS: &[(&str, Option<&str>, &str)] = &[
    ("empty", None, ""),
    (
        "network",
        Some("empty"),
        include_str!("../../static/scenarios/network.txt"),
    ),
    (
        "uninitialized",
        Some("network"),
        include_str!("../../static/scenarios/uninitialized.txt"),
    ),
    (
        "initialized",
        Some("uninitialized"),
        include_str!("../../static/scenarios/initialized.txt"),
    ),
    (
        "active",
        Some("initialized"),
        include_str!("../../static/scenarios/active.txt"),
    ),
    (
        "ready-cluster",
        Some("active"),
        include_str!("../../static/scenarios/ready-cluster.txt"),
    ),
    (
        "store-disconnected",
        Some("ready-cluster"),
        include_str!("../../static/scenarios/store-disconnected.txt"),
    ),
    (
        "store-connected",
        Some("store-disconnected"),
        include_str!("../../static/scenarios/store-connected.txt"),
    ),
    (
        "store-with-key",
        Some("store-connected"),
        include_str!("../../static/scenarios/store-with-key.txt"),
    ),
    (
        "store-failed",
        Some("active"),
        include_str!("../../static/scenarios/store-failed.txt"),
    ),
];

/// All lines of a scenario, those of the ones it continues first; `None` for an unknown id.
#[must_use]
pub fn lines(id: &str) -> Option<String> {
    let (_, before, own) = SCENARIOS.iter().find(|(name, ..)| *name == id)?;
    Some(match before {
        Some(before) => lines(before)? + own,
        None => (*own).to_owned(),
    })
}

/// A scenario that is being played.
pub(super) struct Scene {
    pub(super) id: String,
    playground: Box<Playground>,
    shell: Shell,
    lines: std::vec::IntoIter<String>,
}

impl Scene {
    /// Sets out to play a scenario; there is little to do where its account is known.
    ///
    /// # Errors
    /// [`Bug`] when it is unknown.
    pub(super) fn new(id: &str, options: &Options, known: Option<Account>) -> Result<Self, Bug> {
        let lines = lines(id).ok_or_else(|| Bug(format!("no scenario {id}")))?;
        let mut lines: Vec<String> = lines.lines().map(str::to_owned).collect();
        let mut playground = Playground::new(Options {
            pace: Pace::Instant,
            ..options.clone()
        });
        if let Some(account) = known {
            playground.world.account = account;
            lines.clear();
        }
        Ok(Self {
            id: id.to_owned(),
            playground: Box::new(playground),
            shell: Shell::new(&options.region),
            lines: lines.into_iter(),
        })
    }

    /// Plays some of its lines, with the key pairs of others; answers whether those were the last.
    ///
    /// # Errors
    /// [`Bug`] when one of its lines fails.
    pub(super) fn play(&mut self, memo: &mut Memo, budget: &mut Budget) -> Result<bool, Bug> {
        std::mem::swap(memo, &mut self.playground.world.memo);
        let played = self.play_lines(budget);
        std::mem::swap(memo, &mut self.playground.world.memo);
        played
    }

    fn play_lines(&mut self, budget: &mut Budget) -> Result<bool, Bug> {
        while !budget.is_over() {
            let Some(line) = self.lines.next() else {
                return Ok(true);
            };
            let made = self.playground.memo().len();
            let reply = self.shell.run(&mut *self.playground, &line);
            if reply.exit_code != 0 {
                return Err(Bug(format!(
                    "scenario {}, line `{line}`: {}{}",
                    self.id, reply.stdout, reply.stderr
                )));
            }
            budget.take(LINE_WORK);
            budget.take_rsa(self.playground.memo().len() - made);
        }
        Ok(false)
    }

    /// The account that it made.
    pub(super) fn account(&self) -> &Account {
        &self.playground.world.account
    }
}
