//! Every offered fix, run from every place where it is offered, ends in what was wanted: the page's own terminal, the reader's, the
//! checklist of a key store, and a key store whose connection failed.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use keystore_playground::api::Explanation;
use keystore_playground::command::{Command, Outcome};
use keystore_playground::model::ConnectionState;
use keystore_playground::playground::{
    Entry, Options, Pace, Playground, Requirement, State, StoreForm,
};
use keystore_playground::rules::{self, Rule, scripts};
use keystore_playground::shell::{self, Shell};
use keystore_playground::sim::Memo;

const REGION: &str = "us-east-1";

/// Rules whose fix goes well and does not end in the refused call, and why that is right.
const LEADS_PAST: &[(&str, &str)] = &[
    (
        "cloudhsm.request-matches",
        "the reader signs the request that it takes out",
    ),
    (
        "cloudhsm.initializable-hsm",
        "the certificates of its script are no certificates",
    ),
    ("keys.alias-free", "the alias is led to the key instead"),
    ("keys.pair-in-store", "a data key instead of a pair of keys"),
];

/// Rules whose fix stops at a failure, and why that is right.
const STOPS: &[(&str, &str)] = &[
    (
        "hsm.client-not-attached",
        "the cluster of its script is not initialized yet",
    ),
    (
        "hsm.cluster-not-initialized",
        "the reader signs the certificate request first",
    ),
    (
        "keys.ciphertext-given",
        "only the reader has a ciphertext that was made here",
    ),
    (
        "keys.ciphertext-known",
        "only the reader has a ciphertext that was made here",
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// A refusal on the page: its fix is typed in a terminal of its own.
    Page,
    /// A refusal in the terminal: its fix is typed where it happened.
    Terminal,
}

#[test]
fn a_fix_of_a_refusal_ends_in_what_was_wanted_on_the_page_and_in_the_terminal() {
    let mut memo = Memo::default();
    let mut wrong = Vec::new();
    for rule in rules::all().filter(|rule| !rule.break_it.is_empty()) {
        for place in [Place::Page, Place::Terminal] {
            if let Err(problem) = fixed(rule, place, &mut memo) {
                wrong.push(format!("{} ({place:?}): {problem}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn playground(memo: &Memo) -> Playground {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    playground.remember(memo.clone());
    playground
}

/// Breaks a rule and runs its fix in a place.
fn fixed(rule: &Rule, place: Place, memo: &mut Memo) -> Result<(), String> {
    let mut playground = playground(memo);
    let mut terminals = [Shell::new(REGION), Shell::new(REGION)];
    let (why, mut terminal) = match place {
        Place::Page => {
            let why = playground.type_script(REGION, rule.break_it).why;
            (why, Shell::new(REGION))
        }
        Place::Terminal => {
            let mut last = (None, 0);
            for (number, line) in rule.break_it.lines().map(scripts::terminal) {
                last = (terminals[number].run(&mut playground, line).refused, number);
            }
            let why = last
                .0
                .or_else(|| failed_store(&playground).map(|(_, why)| why));
            let [first, second] = terminals;
            (why, if last.1 == 0 { first } else { second })
        }
    };
    memo.absorb(playground.memo().clone());
    let Some(why) = why.filter(|why| !why.fix.is_empty()) else {
        return Ok(());
    };
    let entries = playground.log().len();
    let refused = playground.log().last().cloned();
    let refused = refused.filter(|entry| entry.outcome.rule == rule.id);
    for line in filled(rule, &why.fix) {
        let reply = terminal.run(&mut playground, &line);
        if reply.refused.is_some() || (reply.exit_code != 0 && !reply.stderr.is_empty()) {
            if STOPS.iter().any(|(id, _)| *id == rule.id) {
                return Ok(());
            }
            return Err(format!("{:?} stops at `{line}`: {}", why.fix, reply.stderr));
        }
    }
    memo.absorb(playground.memo().clone());
    if shell::only_look(&why.fix) || LEADS_PAST.iter().any(|(id, _)| *id == rule.id) {
        return Ok(());
    }
    if let Some((store, why)) = failed_store(&playground) {
        return Err(format!("{store} still fails: {}", why.what));
    }
    match refused {
        Some(entry) => wanted(&mut playground, entry, entries)
            .map_err(|problem| format!("{:?}: {problem}", why.fix)),
        None => Ok(()),
    }
}

/// The refused call was made by the fix, or goes well now.
fn wanted(playground: &mut Playground, refused: Entry, entries: usize) -> Result<(), String> {
    let Command::Aws {
        service, operation, ..
    } = &refused.command
    else {
        return Ok(());
    };
    let made = playground.log()[entries..].iter().any(|entry| {
        !entry.outcome.refused
            && matches!(&entry.command, Command::Aws { service: s, operation: o, .. } if s == service && o == operation)
    });
    if made {
        return Ok(());
    }
    match playground.run(refused.command) {
        Ok(Outcome::Refused(error)) => Err(format!(
            "refused again by {}: {}",
            error.explanation.rule_id, error.explanation.what
        )),
        Ok(_) => Ok(()),
        Err(bug) => Err(bug.0),
    }
}

/// A key store whose connection failed, and why.
fn failed_store(playground: &Playground) -> Option<(String, Explanation)> {
    let stores = &playground.account().region(REGION)?.key_stores;
    let store = stores
        .values()
        .find(|store| store.state == ConnectionState::Failed)?;
    let failure = store.failure.as_ref()?;
    let why = Explanation::of_failure(playground.account(), REGION, &store.id, failure)?;
    Some((store.id.clone(), why))
}

/// The lines of a fix with what a reader fills in.
fn filled(rule: &Rule, fix: &[String]) -> Vec<String> {
    let given = |hole: String| {
        let word = filling(rule, &hole).to_owned();
        (hole, word)
    };
    shell::filled(fix, &shell::holes(fix).into_iter().map(given).collect())
}

/// What a reader fills in where a fix asks.
fn filling<'a>(rule: &Rule, hole: &'a str) -> &'a str {
    match hole {
        "ADMIN_PASSWORD"
            if rule.break_it.contains("lab scenario initialized")
                && !rule.break_it.contains("adminPswd") =>
        {
            "password"
        }
        "ADMIN_PASSWORD" => "adminPswd",
        "KMSUSER_PASSWORD" | "KEY_STORE_PASSWORD" => "kmsPswd",
        "PLAINTEXT" => "aGVsbG8=",
        "ENCRYPTION_CONTEXT" => "Purpose=Test",
        "ALIAS" => "alias/mine",
        "TAGS" => "TagKey=Purpose,TagValue=Test",
        other => other,
    }
}

#[test]
fn a_fix_of_the_checklist_meets_its_requirement() {
    let mut memo = Memo::default();
    let mut wrong = Vec::new();
    for rule in rules::all().filter(|rule| !rule.break_it.is_empty()) {
        let before = broken(rule, &mut memo);
        for (place, requirement) in requirements(&before) {
            if requirement.fix.is_empty() || shell::only_look(&requirement.fix) {
                continue;
            }
            let mut playground = broken(rule, &mut memo);
            let lines = filled(rule, &requirement.fix);
            let typing = playground.type_lines(REGION, &lines);
            let state = requirements(&playground)
                .into_iter()
                .find(|(other, after)| *other == place && after.rule == requirement.rule)
                // A store that is connected is asked for nothing any more.
                .map_or(State::Met, |(_, after)| after.state);
            if state != State::Met {
                let why = typing.why.map(|why| why.what);
                let last = typing
                    .typed
                    .iter()
                    .rfind(|typed| !typed.reply.stderr.is_empty());
                let last = last.map(|typed| (&typed.line, &typed.reply.stderr));
                wrong.push(format!(
                    "{} after {}, {place}: {:?}: {why:?} {last:?}",
                    requirement.rule, rule.id, requirement.fix
                ));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn broken(rule: &Rule, memo: &mut Memo) -> Playground {
    let mut playground = playground(memo);
    playground.type_script(REGION, rule.break_it);
    memo.absorb(playground.memo().clone());
    playground
}

/// What the page asks for beside the form of a key store and on the pages of the stores that may be connected, with the place.
fn requirements(playground: &Playground) -> Vec<(String, Requirement)> {
    let region = playground.account().region(REGION).unwrap();
    let mut all = Vec::new();
    for cluster in region.clusters.values() {
        let form = StoreForm {
            name: "AnotherStore",
            cluster: &cluster.id,
            anchor: cluster.trust_anchor.as_deref().unwrap_or_default(),
            password: "kmsPswd",
        };
        let found = playground.prerequisites(REGION, form);
        all.extend(found.into_iter().map(|found| (cluster.id.clone(), found)));
    }
    let stores = region.key_stores.values();
    for store in stores.filter(|store| store.state == ConnectionState::Disconnected) {
        let found = playground.connection_prerequisites(REGION, &store.id);
        all.extend(found.into_iter().map(|found| (store.id.clone(), found)));
    }
    all
}
