//! What leads the reader: the checklist of a key store's prerequisites and the road, in every named scenario.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use keystore_playground::playground::{
    Options, Pace, Playground, Requirement, Road, State, Step, StoreForm,
};
use keystore_playground::rules::{self, scripts};
use keystore_playground::text;

#[path = "common/words.rs"]
mod words;

use words::flaw;

const REGION: &str = "us-east-1";

fn scenario(id: &str) -> Playground {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    run(&mut playground, &[&format!("lab scenario {id}")]);
    playground
}

fn run(playground: &mut Playground, lines: &[impl AsRef<str>]) {
    let mut shell = playground.shell();
    for line in lines {
        let reply = shell.run(playground, line.as_ref());
        assert_eq!(reply.exit_code, 0, "{}: {}", line.as_ref(), reply.stderr);
    }
}

fn cluster(playground: &Playground) -> String {
    let region = playground.account().region(REGION).unwrap();
    region.clusters.keys().next().unwrap().clone()
}

fn state(requirements: &[Requirement], rule: &str) -> (State, String) {
    let found = requirements.iter().find(|found| found.rule == rule);
    let found = found.unwrap();
    (found.state, found.found.clone())
}

#[test]
fn an_empty_form_knows_nothing_and_blames_nobody() {
    let playground = scenario("ready-cluster");
    let requirements = playground.prerequisites(REGION, StoreForm::default());
    assert!(requirements.len() >= 14);
    assert!(
        requirements
            .iter()
            .all(|found| found.state == State::Unknown)
    );
}

#[test]
fn a_filled_form_for_a_ready_cluster_meets_everything() {
    let playground = scenario("ready-cluster");
    let cluster = cluster(&playground);
    let region = playground.account().region(REGION).unwrap();
    let form = StoreForm {
        name: "ExampleKeyStore",
        cluster: &cluster,
        anchor: &region.client.files["/home/ec2-user/customerCA.crt"],
        password: "kmsPswd",
    };
    let requirements = playground.prerequisites(REGION, form);
    for found in &requirements {
        assert_eq!(found.state, State::Met, "{}: {}", found.rule, found.found);
    }
    let (_, found) = state(&requirements, "kms.two-active-hsms");
    assert_eq!(found, "2 active HSMs in us-east-1a and us-east-1b.");
    let wrong = playground.prerequisites(
        REGION,
        StoreForm {
            anchor: "customerCA.crt",
            password: "another",
            ..form
        },
    );
    assert_eq!(state(&wrong, "kms.trust-anchor").0, State::NotMet);
    assert_eq!(state(&wrong, "kms.kmsuser-password").0, State::NotMet);
}

#[test]
fn what_is_missing_names_what_was_found_and_its_fix_brings_it_about() {
    let mut playground = scenario("active");
    let cluster = cluster(&playground);
    let form = StoreForm {
        cluster: &cluster,
        ..StoreForm::default()
    };
    let requirements = playground.prerequisites(REGION, form);
    assert_eq!(
        state(&requirements, "kms.two-active-hsms"),
        (
            State::NotMet,
            "1 active HSM in us-east-1a. Two are needed, in different Availability Zones."
                .to_owned()
        )
    );
    assert_eq!(state(&requirements, "kms.kmsuser-missing").0, State::NotMet);
    assert_eq!(
        state(&requirements, "kms.kmsuser-password").0,
        State::Unknown
    );
    for rule in ["kms.two-active-hsms", "kms.kmsuser-missing"] {
        let requirements = playground.prerequisites(REGION, form);
        let found = requirements
            .iter()
            .find(|found| found.rule == rule)
            .unwrap();
        let mut lines = vec![
            "ADMIN_PASSWORD=adminPswd".to_owned(),
            "KMSUSER_PASSWORD=kmsPswd".to_owned(),
        ];
        lines.extend(found.fix.clone());
        run(&mut playground, &lines);
        let requirements = playground.prerequisites(REGION, form);
        assert_eq!(state(&requirements, rule).0, State::Met, "{rule}");
    }
}

#[test]
fn a_store_that_fails_to_connect_is_told_why_before_it_tries() {
    let playground = scenario("store-failed");
    let region = playground.account().region(REGION).unwrap();
    let store = region.key_stores.keys().next().unwrap();
    let requirements = playground.connection_prerequisites(REGION, store);
    assert_eq!(state(&requirements, "kms.kmsuser-missing").0, State::NotMet);
    assert_eq!(state(&requirements, "kms.cluster-active").0, State::Met);
    assert!(
        requirements
            .iter()
            .all(|found| found.rule != "kms.name-in-use")
    );
}

#[test]
fn every_scenario_stands_at_its_place_of_the_road() {
    let next = |id: &str| {
        let playground = scenario(id);
        Road::of_region(playground.account().region(REGION).unwrap()).next()
    };
    for (id, step) in [
        ("empty", Some(Step::Network)),
        ("network", Some(Step::Cluster)),
        ("uninitialized", Some(Step::Initialize)),
        ("initialized", Some(Step::Activate)),
        ("active", Some(Step::Kmsuser)),
        ("ready-cluster", Some(Step::Store)),
        ("store-disconnected", Some(Step::Connect)),
        ("store-connected", Some(Step::Key)),
        ("store-with-key", None),
        ("store-failed", Some(Step::Kmsuser)),
    ] {
        assert_eq!(next(id), step, "{id}");
    }
}

/// The users that the cluster's first HSM knows, type and name.
fn users(playground: &Playground) -> Vec<String> {
    let region = playground.account().region(REGION).unwrap();
    let cluster = region.clusters.values().next().unwrap();
    let hsm = cluster.active_hsms().next().unwrap();
    let name =
        |user: &keystore_playground::model::HsmUser| format!("{} {}", user.kind.word(), user.name);
    hsm.contents.users.iter().map(name).collect()
}

/// Types lines of the page of users, after the passwords that it asked for.
fn manage(playground: &mut Playground, passwords: &[&str], lines: &[String]) {
    let given = passwords.iter().map(|&line| line.to_owned());
    let all: Vec<String> = given.chain(lines.iter().cloned()).collect();
    run(playground, &all);
}

#[test]
fn what_aws_is_working_on_is_neither_done_nor_next() {
    let seen = |playground: &Playground| {
        let road = Road::of_region(playground.account().region(REGION).unwrap());
        let doing = road.under_way.map(|(step, _)| step);
        assert!(doing.is_none_or(|step| !road.is_done(step)), "{doing:?}");
        (doing, road.next())
    };
    let subnets =
        "aws ec2 describe-subnets --query 'Subnets[?!MapPublicIpOnLaunch].SubnetId' --output text";
    let mut playground = scenario("network");
    let mut run = |line: &str| {
        self::run(&mut playground, &[line]);
        seen(&playground)
    };
    let create =
        format!("aws cloudhsmv2 create-cluster --hsm-type hsm1.medium --subnet-ids $({subnets})");
    assert_eq!(run(&create), (Some(Step::Cluster), Some(Step::FirstHsm)));
    assert_eq!(run("lab settle"), (None, Some(Step::FirstHsm)));
    let cluster = "aws cloudhsmv2 describe-clusters --query 'Clusters[].ClusterId' --output text";
    let hsm = |zone: &str| {
        format!(
            "aws cloudhsmv2 create-hsm --availability-zone us-east-1{zone} --cluster-id $({cluster})"
        )
    };
    assert_eq!(
        run(&hsm("a")),
        (Some(Step::FirstHsm), Some(Step::Initialize))
    );
    assert_eq!(run("lab settle"), (None, Some(Step::Initialize)));
    let mut playground = scenario("active");
    let mut run = |line: &str| {
        self::run(&mut playground, &[line]);
        seen(&playground)
    };
    assert_eq!(run(&hsm("b")), (Some(Step::SecondHsm), Some(Step::Kmsuser)));
    let mut playground = scenario("store-disconnected");
    let store = "aws kms describe-custom-key-stores --query 'CustomKeyStores[].CustomKeyStoreId' --output text";
    self::run(
        &mut playground,
        &[format!(
            "aws kms connect-custom-key-store --custom-key-store-id $({store})"
        )],
    );
    assert_eq!(seen(&playground), (Some(Step::Connect), Some(Step::Key)));
}

#[test]
fn the_lines_that_the_page_types_manage_the_users() {
    let mut playground = scenario("initialized");
    let region = playground.account().region(REGION).unwrap();
    let ip = region.clusters.values().next().unwrap();
    let ip = ip.active_hsms().next().unwrap().ip.clone();
    let officer = "ADMIN_PASSWORD=chosen99";

    manage(&mut playground, &[officer], &scripts::activate(&ip));
    let id = cluster(&playground);
    let region = playground.account().region(REGION).unwrap();
    assert!(region.clusters[&id].activated);

    let create = scripts::as_officer(
        &ip,
        &scripts::create_user("CU", "kmsuser", "KMSUSER_PASSWORD"),
    );
    manage(
        &mut playground,
        &[officer, "KMSUSER_PASSWORD=kmsPswd"],
        &create,
    );
    assert!(users(&playground).contains(&"CU kmsuser".to_owned()));

    let change = scripts::as_officer(
        &ip,
        &scripts::change_password("CU", "kmsuser", "NEW_PASSWORD"),
    );
    manage(
        &mut playground,
        &[officer, "NEW_PASSWORD=another7"],
        &change,
    );
    let log_in = |password: &str| {
        scripts::management(&ip, Some(&format!("loginHSM CU kmsuser {password}")), &[])
    };
    manage(&mut playground, &[], &log_in("another7"));
    let mut shell = playground.shell();
    let refused = log_in("kmsPswd")
        .iter()
        .find_map(|line| shell.run(&mut playground, line).refused);
    assert_eq!(refused.unwrap().rule_id, "hsm.wrong-password");

    manage(
        &mut playground,
        &[officer],
        &scripts::as_officer(&ip, &scripts::delete_user("CU", "kmsuser")),
    );
    assert!(!users(&playground).contains(&"CU kmsuser".to_owned()));
}

/// The longest sentence that an explanation may have, in words.
const LONGEST_SENTENCE: usize = 25;

#[test]
fn every_sentence_of_an_explanation_is_short() {
    let mut long = Vec::new();
    for rule in rules::all() {
        let words = text::words(rule.id);
        for said in [words.what, words.why, words.todo].map(text::whole) {
            let sentences = said.split_inclusive(['.', '?', ':', ';']);
            // A full stop ends a sentence only where a blank follows it.
            let mut sentence = String::new();
            for part in sentences {
                let ended = sentence.ends_with(['.', '?', ':', ';']) && part.starts_with(' ');
                if ended {
                    sentence.clear();
                }
                sentence.push_str(part);
                if sentence.split_whitespace().count() > LONGEST_SENTENCE {
                    long.push(format!("{}: {sentence}", rule.id));
                }
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn what_a_checklist_found_reads_as_a_sentence() {
    for id in [
        "empty",
        "network",
        "uninitialized",
        "initialized",
        "active",
        "ready-cluster",
        "store-disconnected",
        "store-with-key",
        "store-failed",
    ] {
        let playground = scenario(id);
        let region = playground.account().region(REGION).unwrap();
        let form = |cluster| StoreForm {
            cluster,
            anchor: "customerCA.crt",
            password: "another",
            ..StoreForm::default()
        };
        let clusters = region.clusters.keys();
        let forms = clusters.map(|id| playground.prerequisites(REGION, form(id)));
        let stores = region.key_stores.keys();
        let stores = stores.map(|id| playground.connection_prerequisites(REGION, id));
        for requirement in forms.chain(stores).flatten() {
            if !requirement.found.is_empty() {
                assert_eq!(flaw(&requirement.found), None, "{id}: {}", requirement.rule);
            }
        }
    }
}
