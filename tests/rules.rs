//! Every rule: registered once, worded, cited, and real. The script that breaks it ends in exactly this rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use keystore_playground::command::{Command, HostAction};
use keystore_playground::pki::{self, RsaKey};
use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::rules::catalogue::{self, Wanted};
use keystore_playground::rules::{self, Raised, Rule};
use keystore_playground::sim::Memo;
use keystore_playground::text;

#[path = "common/words.rs"]
mod words;

use words::flaw;

const REGION: &str = "us-east-1";

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
        assert!(!text::title(rule.id).is_empty(), "{} has no title", rule.id);
        for general in [words.why, words.todo].map(text::sentence) {
            assert!(!general.contains(['{', '[']), "{}: {general}", rule.id);
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
            .filter(|raise| raise.error != Raised::Hsm && raise.order > 0)
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
        if rule.break_it.is_empty() {
            if text::failures::unbreakable(rule.id).is_none() {
                wrong.push(format!("{} has no script, and no reason for it", rule.id));
            }
            continue;
        }
        if text::failures::unbreakable(rule.id).is_some() {
            wrong.push(format!("{} has a script and a reason not to", rule.id));
        }
        if let Err(problem) = break_it(rule, &mut memo) {
            wrong.push(format!("{}: {problem}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Runs the script of a rule as the page does.
fn break_it(rule: &Rule, memo: &mut Memo) -> Result<(), String> {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    playground.remember(memo.clone());
    let typing = playground.type_script(REGION, rule.break_it);
    memo.absorb(playground.memo().clone());
    let before_last = rule.break_it.lines().count() - 1;
    for typed in &typing.typed[..before_last] {
        if typed.reply.exit_code != 0 {
            return Err(format!("`{}`: {}", typed.line, typed.reply.stderr));
        }
    }
    let Some(why) = typing.why else {
        let last = &typing.typed[before_last].reply;
        return Err(format!("ended in nothing: {}{}", last.stdout, last.stderr));
    };
    if why.rule_id != rule.id {
        return Err(format!("ended in {}", why.rule_id));
    }
    if let Some(flaw) = [&why.what, &why.why, &why.todo]
        .into_iter()
        .find_map(|text| flaw(text))
    {
        return Err(flaw);
    }
    let sessions = &playground.account().regions[REGION].client.sessions;
    if !sessions.is_empty() {
        return Err("left a session of a tool open".to_owned());
    }
    Ok(())
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

#[test]
fn every_entry_of_the_catalogue_has_all_its_parts() {
    for rule in rules::all() {
        assert!(!rule.raises.is_empty(), "{} is raised by nothing", rule.id);
        for raise in rule.raises {
            let (service, name) = catalogue::split(raise.on);
            assert!(!text::failures::service(service).is_empty(), "{service}");
            assert!(!name.is_empty(), "{}: {}", rule.id, raise.on);
        }
        let silent = rule.raises.iter().all(|raise| raise.error == Raised::Hsm);
        assert_eq!(rule.codes().is_empty(), silent, "{}", rule.id);
        assert!(!rule.origin.mark().1.is_empty());
        let breakable = !rule.break_it.is_empty();
        let reason = text::failures::unbreakable(rule.id);
        assert_ne!(breakable, reason.is_some(), "{}", rule.id);
    }
}

#[test]
fn the_catalogue_is_searched_and_filtered() {
    let nobody = |_: &str| false;
    let ids = |wanted: Wanted| -> Vec<&str> {
        let found = wanted.find(&nobody);
        found.into_iter().map(|rule| rule.id).collect()
    };
    let all = ids(Wanted::default());
    assert_eq!(all.len(), rules::all().count());
    let errors = |id: &&&str| {
        let mut raises = rules::rule(id).unwrap().raises.iter();
        raises.any(|raise| matches!(raise.error, Raised::ConnectionError(_)))
    };
    let first = all.iter().take_while(errors).count();
    assert_eq!(
        first,
        all.iter().filter(errors).count(),
        "connection errors come first"
    );
    let wanted = Wanted {
        code: "USER_NOT_FOUND".to_owned(),
        ..Wanted::default()
    };
    assert_eq!(ids(wanted.clone()), ["kms.kmsuser-missing"]);
    // What every operation of a service raises is found under each of them.
    let wanted_of = |operation: &str| Wanted {
        operation: operation.to_owned(),
        ..Wanted::default()
    };
    let connect = ids(wanted_of("kms:ConnectCustomKeyStore"));
    assert!(connect.contains(&"kms.startable") && connect.contains(&"request.denied"));
    assert!(
        connect.contains(&"kms.kmsuser-missing"),
        "the later part of connecting"
    );
    assert!(!connect.contains(&"kms.name-in-use"));
    let text = |text: &str| Wanted {
        text: text.to_owned(),
        ..Wanted::default()
    };
    assert!(
        ids(text("two ZONES")).contains(&"kms.two-zones"),
        "each word counts, wherever it stands"
    );
    assert!(ids(text("two zoos")).is_empty() && !ids(text("availability ZONES ")).is_empty());
    let message = "An error occurred (CloudHsmClusterInvalidConfigurationException) when calling the CreateCustomKeyStore operation: The cluster failed.";
    let meant = ids(text(message));
    assert!(meant.contains(&"kms.two-zones") && !meant.contains(&"kms.trust-anchor"));
    let other = message.replace("CreateCustomKeyStore", "CreateKey");
    assert_ne!(ids(text(&other)), meant, "the operation counts");
    assert!(ids(text("the key store says user_not_found")).contains(&"kms.kmsuser-missing"));
    assert!(ids(text("incorrecttrustanchor")).contains(&"kms.trust-anchor"));
    let met = Wanted {
        met: Some(true),
        service: "hsm".to_owned(),
        ..Wanted::default()
    };
    let locked = met.find(&|id| id == "hsm.locked" || id == "kms.two-zones");
    assert_eq!(locked.len(), 1);
    for origin in rules::Origin::ALL {
        let of = Wanted {
            origin: Some(origin),
            ..Wanted::default()
        };
        assert!(!ids(of).is_empty(), "{origin:?}");
    }
    for service in catalogue::services() {
        let operations = catalogue::operations(service);
        assert!(
            operations
                .iter()
                .all(|on| catalogue::split(on).0 == service)
        );
    }
    assert!(catalogue::codes().windows(2).all(|pair| pair[0] < pair[1]));
}
