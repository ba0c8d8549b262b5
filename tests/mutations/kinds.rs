//! How an input of each kind is tried.

use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use keystore_playground::api::wire::Request;
use keystore_playground::playground::Playground;
use keystore_playground::shell::{Reply, Shell};
use keystore_playground::text;
use serde_json::Value;

use super::Try;
use super::random::{Before, begun};
use super::watch::{GLANCE, Watch};
use crate::stopwatch::Stopwatch;

/// What `lab undo` and what follows a bug say to a reader.
pub fn is_bug(words: &str) -> bool {
    words.contains(&text::lab::bug(""))
}

/// A message without what differs from call to call: its first words, of those that the input does not hold.
pub fn class(text: &str, input: &str) -> String {
    let line = text
        .lines()
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    let words = line.split(|letter: char| !letter.is_ascii_alphabetic());
    let own = words.filter(|word| word.len() > 2 && !input.contains(word));
    own.take(5).collect::<Vec<_>>().join(" ")
}

pub fn outcome(reply: &Reply, input: &str) -> String {
    let rule = reply
        .refused
        .as_ref()
        .map_or("", |refused| &refused.rule_id);
    format!("{} {rule} {}", reply.exit_code, class(&reply.stderr, input))
}

/// Back to the log as it was; what was tried may have taken it apart.
fn back(playground: &mut Playground, before: &Before, scenario: &str) {
    if before.grew(playground) {
        playground.undo_to(before.entries).unwrap();
    } else {
        *playground = begun(scenario);
    }
}

/// The time that making an RSA key pair of 1024 bits may take; it grows with the fourth power of the length. A reader can interrupt it.
const KEY_PAIR: Duration = Duration::from_millis(20);

/// Lines, typed one after the other into a terminal of its own.
pub fn shell() -> Try {
    let scenario = "store-with-key";
    let mut playground = begun(scenario);
    Box::new(move |input, watch| {
        let before = Before::of(&playground);
        let mut shell = playground.shell();
        let text = String::from_utf8_lossy(input);
        let mut found = String::new();
        for line in text.split('\n') {
            let reply = typed(&mut playground, &mut shell, line, watch);
            if is_bug(&reply.stderr) {
                return Err(reply.stderr);
            }
            found = outcome(&reply, &text);
            if watch.is_over() {
                break;
            }
        }
        let completion = watch.piece(|| shell.complete(&playground, &text, text.len()));
        if completion.start > text.len() {
            return Err("the completion begins beyond the line".to_owned());
        }
        before.unchanged_by_refusals(&playground)?;
        back(&mut playground, &before, scenario);
        Ok(found)
    })
}

/// Runs a line as the page does, with a look at the clock wherever it may pause.
fn typed(playground: &mut Playground, shell: &mut Shell, line: &str, watch: &Watch) -> Reply {
    let known = playground.memo().keys().clone();
    let stopwatch = Stopwatch::start();
    let (mut slowest, mut last) = (Duration::ZERO, Stopwatch::start());
    let mut looked = Instant::now();
    shell.start(playground, line);
    let reply = loop {
        let reply = shell.resume(playground, &mut || {
            if looked.elapsed() > GLANCE {
                looked = Instant::now();
                slowest = slowest.max(last.elapsed());
                last = Stopwatch::start();
            }
            watch.goes_on();
            false
        });
        if let Some(reply) = reply {
            break reply;
        }
    };
    watch.was_deaf(slowest.max(last.elapsed()));
    let keys = playground.memo().keys().keys();
    let made: u32 = keys
        .filter(|name| !known.contains_key(*name))
        .filter_map(|name| name.rsplit('/').next()?.parse::<u32>().ok())
        .map(|bits| bits.div_ceil(1024).pow(4))
        .sum();
    watch.took(stopwatch.elapsed().saturating_sub(KEY_PAIR * made));
    reply
}

/// A file that is given wherever a certificate, a request or a key belongs.
pub fn pem() -> Try {
    let mut waiting = begun("uninitialized");
    let mut initialized = begun("ready-cluster");
    Box::new(move |input, watch| {
        let given = String::from_utf8_lossy(input);
        let mut found = String::new();
        for (playground, scenario, lines) in [
            (&mut waiting, "uninitialized", WAITING),
            (&mut initialized, "ready-cluster", READY),
        ] {
            let start = Before::of(playground);
            let mut shell = playground.shell();
            // Bytes that are no text come into a file as they would from a real tool.
            shell.run(
                playground,
                &format!("echo {} | base64 -d > given", STANDARD.encode(input)),
            );
            for line in lines {
                let before = Before::of(playground);
                let reply = watch.piece(|| shell.run(playground, line));
                if is_bug(&reply.stderr) {
                    return Err(format!("{line}: {}", reply.stderr));
                }
                before
                    .unchanged_by_refusals(playground)
                    .map_err(|problem| format!("{line}: {problem}"))?;
                found += &outcome(&reply, &given);
            }
            back(playground, &start, scenario);
        }
        Ok(found)
    })
}

const WAITING: &[&str] = &[
    "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
    "aws cloudhsmv2 initialize-cluster --cluster-id $C --signed-cert file://given --trust-anchor file://given",
    "openssl x509 -in given -noout -text",
    "openssl x509 -in given -inform der -noout -subject -issuer -dates -fingerprint",
    "openssl req -in given -noout -text",
    "openssl rsa -in given -noout -text",
    "openssl verify -CAfile given given",
    "lab sign given",
];

const READY: &[&str] = &[
    "C=$(aws cloudhsmv2 describe-clusters --query 'Clusters[0].ClusterId' --output text)",
    "aws kms create-custom-key-store --custom-key-store-name Example --cloud-hsm-cluster-id $C --key-store-password kmsPswd --trust-anchor-certificate file://given",
    "openssl x509 -req -in given -CA customerCA.crt -CAkey customerCA.key -CAcreateserial -days 3",
];

/// A target in the first line, the body in those after it; further lines that begin with `@` are header fields.
pub fn wire() -> Try {
    let scenario = "store-with-key";
    let mut playground = begun(scenario);
    Box::new(move |input, watch| {
        let mut lines = input.splitn(2, |&byte| byte == b'\n');
        let head = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
        let body = filled(&playground, lines.next().unwrap_or_default());
        let given = String::from_utf8_lossy(input).into_owned();
        let mut words = head.split('\t');
        let target = words.next().unwrap_or_default();
        let service = if target.starts_with("Trent") {
            "kms"
        } else {
            "cloudhsm"
        };
        let credential = words.next().map_or_else(
            || {
                format!(
                    "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/{service}/aws4_request"
                )
            },
            str::to_owned,
        );
        let request = Request {
            method: "POST".to_owned(),
            url: format!("https://{service}.us-east-1.amazonaws.com/"),
            headers: vec![
                (
                    "content-type".to_owned(),
                    "application/x-amz-json-1.1".to_owned(),
                ),
                ("x-amz-target".to_owned(), target.to_owned()),
                ("authorization".to_owned(), credential),
            ],
            body,
        };
        let before = Before::of(&playground);
        let response = watch.piece(|| playground.handle(&request));
        let response = response.map_err(|bug| bug.0)?;
        if response.status >= 400 {
            before.unchanged_by_refusals(&playground)?;
            if playground.log().len() > before.entries + 1 {
                return Err("one request left several entries".to_owned());
            }
        }
        let answer: Value = serde_json::from_slice(&response.body).unwrap_or_default();
        let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        back(&mut playground, &before, scenario);
        Ok(format!(
            "{} {} {}",
            response.status,
            text("__type"),
            class(&text("message"), &given)
        ))
    })
}

/// A body in which `@KEY`, `@STORE`, `@CLUSTER` and `@BACKUP` stand for the ids of the account.
fn filled(playground: &Playground, body: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(body) else {
        return body.to_vec();
    };
    let region = playground.account().region("us-east-1").unwrap();
    let first = |ids: Option<&String>| ids.cloned().unwrap_or_default();
    text.replace("@KEY", &first(region.keys.keys().next()))
        .replace("@STORE", &first(region.key_stores.keys().next()))
        .replace("@CLUSTER", &first(region.clusters.keys().next()))
        .replace("@BACKUP", &first(region.backups.keys().next()))
        .into_bytes()
}
