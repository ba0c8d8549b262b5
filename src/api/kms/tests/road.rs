//! Keys along the real road: the same bytes again, replay, and every rule cured by what it offers.

use std::sync::{Mutex, OnceLock};

use serde_json::{Value, json};

use crate::playground::{Options, Pace, Playground};
use crate::rules::{KEYS, Rule};
use crate::shell::{Reply, Shell};
use crate::sim::Memo;

const REGION: &str = "us-east-1";

/// A terminal on an account whose clock only the lines move.
struct Road {
    playground: Playground,
    shell: Shell,
}

impl Road {
    fn new() -> Self {
        Self::seeded(0)
    }

    fn seeded(seed: u64) -> Self {
        let mut playground = Playground::new(Options {
            pace: Pace::Manual,
            seed,
            ..Options::default()
        });
        playground.remember(memo().lock().unwrap().clone());
        let shell = playground.shell();
        Self { playground, shell }
    }

    fn line(&mut self, line: &str) -> Reply {
        let reply = self.shell.run(&mut self.playground, line);
        memo()
            .lock()
            .unwrap()
            .absorb(self.playground.memo().clone());
        reply
    }

    fn ok(&mut self, line: &str) -> String {
        let reply = self.line(line);
        assert_eq!(
            reply.exit_code, 0,
            "{line}: {}{}",
            reply.stdout, reply.stderr
        );
        reply.stdout
    }

    fn call(&mut self, name: &str, input: Value) -> Value {
        self.playground.call("kms", name, REGION, input).unwrap()
    }
}

/// RSA key pairs, which cost more than everything else here.
fn memo() -> &'static Mutex<Memo> {
    static MEMO: OnceLock<Mutex<Memo>> = OnceLock::new();
    MEMO.get_or_init(Mutex::default)
}

/// Makes, uses and ends keys; answers everything that was answered.
fn life(road: &mut Road) -> Vec<Value> {
    road.ok("lab scenario store-connected");
    let store = road.playground.account().regions[REGION]
        .key_stores
        .keys()
        .next()
        .unwrap()
        .clone();
    let mut answers = vec![road.call(
        "CreateKey",
        json!({ "Origin": "AWS_CLOUDHSM", "CustomKeyStoreId": store }),
    )];
    let key = answers[0]["KeyMetadata"]["KeyId"].clone();
    for (name, input) in [
        ("Encrypt", json!({ "KeyId": key, "Plaintext": "aGVsbG8=" })),
        ("Encrypt", json!({ "KeyId": key, "Plaintext": "aGVsbG8=" })),
        (
            "GenerateDataKey",
            json!({ "KeyId": key, "KeySpec": "AES_256" }),
        ),
        (
            "GenerateRandom",
            json!({ "NumberOfBytes": 16, "CustomKeyStoreId": store }),
        ),
        ("ScheduleKeyDeletion", json!({ "KeyId": key })),
        ("CancelKeyDeletion", json!({ "KeyId": key })),
    ] {
        answers.push(road.call(name, input));
    }
    road.call("EnableKey", json!({ "KeyId": key }));
    let opened = road.call(
        "Decrypt",
        json!({ "CiphertextBlob": answers[1]["CiphertextBlob"] }),
    );
    assert_eq!(opened["Plaintext"], "aGVsbG8=");
    answers.push(opened);
    answers
}

#[test]
fn the_same_seed_and_commands_give_the_same_bytes() {
    let (mut first, mut second) = (Road::new(), Road::new());
    let answers = life(&mut first);
    assert_eq!(answers, life(&mut second));
    assert_ne!(
        answers[1]["CiphertextBlob"], answers[2]["CiphertextBlob"],
        "a nonce was used twice"
    );
    let mut other = Road::seeded(1);
    assert_ne!(answers[0], life(&mut other)[0]);
}

#[test]
fn a_refused_call_shifts_no_bytes() {
    let (mut first, mut second) = (Road::new(), Road::new());
    for road in [&mut first, &mut second] {
        road.ok("lab scenario store-with-key");
    }
    assert_ne!(
        second
            .line("aws kms encrypt --key-id nothing --plaintext aGVsbG8=")
            .exit_code,
        0
    );
    let line = "aws kms generate-random --number-of-bytes 8";
    assert_eq!(first.ok(line), second.ok(line));
}

#[test]
fn a_replayed_log_gives_the_same_account_without_the_plaintext() {
    let mut road = Road::new();
    let answers = life(&mut road);
    let before = road.playground.account().clone();
    let saved = road.playground.export();
    for clear in answers
        .iter()
        .filter_map(|answer| answer["Plaintext"].as_str())
    {
        assert!(!saved.contains(clear), "the save holds a plaintext");
    }
    let replayed = Playground::import(&saved).unwrap();
    assert_eq!(*replayed.account(), before);
    // Undo replays the log as well.
    assert!(road.playground.undo().unwrap());
    assert!(road.playground.redo().unwrap());
    assert_eq!(*road.playground.account(), before);
}

/// Runs the lines that break a rule; returns the last line's reply.
fn broken(rule: &Rule) -> (Road, Reply) {
    let mut road = Road::new();
    road.ok("PLAINTEXT=aGVsbG8= ENCRYPTION_CONTEXT=Purpose=Test TAGS=TagKey=a,TagValue=b ALIAS=alias/mine");
    let (road_there, last) = rule
        .break_it
        .rsplit_once('\n')
        .unwrap_or(("", rule.break_it));
    for line in road_there.lines() {
        road.ok(line);
    }
    let reply = road.line(last);
    (road, reply)
}

/// Rules whose fix repairs something, so that the same request is accepted afterwards.
const REPAIRED: &[&str] = &[
    "keys.alias-quota",
    "keys.cluster-gone",
    "keys.disabled",
    "keys.hsm-full",
    "keys.hsms-reachable",
    "keys.no-active-hsm",
    "keys.other-account",
    "keys.pending-deletion",
    "keys.quota",
    "keys.sessions-free",
    "keys.unavailable",
    "keys.unreachable",
];

/// Rules without a fix that could be run: nothing is wrong, no command helps, or only the reader knows what was meant.
const NOTHING_TO_RUN: &[&str] = &[
    "keys.ciphertext-given",
    "keys.ciphertext-known",
    "keys.material-lost",
    "keys.not-pending",
    "keys.import-origin",
    "keys.multi-region",
    "keys.not-simulated",
    "keys.other-usage",
    "keys.public-key",
    "keys.rotation-in-store",
];

/// A fix repairs what is broken, or is the request once more without what was wrong.
#[test]
fn the_fix_cures_what_was_refused() {
    for rule in KEYS {
        if NOTHING_TO_RUN.contains(&rule.id) {
            continue;
        }
        let (mut road, reply) = broken(rule);
        let fix = reply.refused.unwrap().fix;
        assert!(!fix.is_empty(), "{} has no fix", rule.id);
        road.ok("lab fix");
        if REPAIRED.contains(&rule.id) {
            road.ok(rule.break_it.lines().last().unwrap());
        }
    }
}
