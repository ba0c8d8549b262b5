//! The lines that break each rule end in exactly that refusal, and the fix of what keeps the tool from the HSMs lets it start. The named
//! scenarios are made by the builder, so that these tests say nothing about the scenarios' own lines.

use super::builder::Rehearsal;
use super::{START, seed};
use crate::rules::{HSM, Rule, scripts};

/// The account of a named scenario, with the passwords that a reader would fill in.
fn scenario(id: &str) -> Option<Rehearsal> {
    let mut rehearsal = match id {
        "uninitialized" => Rehearsal::created(),
        "initialized" => Rehearsal::initialized(),
        "active" => Rehearsal::active(1),
        "ready-cluster" | "store-connected" | "store-with-key" => Rehearsal::active(2),
        _ => return None,
    };
    rehearsal.ok("ADMIN_PASSWORD=adminPswd KMSUSER_PASSWORD=kmsPswd");
    if !matches!(id, "uninitialized" | "initialized" | "active") {
        rehearsal.lines(&[
            START,
            "loginHSM CO admin adminPswd",
            "createUser CU kmsuser kmsPswd",
            "y",
            "quit",
        ]);
    }
    if id.starts_with("store-") {
        let store = seed::connect(&mut rehearsal, "kmsPswd");
        if id == "store-with-key" {
            rehearsal.ok(&format!(
                "aws kms create-key --origin AWS_CLOUDHSM --custom-key-store-id {store}"
            ));
        }
    }
    Some(rehearsal)
}

/// Runs the lines that break a rule. `tests/rules.rs` runs those that take a second terminal.
fn broken(rule: &Rule) -> Option<Rehearsal> {
    let (first, lines) = rule.break_it.split_once('\n')?;
    if lines.lines().any(|line| scripts::terminal(line).0 != 0) {
        return None;
    }
    let mut rehearsal = scenario(first.strip_prefix("lab scenario ")?)?;
    for line in lines.lines() {
        let reply = rehearsal.line(line);
        assert!(
            reply.stderr.is_empty(),
            "{}: {line}: {}",
            rule.id,
            reply.stderr
        );
    }
    Some(rehearsal)
}

#[test]
fn every_rule_is_broken_by_its_own_lines() {
    let mut seen = Vec::new();
    for rule in HSM {
        if let Some(rehearsal) = broken(rule) {
            assert_eq!(rehearsal.refused_by(), rule.id);
            seen.push(rule.id);
        }
    }
    let missing: Vec<_> = HSM
        .iter()
        .map(|rule| rule.id)
        .filter(|id| !seen.contains(id))
        .collect();
    // A lost HSM takes a second terminal, and a full table a thousand users.
    assert_eq!(missing, ["hsm.server-gone", "hsm.users-full"]);
}

#[test]
fn the_fix_of_a_failed_start_lets_the_tool_start() {
    for rule in HSM {
        // Initialising takes a signed certificate.
        let at_start = rule.raises.iter().any(|raise| raise.on == "hsm:start");
        if !at_start || rule.id == "hsm.cluster-not-initialized" {
            continue;
        }
        let mut rehearsal = broken(rule).unwrap();
        if rule.id == "hsm.client-not-attached" {
            // What comes next, an HSM that is not initialized, is another rule's.
            continue;
        }
        let fix = rehearsal.playground.last_refusal().unwrap().fix.clone();
        let printed = rehearsal.lines(&fix.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(
            printed.ends_with("aws-cloudhsm>"),
            "{}: {fix:?}: {printed}",
            rule.id
        );
    }
}

#[test]
fn the_fix_of_a_refused_login_logs_in() {
    for id in [
        "hsm.login-type",
        "hsm.login-other-type",
        "hsm.wrong-password",
    ] {
        let mut rehearsal = broken(crate::rules::rule(id).unwrap()).unwrap();
        let fix = rehearsal.playground.last_refusal().unwrap().fix.clone();
        let printed = rehearsal.lines(&fix.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(printed.starts_with("loginHSM success"), "{id}: {fix:?}");
    }
}

#[test]
fn the_fix_of_a_missing_anchor_finds_the_file_on_the_host() {
    for id in ["hsm.anchor-missing", "hsm.anchor-other", "hsm.unencrypted"] {
        let rule = crate::rules::rule(id).unwrap();
        let (_, lines) = rule.break_it.split_once('\n').unwrap();
        let mut rehearsal = Rehearsal::initialized();
        rehearsal.ok("cp /opt/cloudhsm/etc/customerCA.crt customerCA.crt");
        rehearsal.lines(&lines.lines().collect::<Vec<_>>());
        let fix = rehearsal.playground.last_refusal().unwrap().fix.clone();
        let printed = rehearsal.lines(&fix.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(printed.contains("E2E enabled on server 0"), "{id}: {fix:?}");
    }
}
