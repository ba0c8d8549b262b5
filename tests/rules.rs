//! Every rule: registered once, worded, cited, and real. The script that breaks it ends in exactly this rule.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use keystore_playground::command::{Command, HostAction};
use keystore_playground::pki::{self, RsaKey};
use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::rules::{self, Raised, Rule};
use keystore_playground::sim::Memo;
use keystore_playground::text;

/// Rules whose failure a single terminal in a new account cannot show in a few lines; each is covered where it says.
const BROKEN_ELSEWHERE: &[(&str, &str)] = &[
    (
        "request.scope",
        "needs a request of another signer; see tests/wire.rs",
    ),
    (
        "request.unsigned",
        "needs a request without a signature; see tests/wire.rs",
    ),
    (
        "kms.store-quota",
        "needs eleven clusters; see `ten_key_stores_are_the_most`",
    ),
    (
        "hsm.users-full",
        "needs 1,000 users; see the tests of the HSM tools",
    ),
    (
        "hsm.server-gone",
        "needs a second terminal; see the tests of the HSM tools",
    ),
];

#[test]
fn ids_are_unique_and_every_rule_is_worded_and_cited() {
    let mut ids = BTreeSet::new();
    for rule in rules::all() {
        assert!(ids.insert(rule.id), "{} is registered twice", rule.id);
        let words = text::words(rule.id);
        assert_eq!(words.rule, rule.id, "{} has no words", rule.id);
        for sentence in [words.what, words.why, words.todo] {
            assert!(!sentence.is_empty(), "{} lacks a sentence", rule.id);
        }
        assert!(!rule.docs.is_empty(), "{} names no documentation", rule.id);
        for doc in rule.docs {
            assert!(
                doc.url().starts_with("https://docs.aws.amazon.com/"),
                "{}",
                rule.id
            );
        }
    }
}

#[test]
fn no_two_rules_of_an_operation_have_the_same_place() {
    let mut places: BTreeMap<(&str, u16), &str> = BTreeMap::new();
    for rule in rules::all() {
        for raise in rule
            .raises
            .iter()
            .filter(|raise| raise.error != Raised::Hsm)
        {
            if let Some(other) = places.insert((raise.on, raise.order), rule.id) {
                panic!(
                    "{other} and {} are both {} of {}",
                    rule.id, raise.order, raise.on
                );
            }
        }
    }
}

#[test]
fn every_operation_that_a_rule_names_exists() {
    for rule in rules::all() {
        for raise in rule.raises {
            let operation = raise.on.split('/').next().unwrap();
            let (service, name) = operation.split_once(':').unwrap();
            let known = name == "*"
                || service == "hsm"
                || keystore_playground::api::operation(service, name).is_some();
            assert!(known, "{} names {}", rule.id, raise.on);
        }
    }
}

#[test]
fn what_breaks_a_rule_breaks_exactly_this_rule() {
    let mut memo = Memo::default();
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let elsewhere = BROKEN_ELSEWHERE.iter().any(|(id, _)| *id == rule.id);
        if rule.break_it.is_empty() {
            if !elsewhere && !covered_by_a_case(rule) {
                wrong.push(format!(
                    "{} has no script, and no case of tests/matrix names it",
                    rule.id
                ));
            }
            continue;
        }
        let found = break_it(rule, &mut memo);
        if found != rule.id {
            wrong.push(format!("{} ended in {found}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rule in which the script of `rule` ends.
fn break_it(rule: &Rule, memo: &mut Memo) -> String {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    playground.remember(memo.clone());
    let mut shell = playground.shell();
    let lines: Vec<&str> = rule.break_it.lines().collect();
    let (last, before) = lines.split_last().unwrap();
    for line in before {
        let reply = shell.run(&mut playground, line);
        assert_eq!(
            reply.exit_code, 0,
            "{}: `{line}`: {}{}",
            rule.id, reply.stdout, reply.stderr
        );
    }
    let reply = shell.run(&mut playground, last);
    memo.absorb(playground.memo().clone());
    reply.refused.map_or_else(
        || format!("nothing: {}{}", reply.stdout, reply.stderr),
        |refused| refused.rule_id,
    )
}

/// Whether a case of tests/matrix ends in this rule, by its id or by the connection error code that only it raises.
fn covered_by_a_case(rule: &Rule) -> bool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix");
    let cases: String = fs::read_dir(folder)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let code = rule.raises.iter().find_map(|raise| match raise.error {
        Raised::ConnectionError(code) => Some(code),
        _ => None,
    });
    cases.contains(&format!("expect rule {}\n", rule.id))
        || code.is_some_and(|code| cases.contains(&format!("expect store FAILED {code}\n")))
}

#[test]
fn a_certificate_of_a_computer_ahead_of_the_simulated_clock_is_waited_for() {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    shell.run(&mut playground, "lab scenario uninitialized");
    let account = playground.account();
    let cluster = account.regions["us-east-1"]
        .clusters
        .values()
        .next()
        .unwrap()
        .clone();
    let read = |name: &str| {
        fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests/certificates")
                .join(name),
        )
        .unwrap()
    };
    let (ca, key) = (
        read("customerCA.crt"),
        RsaKey::from_pem(&read("customerCA.key")).unwrap(),
    );
    let ahead = account.now.seconds() + 3_600;
    let signed = pki::sign_request(
        cluster.certificates.csr.as_ref().unwrap(),
        &ca,
        &key,
        7,
        ahead,
        ahead + 86_400,
    )
    .unwrap();
    for (name, text) in [("a.crt", signed), ("customerCA.crt", ca)] {
        let action = HostAction::WriteFile {
            path: format!("/home/ec2-user/{name}"),
            text,
        };
        let region = "us-east-1".to_owned();
        playground.run(Command::Host { region, action }).unwrap();
    }
    let line = format!(
        "aws cloudhsmv2 initialize-cluster --cluster-id {} --signed-cert file://a.crt --trust-anchor file://customerCA.crt",
        cluster.id
    );
    let refused = shell.run(&mut playground, &line).refused.unwrap();
    assert_eq!(refused.rule_id, "cloudhsm.certificates-valid-now");
    assert_eq!(shell.run(&mut playground, "lab fix").exit_code, 0);
    let reply = shell.run(&mut playground, &line);
    assert_eq!(reply.exit_code, 0, "{}", reply.stderr);
}
