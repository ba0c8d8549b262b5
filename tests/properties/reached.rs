//! What the sequences came to: a property that holds of accounts in which nothing ever happens says little.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use keystore_playground::command::{Command, HostAction};
use keystore_playground::hsm::ToolAction;
use keystore_playground::model::{Account, Holder, Region};
use keystore_playground::playground::Entry;

/// Counts what was done, and which states were seen.
#[derive(Default)]
pub struct Reached {
    /// How often what was accepted and refused.
    done: BTreeMap<String, [usize; 2]>,
    /// Rules that refused.
    rules: BTreeSet<String>,
    states: BTreeSet<String>,
}

impl Reached {
    /// A read, or a call that came to an end without an entry.
    pub fn call(&mut self, service: &str, name: &str, accepted: bool) {
        self.count(format!("{service}:{name}"), accepted);
    }

    /// What was written into the log, and the account afterwards.
    pub fn note(&mut self, added: &[Entry], account: &Account) {
        for entry in added {
            let accepted = !entry.outcome.refused;
            match &entry.command {
                Command::Tool { action, .. } => self.count(tool(action), accepted),
                Command::Host { action, .. } => self.count(host(action).to_owned(), accepted),
                Command::Aws {
                    service, operation, ..
                } => self.count(format!("{service}:{operation}"), accepted),
                Command::Lab { .. } => {}
            }
            if !entry.outcome.rule.is_empty() {
                self.rules.insert(entry.outcome.rule.clone());
            }
        }
        for region in account.regions.values() {
            self.states.extend(states(account, region));
        }
    }

    fn count(&mut self, what: String, accepted: bool) {
        self.done.entry(what).or_default()[usize::from(!accepted)] += 1;
    }

    /// Which of these were never accepted or never seen.
    pub fn missing(&self, wanted: &[&str]) -> Vec<String> {
        let reached = |what: &str| {
            self.states.contains(what) || self.done.get(what).is_some_and(|counts| counts[0] > 0)
        };
        let missing = wanted.iter().filter(|what| !reached(what));
        missing.map(|&what| what.to_owned()).collect()
    }

    /// All of it, to read.
    pub fn report(&self) -> String {
        let mut report = String::new();
        for (what, [accepted, refused]) in &self.done {
            writeln!(report, "{accepted:5} accepted {refused:5} refused  {what}").unwrap();
        }
        let states: Vec<&str> = self.states.iter().map(String::as_str).collect();
        write!(
            report,
            "{} rules refused; {}",
            self.rules.len(),
            states.join(", ")
        )
        .unwrap();
        report
    }
}

fn tool(action: &ToolAction) -> String {
    let word = match action {
        ToolAction::Open => "open",
        ToolAction::EnableE2e { .. } => "enableE2e",
        ToolAction::Run { command, .. } => command.word(),
        ToolAction::RollBack { .. } => "roll back",
        ToolAction::Logout { .. } => "logout",
        ToolAction::Close { .. } => "close",
    };
    format!("hsm:{word}")
}

fn host(action: &HostAction) -> &'static str {
    match action {
        HostAction::WriteFile { .. } => "host:write",
        HostAction::RemoveFile { .. } => "host:remove",
        HostAction::Draw => "host:draw",
        HostAction::Attach { .. } => "host:attach",
        HostAction::StartDaemon => "host:start daemon",
        HostAction::StopDaemon => "host:stop daemon",
        HostAction::Sign { .. } => "host:sign",
    }
}

fn states(account: &Account, region: &Region) -> Vec<String> {
    let mut found = Vec::new();
    for cluster in region.clusters.values() {
        found.push(format!("cluster {}", cluster.state.word()));
        if cluster.source_backup.is_some() {
            found.push("cluster from a backup".to_owned());
        }
        let mut users = BTreeSet::new();
        for hsm in &cluster.hsms {
            found.push(format!("HSM {}", hsm.state.word()));
            users.insert(hsm.contents.users.len());
            let sessions = hsm.sessions.iter().map(|session| match session.holder {
                Holder::Kms(_) => "session of KMS",
                Holder::Tool(_) => "session of a tool",
            });
            found.extend(sessions.map(str::to_owned));
            if hsm.contents.users.iter().any(|user| user.locked()) {
                found.push("user locked".to_owned());
            }
            if !hsm.contents.keys.is_empty() {
                found.push("HSM with keys".to_owned());
            }
        }
        if users.len() > 1 {
            found.push("HSMs that differ".to_owned());
        }
    }
    for store in region.key_stores.values() {
        found.push(format!("store {}", store.state.word()));
        found.extend(store.failure.iter().map(|failure| failure.code.clone()));
    }
    for (_, key) in region.keys.iter() {
        let place = key.store_id().map_or("key", |_| "key in a store");
        let state = account.key_state(region, key).word();
        found.push(format!("{place} {state}"));
    }
    let backups = region.backups.values();
    found.extend(backups.map(|backup| format!("backup {}", backup.state.word())));
    let deletions = region.deletions.iter();
    found.extend(deletions.filter_map(|deletion| {
        let deleted = deletion.material.as_ref()?.deleted;
        Some(
            if deleted {
                "material deleted"
            } else {
                "orphan"
            }
            .to_owned(),
        )
    }));
    found
}
