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

/// The account that a scenario makes.
///
/// # Errors
/// [`Bug`] when the scenario is unknown or one of its lines fails.
pub(super) fn account(id: &str, options: &Options, memo: &mut Memo) -> Result<Account, Bug> {
    let lines = lines(id).ok_or_else(|| Bug(format!("no scenario {id}")))?;
    let mut playground = Playground::new(Options {
        pace: Pace::Instant,
        ..options.clone()
    });
    playground.remember(std::mem::take(memo));
    let mut shell = Shell::new(&options.region);
    for line in lines.lines() {
        let reply = shell.run(&mut playground, line);
        if reply.exit_code != 0 {
            return Err(Bug(format!(
                "scenario {id}, line `{line}`: {}{}",
                reply.stdout, reply.stderr
            )));
        }
    }
    *memo = playground.memo;
    Ok(playground.account)
}
