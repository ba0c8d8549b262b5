//! Random sequences of commands through every door: they never meet a bug of ours, keep what must hold, and can be replayed and undone.
//!
//! `SEEDS=100 STEPS=200` tries more than the default, `SEED=7` begins elsewhere; `--nocapture` shows how often what was accepted and
//! which states were met. A failure prints its seed and every step before it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod choose;
mod holds;
mod plans;
#[path = "../random/mod.rs"]
mod random;
mod reached;
mod states;

use std::collections::VecDeque;

use keystore_playground::api::wire::Request;
use keystore_playground::api::{Action, CallError, Operation, operation};
use keystore_playground::command::{Command, LabCommand};
use keystore_playground::playground::Playground;
use keystore_playground::shell::{Shell, command_line};
use keystore_playground::text;
use serde_json::Value;

use choose::{Doing, choose, filled};
use random::{Before, Random, begun, setting};
use reached::Reached;

/// Where the sequences begin.
const SCENARIOS: &[&str] = &[
    "network",
    "store-with-key",
    "store-connected",
    "ready-cluster",
    "store-failed",
    "initialized",
    "store-disconnected",
];

/// Sequences, and the steps of each.
const SEEDS: u64 = 20;
const STEPS: u64 = 100;

/// What as many sequences as are the default come to; where they do not, they say little.
const WANTED: &[&str] = &[
    "cloudhsmv2:CreateCluster",
    "cloudhsmv2:CreateHsm",
    "cloudhsmv2:DeleteHsm",
    "hsm:open",
    "hsm:loginHSM",
    "hsm:close",
    "kms:ConnectCustomKeyStore",
    "kms:DisconnectCustomKeyStore",
    "kms:CreateKey",
    "kms:ScheduleKeyDeletion",
    "store CONNECTING",
    "store CONNECTED",
    "store DISCONNECTING",
    "store DISCONNECTED",
    "store FAILED",
    "key in a store Enabled",
    "key in a store Unavailable",
    "key in a store PendingDeletion",
    "HSM with keys",
    "HSM DELETE_IN_PROGRESS",
    "HSMs that differ",
    "session of KMS",
    "session of a tool",
    "backup READY",
];

#[test]
fn random_sequences_keep_what_must_hold() {
    let first = setting("SEED", 0);
    let (seeds, steps) = (setting("SEEDS", SEEDS), setting("STEPS", STEPS));
    let mut reached = Reached::default();
    for seed in first..first + seeds {
        let mut sequence = Sequence::new(seed, &mut reached);
        for _ in 0..steps {
            sequence.step();
        }
        sequence.end();
    }
    println!("{}", reached.report());
    if seeds >= SEEDS && steps >= STEPS {
        let missing = reached.missing(WANTED);
        assert!(missing.is_empty(), "never reached: {missing:?}");
    }
}

struct Sequence<'a> {
    seed: u64,
    random: Random,
    playground: Playground,
    shell: Shell,
    /// A second terminal.
    second: Shell,
    /// What is left of a plan.
    ahead: VecDeque<Doing>,
    told: Vec<String>,
    reached: &'a mut Reached,
}

impl<'a> Sequence<'a> {
    fn new(seed: u64, reached: &'a mut Reached) -> Self {
        let mut random = Random::new(seed);
        let scenario = *random.pick(SCENARIOS);
        let playground = begun(scenario);
        Self {
            seed,
            random,
            shell: playground.shell(),
            second: playground.shell(),
            ahead: VecDeque::new(),
            playground,
            told: vec![format!("lab scenario {scenario}")],
            reached,
        }
    }

    fn must(&self, held: Result<(), String>) {
        if let Err(problem) = held {
            panic!(
                "SEED={}: {problem}\nafter\n{}",
                self.seed,
                self.told.join("\n")
            );
        }
    }

    fn step(&mut self) {
        let before = Before::of(&self.playground);
        let doing = self.next();
        self.told.push(format!("{doing:?}"));
        let result = self.carry_out(doing);
        self.must(result);
        self.must(before.unchanged_by_refusals(&self.playground));
        self.must(holds::everything(self.playground.account()));
        if before.grew(&self.playground) {
            let added = self.playground.log()[before.entries..].to_vec();
            self.reached.note(&added, self.playground.account());
            let own_world = added.iter().any(|entry| {
                matches!(
                    entry.command,
                    Command::Lab {
                        command: LabCommand::Scenario { .. }
                            | LabCommand::Account { .. }
                            | LabCommand::Inject { .. }
                    }
                )
            });
            if !own_world {
                let moments = added.len() <= 1 && before.account.now == self.playground.now();
                self.must(states::legal(
                    &before.account,
                    self.playground.account(),
                    moments,
                ));
            }
            if !added.is_empty() && self.random.one_in(6) {
                let undone = self.undo_and_redo(&before);
                self.must(undone);
            }
        }
    }

    /// The next step of a plan, now and then something else in between. Who begins a plan has mostly come to an end with the last one.
    fn next(&mut self) -> Doing {
        let prompt = self.shell.prompt();
        if self.ahead.is_empty() && !prompt.ends_with("$ ") && !self.random.one_in(8) {
            let way_out = match prompt.as_str() {
                _ if prompt.ends_with("(R/I/A):") => "A",
                _ if prompt.contains("cloudhsm>") => "quit",
                _ => "n",
            };
            return Doing::Line(way_out.to_owned());
        }
        if self.ahead.is_empty() || self.random.one_in(10) {
            let chosen = choose(&mut self.random, self.playground.account());
            chosen
                .into_iter()
                .rev()
                .for_each(|doing| self.ahead.push_front(doing));
        }
        match self.ahead.pop_front() {
            Some(Doing::Line(line)) => {
                let region = self.playground.account().region("us-east-1").unwrap();
                Doing::Line(filled(&mut self.random, region, &line))
            }
            Some(doing) => doing,
            None => Doing::Line("lab settle".to_owned()),
        }
    }

    /// Carries something out; a bug of ours is what is wrong with it.
    fn carry_out(&mut self, doing: Doing) -> Result<(), String> {
        match doing {
            Doing::Line(line) => self.line(&line),
            Doing::Call(service, name, input) => match self.random.below(3) {
                0 => {
                    let line = command_line(service, name, "us-east-1", &input, "us-east-1");
                    self.line(&line)
                }
                1 if matches!(service, "kms" | "cloudhsmv2") => {
                    let response = self
                        .playground
                        .handle(&request(service, name, &input))
                        .map_err(|bug| bug.0)?;
                    self.read(service, name, response.status < 400);
                    Ok(())
                }
                _ => {
                    let answer = self.playground.call(service, name, "us-east-1", input);
                    self.read(service, name, answer.is_ok());
                    match answer {
                        Err(CallError::Bug(bug)) => Err(bug.0),
                        Ok(_) | Err(CallError::Refused(_)) => Ok(()),
                    }
                }
            },
        }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        let reply = match line.strip_prefix("second ") {
            Some(line) => self.second.run(&mut self.playground, line),
            None => self.shell.run(&mut self.playground, line),
        };
        if reply.stderr.contains(&text::lab::bug("")) {
            return Err(reply.stderr);
        }
        Ok(())
    }

    /// Counts a call that leaves no entry.
    fn read(&mut self, service: &str, name: &str, accepted: bool) {
        let reads = |operation: &Operation| matches!(operation.action, Action::Read(_));
        if operation(service, name).is_some_and(reads) {
            self.reached.call(service, name, accepted);
        }
    }

    fn undo_and_redo(&mut self, before: &Before) -> Result<(), String> {
        let after = self.playground.account().clone();
        self.playground
            .undo_to(before.entries)
            .map_err(|bug| bug.0)?;
        if holds::unmetered(&before.account) != holds::unmetered(self.playground.account()) {
            return Err("undo does not invert".to_owned());
        }
        while self.playground.redo().map_err(|bug| bug.0)? {}
        if holds::unmetered(&after) != holds::unmetered(self.playground.account()) {
            return Err("redo does not bring back".to_owned());
        }
        Ok(())
    }

    /// The whole log, replayed, makes the same account; the lists that the services give hold all there is.
    fn end(&mut self) {
        let again = Playground::import(&self.playground.export())
            .map_err(|problem| format!("{problem:?}"))
            .and_then(|again| {
                let same = holds::unmetered(again.account())
                    == holds::unmetered(self.playground.account())
                    && again.log() == self.playground.log();
                same.then_some(())
                    .ok_or_else(|| "the log, replayed, makes another account".to_owned())
            });
        self.must(again);
        let listed = holds::lists(&mut self.playground);
        self.must(listed);
    }
}

/// A call as an AWS client sends it.
fn request(service: &str, name: &str, input: &Value) -> Request {
    let (target, signed) = match service {
        "kms" => ("TrentService", "kms"),
        _ => ("BaldrApiService", "cloudhsm"),
    };
    Request {
        method: "POST".to_owned(),
        url: format!("https://{signed}.us-east-1.amazonaws.com/"),
        headers: vec![
            (
                "content-type".to_owned(),
                "application/x-amz-json-1.1".to_owned(),
            ),
            ("x-amz-target".to_owned(), format!("{target}.{name}")),
            (
                "authorization".to_owned(),
                format!(
                    "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/{signed}/aws4_request"
                ),
            ),
        ],
        body: input.to_string().into_bytes(),
    }
}
