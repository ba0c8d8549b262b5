//! Named scenarios: accounts that are stored as terminal lines and built by running them.

use super::{Options, Pace, Playground};
use crate::api::Bug;
use crate::model::Account;
use crate::shell::Shell;
use crate::sim::Memo;

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

/// Whether a scenario sets the passwords of HSM users: it activates the cluster, or continues one that does.
pub(super) fn sets_passwords(id: &str) -> bool {
    let before = SCENARIOS.iter().find(|(name, ..)| *name == id);
    id == "active" || before.is_some_and(|(_, before, _)| before.is_some_and(sets_passwords))
}

/// A scenario that is being played.
pub(super) struct Scene {
    pub(super) id: String,
    playground: Box<Playground>,
    shell: Shell,
    lines: std::vec::IntoIter<String>,
    /// The one that is running.
    line: String,
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
        playground.patient = true;
        if let Some(account) = known {
            playground.world.account = account;
            lines.clear();
        }
        Ok(Self {
            id: id.to_owned(),
            playground: Box::new(playground),
            shell: Shell::new(&options.region),
            lines: lines.into_iter(),
            line: String::new(),
        })
    }

    /// Goes on playing, with the key pairs of others, until `pause` asks for a break; answers whether it has come to its end. Where the
    /// breaks fall changes nothing.
    ///
    /// # Errors
    /// [`Bug`] when one of its lines fails.
    pub(super) fn play(
        &mut self,
        memo: &mut Memo,
        pause: &mut dyn FnMut() -> bool,
    ) -> Result<bool, Bug> {
        std::mem::swap(memo, &mut self.playground.world.memo);
        let played = self.play_on(pause);
        std::mem::swap(memo, &mut self.playground.world.memo);
        played
    }

    fn play_on(&mut self, pause: &mut dyn FnMut() -> bool) -> Result<bool, Bug> {
        loop {
            // What the last step has left until its key pairs are made comes before the next one.
            if !self.playground.prepare(pause) {
                return Ok(false);
            }
            self.playground.settle_at_last()?;
            if !self.shell.is_running() {
                let Some(line) = self.lines.next() else {
                    return Ok(true);
                };
                self.shell.start(&*self.playground, &line);
                self.line = line;
            }
            let reply = self.shell.resume(&mut *self.playground, &mut || true);
            if let Some(reply) = reply.filter(|reply| reply.exit_code != 0) {
                return Err(Bug(format!(
                    "scenario {}, line `{}`: {}{}",
                    self.id, self.line, reply.stdout, reply.stderr
                )));
            }
            if pause() {
                return Ok(false);
            }
        }
    }

    /// The account that it made.
    pub(super) fn account(&self) -> &Account {
        &self.playground.world.account
    }
}
