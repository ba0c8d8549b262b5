//! Random sequences of commands through every door: they never meet a bug of ours, keep what must hold, and can be replayed and undone.
//!
//! `SEEDS=100 STEPS=200` tries more than the default, `SEED=7` begins elsewhere. A failure prints its seed and every step before it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod choose;
mod holds;
#[path = "../random/mod.rs"]
mod random;
mod states;

use keystore_playground::api::wire::Request;
use keystore_playground::command::{Command, LabCommand};
use keystore_playground::playground::Playground;
use keystore_playground::shell::{Shell, command_line};
use keystore_playground::text;
use serde_json::Value;

use choose::{Doing, choose};
use random::{Before, Random, begun, setting};

/// Where half of the sequences begin.
const SCENARIOS: &[&str] = &[
    "store-with-key",
    "store-connected",
    "ready-cluster",
    "store-failed",
    "initialized",
    "store-disconnected",
];

#[test]
fn random_sequences_keep_what_must_hold() {
    let first = setting("SEED", 0);
    let steps = setting("STEPS", 50);
    let mut done = [0; 2];
    for seed in first..first + setting("SEEDS", 8) {
        let mut sequence = Sequence::new(seed);
        for _ in 0..steps {
            sequence.step();
        }
        sequence.end();
        done[0] += sequence.accepted;
        done[1] += sequence.refused;
    }
    println!(
        "accepted {}, refused {} of {} calls",
        done[0],
        done[1],
        done[0] + done[1]
    );
    assert!(
        done.iter().all(|count| *count > 0),
        "calls that are accepted and calls that are refused: {done:?}"
    );
}

struct Sequence {
    seed: u64,
    random: Random,
    playground: Playground,
    shell: Shell,
    told: Vec<String>,
    accepted: u64,
    refused: u64,
}

impl Sequence {
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let scenario = if seed.is_multiple_of(2) {
            *random.pick(SCENARIOS)
        } else {
            "network"
        };
        let playground = begun(scenario);
        Self {
            seed,
            random,
            shell: playground.shell(),
            playground,
            told: vec![format!("lab scenario {scenario}")],
            accepted: 0,
            refused: 0,
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
        let doing = choose(&mut self.random, self.playground.account());
        self.told.push(format!("{doing:?}"));
        let result = self.carry_out(doing);
        self.must(result);
        self.must(before.unchanged_by_refusals(&self.playground));
        self.must(holds::everything(self.playground.account()));
        if before.grew(&self.playground) {
            let added = self.playground.log()[before.entries..].to_vec();
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
                let undone = self.undo_and_redo(&before, added.len());
                self.must(undone);
            }
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
                    self.count(response.status < 400);
                    Ok(())
                }
                _ => {
                    let answer = self
                        .playground
                        .call(service, name, "us-east-1", input)
                        .map_err(|bug| bug.0)?;
                    self.count(answer.is_ok());
                    Ok(())
                }
            },
        }
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        let reply = self.shell.run(&mut self.playground, line);
        if reply.stderr.contains(&text::lab::bug("")) {
            return Err(reply.stderr);
        }
        self.count(reply.exit_code == 0);
        Ok(())
    }

    fn count(&mut self, accepted: bool) {
        if accepted {
            self.accepted += 1;
        } else {
            self.refused += 1;
        }
    }

    fn undo_and_redo(&mut self, before: &Before, entries: usize) -> Result<(), String> {
        let after = self.playground.account().clone();
        for _ in 0..entries {
            self.playground.undo().map_err(|bug| bug.0)?;
        }
        if holds::unmetered(&before.account) != holds::unmetered(self.playground.account()) {
            return Err("undo does not invert".to_owned());
        }
        for _ in 0..entries {
            self.playground.redo().map_err(|bug| bug.0)?;
        }
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
