//! The account as commands and passing time change it, without a log. What takes long is done a little at a time.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Options;
use super::difference::digest;
use super::log::{Entry, Summary};
use super::scenario::Scene;
use crate::api::cloudtrail::Noted;
use crate::api::{self, Bug, Call, CallError, Surroundings};
use crate::command::{Command, LAST_MOMENT, LONGEST_ADVANCE, LabCommand, Outcome};
use crate::hsm;
use crate::lab;
use crate::model::{Account, SECOND, Secret, Timestamp};
use crate::pki::RsaKey;
use crate::sim::{Budget, COMMAND_WORK, Entropy, Memo, count};
use crate::text::lab as words;

/// The account, and what its commands draw on.
pub(super) struct World {
    pub(super) options: Options,
    pub(super) account: Account,
    pub(super) memo: Memo,
    /// Clear text of the secrets of the command that is running, by their hash.
    pub(super) vault: BTreeMap<String, Vec<u8>>,
    /// The accounts of the scenarios that were played, which are always the same.
    scenes: BTreeMap<String, Account>,
    /// The scenario that is being played ahead of its command.
    ahead: Option<Box<Scene>>,
}

/// What a piece of a scenario counts: a step of its terminal, or a number that is tried for a key pair.
const PIECE_WORK: u64 = COMMAND_WORK;

/// A command that takes long, on its way.
pub(super) enum Task {
    /// The clock is on its way to a moment.
    Clock(Timestamp),
    /// The clock is on its way to the last transition.
    Settle,
    /// A scenario is being played.
    Scene(Box<Scene>),
}

/// How a command begins.
enum Begun {
    /// It is done already.
    Done(Outcome),
    /// It goes on.
    Going(Task),
}

impl World {
    pub(super) fn new(options: Options) -> Self {
        Self {
            account: options.new_account(),
            options,
            memo: Memo::default(),
            vault: BTreeMap::new(),
            scenes: BTreeMap::new(),
            ahead: None,
        }
    }

    /// Another one of the same kind: with an account, and with key pairs.
    pub(super) fn with(&self, account: Account, memo: Memo) -> Self {
        Self {
            options: self.options.clone(),
            account,
            memo,
            vault: BTreeMap::new(),
            scenes: self.scenes.clone(),
            ahead: None,
        }
    }

    /// Takes over what another one has made that is as good here, and answers its account.
    pub(super) fn take_over(&mut self, mut other: Self) -> Account {
        std::mem::swap(&mut self.memo, &mut other.memo);
        self.memo.absorb(other.memo);
        self.scenes.extend(other.scenes);
        other.account
    }

    /// Carries a command out, and sums up what came of it.
    pub(super) fn run(
        &mut self,
        command: &Command,
        budget: &mut Budget,
    ) -> Result<(Outcome, Summary), Bug> {
        let mut task = None;
        loop {
            if let Some(done) = self.go_on(command, &mut task, budget)? {
                return Ok(done);
            }
        }
    }

    /// Runs an entry again at its time, or as much of it as the budget allows; answers what came of it once that is all. `task` is where
    /// it stands, nothing at first.
    pub(super) fn again(
        &mut self,
        entry: &Entry,
        task: &mut Option<Task>,
        budget: &mut Budget,
    ) -> Result<Option<Summary>, Bug> {
        if task.is_none() && !self.advance(entry.at, budget)? {
            return Ok(None);
        }
        let done = self.go_on(&entry.command, task, budget)?;
        Ok(done.map(|(_, summary)| summary))
    }

    /// Begins a command, or goes on with it. An accepted command counts in the account's number, a refused one does not.
    fn go_on(
        &mut self,
        command: &Command,
        task: &mut Option<Task>,
        budget: &mut Budget,
    ) -> Result<Option<(Outcome, Summary)>, Bug> {
        if let Some(going) = task {
            if !self.work(going, budget)? {
                return Ok(None);
            }
            let scene = matches!(going, Task::Scene(_));
            *task = None;
            let (outcome, mut summary) = self.done(Outcome::Done, None);
            if scene {
                summary.made = self.made();
            }
            return Ok(Some((outcome, summary)));
        }
        let noted = match command {
            Command::Aws {
                service,
                operation,
                region,
                input,
            } => api::operation(service, operation)
                .map(|operation| Noted::before(&self.account, operation, region, input)),
            _ => None,
        };
        #[cfg(test)]
        let command = &super::changed::instead(command);
        let made = self.memo.len();
        let begun = self.begin(command)?;
        budget.take(COMMAND_WORK);
        budget.take_rsa(self.memo.len() - made);
        match begun {
            Begun::Done(outcome) => Ok(Some(self.done(outcome, noted))),
            Begun::Going(going) => {
                *task = Some(going);
                self.go_on(command, task, budget)
            }
        }
    }

    fn done(&mut self, outcome: Outcome, noted: Option<Noted<'_>>) -> (Outcome, Summary) {
        let (accepted, answer) = match &outcome {
            Outcome::Answer(answer) => (true, Some(answer)),
            Outcome::Done => (true, None),
            Outcome::Refused(_) => (false, None),
            Outcome::Tool(reply) => (reply.accepted(), None),
        };
        if accepted {
            count(&mut self.account);
        }
        let summary = Summary {
            trail: noted.and_then(|noted| noted.after(&self.account, answer)),
            ..Summary::of(&outcome)
        };
        (outcome, summary)
    }

    /// Digest of all that a scenario made.
    fn made(&self) -> String {
        let ids = self.account.regions.values().flat_map(|region| {
            let network = &region.network;
            let places = network.vpcs.keys().chain(network.subnets.keys());
            let hsm = region.clusters.keys().chain(region.backups.keys());
            let kms = region.key_stores.keys().chain(region.keys.keys());
            places.chain(hsm).chain(kms)
        });
        digest(ids.map(String::as_str).collect())
    }

    fn work(&mut self, task: &mut Task, budget: &mut Budget) -> Result<bool, Bug> {
        match task {
            Task::Clock(target) => self.advance(*target, budget),
            Task::Settle => self.settle(budget),
            Task::Scene(scene) => {
                let mut pause = || {
                    budget.take_once(PIECE_WORK);
                    budget.is_over()
                };
                if !scene.play(&mut self.memo, &mut pause)? {
                    return Ok(false);
                }
                self.account = scene.account().clone();
                self.scenes.insert(scene.id.clone(), self.account.clone());
                Ok(true)
            }
        }
    }

    /// Whether the account of a scenario is known.
    pub(super) fn has_scene(&self, id: &str) -> bool {
        self.scenes.contains_key(id)
    }

    /// Goes on playing a scenario, so that its command has nothing left to do, until `pause` asks for a break; answers whether that is
    /// so. What goes wrong here goes wrong with the command as well, which says so.
    pub(super) fn prepare_scene(&mut self, id: &str, pause: &mut dyn FnMut() -> bool) -> bool {
        if self.has_scene(id) {
            return true;
        }
        let begun = self.ahead.take().filter(|scene| scene.id == id);
        let scene = begun.map_or_else(
            || Scene::new(id, &self.options, None).map(Box::new),
            Result::Ok,
        );
        let Ok(mut scene) = scene else { return true };
        match scene.play(&mut self.memo, pause) {
            Ok(false) => {
                self.ahead = Some(scene);
                false
            }
            Ok(true) => {
                self.scenes
                    .insert(scene.id.clone(), scene.account().clone());
                true
            }
            Err(_) => true,
        }
    }

    /// The purpose of the next RSA key pair that a scheduled job will need and that is not made.
    pub(super) fn key_wanted(&self) -> Option<String> {
        self.account.jobs.transitions().find_map(|scheduled| {
            let purpose = api::cloudhsmv2::create_hsm::key_needed(&self.account, scheduled)?;
            (!self.memo.has(self.options.seed, &purpose)).then_some(purpose)
        })
    }

    /// Goes on making such key pairs until `pause` asks for a break; answers whether all are made.
    pub(super) fn prepare_keys(&mut self, pause: &mut dyn FnMut() -> bool) -> bool {
        while let Some(purpose) = self.key_wanted() {
            let seed = self.options.seed;
            if !self.memo.make(seed, &purpose, RsaKey::USUAL_BITS, pause) {
                return false;
            }
        }
        true
    }

    /// Moves the clock towards a moment; answers whether it is there.
    pub(super) fn advance(&mut self, target: Timestamp, budget: &mut Budget) -> Result<bool, Bug> {
        self.with_surroundings(|account, surroundings| {
            api::advance_to(account, surroundings, target, budget)
        })
    }

    /// Moves the clock to a moment, however long that takes.
    pub(super) fn advance_clock(&mut self, target: Timestamp) -> Result<u64, Bug> {
        let mut budget = Budget::unlimited();
        self.advance(target, &mut budget)?;
        Ok(budget.again())
    }

    /// Moves the clock towards the last transition; answers whether it is there.
    pub(super) fn settle(&mut self, budget: &mut Budget) -> Result<bool, Bug> {
        // A transition may start another one, such as the backup at the end of an activation.
        while let Some(target) = self.account.jobs.last_transition() {
            if !self.advance(target, budget)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn begin(&mut self, command: &Command) -> Result<Begun, Bug> {
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
            Command::Lab { command } => return self.begin_lab(command),
        };
        Ok(Begun::Done(outcome))
    }

    fn begin_lab(&mut self, command: &LabCommand) -> Result<Begun, Bug> {
        match command {
            LabCommand::Advance { seconds } => {
                let seconds = (*seconds).clamp(0, LONGEST_ADVANCE);
                let target = self.account.now.plus(seconds * SECOND);
                if target > LAST_MOMENT {
                    return Err(Bug(words::beyond(LAST_MOMENT)));
                }
                return Ok(Begun::Going(Task::Clock(target)));
            }
            LabCommand::Settle => return Ok(Begun::Going(Task::Settle)),
            LabCommand::Account { id } => {
                let now = self.account.now;
                lab::enter(&mut self.account, self.options.seed, id);
                return Ok(Begun::Going(Task::Clock(now)));
            }
            LabCommand::Scenario { id } => {
                let known = self.scenes.get(id).cloned();
                let scene = Scene::new(id, &self.options, known)?;
                return Ok(Begun::Going(Task::Scene(Box::new(scene))));
            }
            LabCommand::Inject {
                fault,
                target,
                on,
                region,
            } => {
                lab::inject(&mut self.account, region, fault, target.as_deref(), *on);
            }
            LabCommand::Permission { action, denied } => {
                lab::permit(&mut self.account, action, *denied);
            }
            LabCommand::Quota { name, count } => {
                lab::set_quota(&mut self.account, *name, *count);
            }
        }
        Ok(Begun::Done(Outcome::Done))
    }

    fn with_surroundings<T>(
        &mut self,
        work: impl FnOnce(&mut Account, &mut Surroundings<'_>) -> T,
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
