//! Opening an account from elsewhere: a little at a time, with an end in sight, and nothing that takes forever.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::time::Instant;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use keystore_playground::command::LONGEST_LINK;
use keystore_playground::playground::{
    MOST_ENTRIES, Opened, Opening, Options, Pace, Playground, Progress, SHARE_ADDRESS, Short,
    Stepped, Unopened, shared_summary,
};
use serde_json::{Value, json};

const ROAD: &str = include_str!("golden/road.txt");

fn typed(lines: &str) -> Playground {
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    let mut shell = playground.shell();
    for line in lines.lines() {
        shell.run(&mut playground, line);
    }
    playground
}

/// Opens in slices of so many units; answers also how far it was after each.
fn sliced(opening: Opening, units: u64) -> (Result<Opened, Unopened>, Vec<Progress>) {
    let mut seen = Vec::new();
    let mut opening = opening;
    loop {
        match opening.step(units) {
            Stepped::Going(going, progress) => {
                seen.push(progress);
                opening = *going;
            }
            Stepped::Done(opened) => return (Ok(*opened), seen),
            Stepped::Failed(problem) => return (Err(problem), seen),
        }
    }
}

/// A link that holds commands, each with the milliseconds before it.
fn link(options: Value, log: Value, now: i64) -> String {
    let text = json!({ "options": options, "now": now, "log": log }).to_string();
    packed(1, &text)
}

/// A link of a format.
fn packed(format: u8, text: &str) -> String {
    use sha2::Digest;
    let packed = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 9);
    let mut bytes = vec![format];
    bytes.extend_from_slice(&sha2::Sha256::digest(&packed)[..4]);
    bytes.extend_from_slice(&packed);
    format!("{SHARE_ADDRESS}{}", URL_SAFE_NO_PAD.encode(bytes))
}

fn options() -> Value {
    serde_json::to_value(Options::default()).unwrap()
}

const START: i64 = 1_767_225_600_000;

fn lab(command: Value) -> Value {
    json!({ "type": "lab", "command": command })
}

#[test]
fn what_is_opened_in_slices_is_what_is_opened_at_once() {
    let lines = format!("{ROAD}lab advance 7300d\naws kms create-key\nlab undo\nlab undo");
    let here = typed(&lines);
    for units in [1, 500, 1_000_000] {
        let (opened, seen) = sliced(Opening::of_save(&here.export()).unwrap(), units);
        let there = opened.unwrap().playground;
        assert_eq!(there.account(), here.account());
        assert_eq!(there.log(), here.log());
        assert_eq!(there.undone(), 2);
        assert!(seen.windows(2).all(|pair| pair[0].done <= pair[1].done));
        assert!(seen.iter().all(|progress| progress.done <= progress.of));
        let (opened, _) = sliced(Opening::of_link(&here.share().unwrap()).unwrap(), units);
        assert_eq!(opened.unwrap().playground.account(), here.account());
    }
    // A single command is cut as well: its backups are thousands.
    let (_, seen) = sliced(Opening::of_save(&here.export()).unwrap(), 500);
    let one = seen.windows(2).filter(|pair| pair[0] == pair[1]).count();
    assert!(one > 10, "{} slices, {one} within a command", seen.len());
}

#[test]
fn going_back_is_done_in_slices_too() {
    let lines = format!("{ROAD}lab advance 7300d\naws kms create-key");
    let mut here = typed(&lines);
    let after = here.account().clone();
    let mut before = typed(&format!("{ROAD}lab advance 7300d"));
    let walk = |back: bool| {
        let mut here = typed(&lines);
        let mut way = if back {
            here.begin_undo().unwrap()
        } else {
            here.undo().unwrap();
            here.begin_redo().unwrap()
        };
        while way.step(&here, 1).unwrap().is_some() {}
        assert!(here.finish(way));
        here
    };
    assert_eq!(walk(true).account(), before.account());
    assert_eq!(walk(false).account(), &after);
    // A way that somebody overtook leads nowhere, and one that was dropped has changed nothing.
    let mut way = here.begin_undo().unwrap();
    while way.step(&here, 1_000_000).unwrap().is_some() {}
    let mut shell = here.shell();
    shell.run(&mut here, "aws kms create-key");
    let now = here.account().clone();
    assert!(!here.finish(way));
    assert_eq!(here.account(), &now);
    assert!(before.begin_redo().is_none());
}

#[test]
fn a_thousand_undos_take_no_time() {
    let mut playground = typed(ROAD);
    let mut shell = playground.shell();
    for number in 0..1_000 {
        let line = format!("aws kms create-key --description {number}");
        shell.run(&mut playground, &line);
    }
    let entries = playground.log().len();
    let again = Playground::import(&playground.export()).unwrap();
    let replayed = Instant::now();
    Playground::import(&playground.export()).unwrap();
    let replayed = replayed.elapsed();
    let start = Instant::now();
    for _ in 0..1_000 {
        assert!(playground.undo().unwrap());
    }
    // Each of them used to replay up to 64 commands.
    assert!(
        start.elapsed() < 4 * replayed,
        "{:?} beside {replayed:?}",
        start.elapsed()
    );
    while playground.redo().unwrap() {}
    assert_eq!(playground.log().len(), entries);
    assert_eq!(playground.account(), again.account());
}

#[test]
fn moments_that_no_clock_shows_are_named() {
    let problem = |link: String| Opening::of_link(&link).err().unwrap();
    let mut late = options();
    late["startTime"] = json!(i64::MAX);
    let scenario = lab(json!({ "do": "scenario", "id": "uninitialized" }));
    let found = problem(link(late, json!([[0, scenario]]), i64::MAX));
    assert!(matches!(found, Unopened::OutOfTime(None, _)), "{found}");
    assert!(found.to_string().contains("2000-01-01"), "{found}");
    let wait = lab(json!({ "do": "settle" }));
    let found = problem(link(options(), json!([[0, wait], [i64::MAX, wait]]), START));
    assert!(matches!(found, Unopened::OutOfTime(Some(1), _)), "{found}");
    assert!(found.to_string().contains("entry 2"), "{found}");
    let found = problem(link(options(), json!([]), -1));
    assert!(found.to_string().contains("-1 ms"), "{found}");
    for seconds in [-1, 7_300 * 86_400 + 1, i64::MAX] {
        let advance = lab(json!({ "do": "advance", "seconds": seconds }));
        let found = problem(link(options(), json!([[0, advance]]), START));
        assert_eq!(found, Unopened::TooFar(0, seconds));
    }
    // The same in an export.
    let mut save: Value = serde_json::from_str(&typed("aws kms create-key").export()).unwrap();
    save["now"] = json!(0);
    let found = Playground::import(&save.to_string()).err().unwrap();
    assert!(matches!(found, Unopened::OutOfTime(None, _)), "{found}");
}

#[test]
fn the_clock_of_an_account_stays_where_it_can_be_opened() {
    let mut playground = typed("");
    let mut shell = playground.shell();
    let mut refused = 0;
    for _ in 0..20 {
        let reply = shell.run(&mut playground, "lab advance 7300d");
        if reply.exit_code != 0 {
            assert!(reply.stderr.contains("2200-01-01"), "{}", reply.stderr);
            refused += 1;
        }
    }
    assert!(refused > 5);
    playground.tick(i64::MAX).unwrap();
    let again = Playground::import(&playground.export()).unwrap();
    assert_eq!(again.account(), playground.account());
}

#[test]
fn long_links_and_long_logs_have_their_ends() {
    let long = format!("{SHARE_ADDRESS}{}", "A".repeat(LONGEST_LINK));
    let found = Opening::of_link(&long).err();
    assert_eq!(
        found,
        Some(Unopened::TooLong(LONGEST_LINK + SHARE_ADDRESS.len()))
    );
    let mut save: Value = serde_json::from_str(&typed("lab settle").export()).unwrap();
    save["log"] = vec![save["log"][0].clone(); MOST_ENTRIES + 1].into();
    let found = Opening::of_save(&save.to_string()).err();
    assert_eq!(found, Some(Unopened::TooMany(MOST_ENTRIES + 1)));
}

#[test]
fn a_long_export_opens_with_an_end_in_sight() {
    let mut playground = typed("");
    let count = 10_000;
    for _ in 0..count {
        playground.advance(1).unwrap();
    }
    let opening = Opening::of_save(&playground.export()).unwrap();
    let (opened, seen) = sliced(opening, 1_000);
    assert_eq!(opened.unwrap().playground.account(), playground.account());
    assert!(seen.len() > 50, "{}", seen.len());
    assert!(seen.windows(2).all(|pair| pair[0].done < pair[1].done));
}

#[test]
fn a_byte_order_mark_is_read_over() {
    let here = typed("aws kms create-key");
    let there = Playground::import(&format!("\u{feff}{}", here.export())).unwrap();
    assert_eq!(there.account(), here.account());
}

/// A save whose entries are chained again after something was changed in them.
fn chained(mut save: Value) -> String {
    use keystore_playground::sim::fingerprint;
    let mut parent = save["log"][0]["parent"].as_str().unwrap().to_owned();
    for entry in save["log"].as_array_mut().unwrap() {
        entry["parent"] = parent.into();
        let chained = json!([
            entry["at"],
            entry["parent"],
            entry["command"],
            entry["outcome"]
        ]);
        parent = fingerprint(chained.to_string().as_bytes());
    }
    save["tail"] = parent.into();
    save.to_string()
}

#[test]
fn what_an_import_claims_is_checked() {
    let lines = "aws kms create-key --policy nonsense\naws kms create-key\naws kms create-alias --alias-name alias/x --target-key-id $(aws kms list-keys --query Keys[0].KeyId --output text)";
    let here = typed(lines);
    let save: Value = serde_json::from_str(&here.export()).unwrap();
    let claim = |change: &dyn Fn(&mut Value)| {
        let mut save = save.clone();
        change(&mut save["log"]);
        let unchained = Playground::import(&save.to_string()).err();
        assert!(
            matches!(
                unchained,
                Some(Unopened::Broken(_) | Unopened::Tail(_) | Unopened::Clear(_))
            ),
            "{unchained:?}"
        );
        chained(save)
    };
    // What was refused is said to have been accepted, and the other way round; other ids are said to have been made.
    for (index, change) in [
        (
            0,
            &(|log: &mut Value| log[0]["outcome"] = json!({})) as &dyn Fn(&mut Value),
        ),
        (1, &|log| {
            log[1]["outcome"] = json!({ "refused": true, "rule": "kms.none" })
        }),
        (1, &|log| {
            log[1]["outcome"]["trail"]["response"]["KeyMetadata"]["KeyId"] = "other".into();
        }),
    ] {
        let forged = claim(change);
        let opened = Opening::of_save(&forged).unwrap().finish().unwrap();
        assert_eq!(opened.playground.log().len(), index);
        let Some(Short::Differs(difference)) = &opened.short else {
            panic!("{:?}", opened.short.map(|short| short.to_string()));
        };
        assert_eq!(
            (difference.index, difference.command.as_str()),
            (index, "kms CreateKey")
        );
        assert_ne!(difference.recorded, difference.now);
        let said = Playground::import(&forged).err().unwrap().to_string();
        assert!(
            said.contains(&format!("command {} (kms CreateKey)", index + 1)),
            "{said}"
        );
    }
    // What an event shows is what the command comes to, whatever is claimed.
    let forged = claim(&|log| log[0]["outcome"]["message"] = "It rained.".into());
    let there = Playground::import(&forged).unwrap();
    assert_eq!(there.log(), here.log());
    // A password in clear is no export of ours.
    let update = |password: Value| {
        let input = json!({ "CustomKeyStoreId": "cks-1", "KeyStorePassword": password });
        json!({ "type": "aws", "service": "kms", "operation": "UpdateCustomKeyStore", "region": "us-east-1", "input": input })
    };
    let forged = claim(&|log| log[2]["command"] = update("hunter2".into()));
    assert_eq!(Playground::import(&forged).err(), Some(Unopened::Clear(2)));
    let clear = link(options(), json!([[0, update("hunter2".into())]]), START);
    assert_eq!(Opening::of_link(&clear).err(), Some(Unopened::Clear(0)));
}

#[test]
fn a_link_says_whether_what_came_of_its_commands_is_the_same() {
    let here = typed("aws kms create-key\naws kms create-key --policy nonsense\nlab advance 1h");
    let code = here.share().unwrap();
    let bytes = URL_SAFE_NO_PAD
        .decode(&code[SHARE_ADDRESS.len()..])
        .unwrap();
    let text = miniz_oxide::inflate::decompress_to_vec(&bytes[5..]).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(!shared_summary(&code).unwrap().older);
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{text}");
        packed(2, &text.replacen(from, to, 1))
    };
    let differs = |link: &str| match Opening::of_link(link).unwrap().finish().unwrap().short {
        Some(Short::Differs(difference)) => (difference.index, difference.command),
        other => panic!("{:?}", other.map(|short| short.to_string())),
    };
    let create = (0, "kms CreateKey".to_owned());
    let refused = (1, "kms CreateKey".to_owned());
    let made = text.split("\"outcomes\":\"").nth(1).unwrap()[..2].to_owned();
    assert_eq!(
        differs(&with(
            &format!("\"outcomes\":\"{made}!"),
            "\"outcomes\":\"zz!"
        )),
        create
    );
    assert_eq!(differs(&with("keys.policy", "keys.other")), refused);
    let cut = with(&format!("{made}!."), "!.");
    assert_eq!(Opening::of_link(&cut).err(), Some(Unopened::Cut));
    let older = link(
        options(),
        json!([[0, lab(json!({ "do": "settle" }))]]),
        START,
    );
    assert!(shared_summary(&older).unwrap().older);
    assert!(Opening::of_link(&older).unwrap().finish().unwrap().older);
}

/// The account of a scenario is made step by step before its command runs: wherever the breaks fall it is the same, and until then
/// nothing has changed.
#[test]
fn a_scenario_is_made_in_slices_too() {
    let line = "lab scenario store-with-key";
    let at_once = typed(line);
    for every in [1, 7, 1_000_000] {
        let mut here = typed("");
        let mut shell = here.shell();
        shell.start(&here, line);
        let (mut pieces, mut slices, mut most) = (0, 0, 0);
        let reply = loop {
            let (before, keys) = (pieces, here.memo().len());
            slices += 1;
            let reply = shell.resume(&mut here, &mut || {
                pieces += 1;
                pieces % every == 0
            });
            most = most.max(here.memo().len() - keys);
            assert!(pieces - before <= every);
            if let Some(reply) = reply {
                break reply;
            }
            assert!(here.log().is_empty() || pieces > 200);
        };
        assert_eq!((reply.exit_code, reply.stderr.as_str()), (0, ""));
        // Numbers are tried one after the other, and both key pairs are made on the way.
        assert!(pieces > 200, "{pieces}");
        assert!(slices > pieces / every, "{slices} of {pieces}");
        assert!(every > 7 || most == 1, "{most} key pairs in a slice");
        assert_eq!(here.account(), at_once.account());
        assert_eq!(here.log(), at_once.log());
        assert_eq!(here.memo().keys(), at_once.memo().keys());
    }
}

/// Ctrl-C while a scenario is made leaves everything as it is; it is made all the same the next time.
#[test]
fn a_scenario_that_was_interrupted_has_changed_nothing() {
    let mut here = typed("aws kms create-key");
    let before = here.account().clone();
    let mut shell = here.shell();
    shell.start(&here, "lab scenario active");
    let mut left = 50;
    let stopped = shell.resume(&mut here, &mut || {
        left -= 1;
        left == 0
    });
    assert!(stopped.is_none());
    shell.stop();
    let reply = shell.resume(&mut here, &mut || false).unwrap();
    assert_eq!(reply.exit_code, 130);
    assert_eq!(here.account(), &before);
    assert_eq!(here.log().len(), 1);
    assert_eq!(shell.run(&mut here, "lab scenario active").exit_code, 0);
    let there = typed("aws kms create-key\nlab scenario active");
    assert_eq!(here.account(), there.account());
    assert_eq!(here.log(), there.log());
}

/// So are the key pairs of an HSM that is being created, of `lab sign`, and of a link that holds a scenario.
#[test]
fn key_pairs_are_made_in_slices_wherever_they_are_needed() {
    let network = include_str!("../static/scenarios/network.txt").lines();
    let cluster = include_str!("../static/scenarios/uninitialized.txt").lines();
    let mut here = typed("");
    let mut shell = here.shell();
    for line in network.chain(cluster.take(4)) {
        assert_eq!(shell.run(&mut here, line).stderr, "", "{line}");
    }
    for line in [
        "lab settle",
        "aws cloudhsmv2 describe-clusters --query 'Clusters[0].Certificates.ClusterCsr' --output text > request.csr",
        "lab sign request.csr",
    ] {
        let keys = here.memo().len();
        shell.start(&here, line);
        let mut slices = 0;
        let reply = loop {
            slices += 1;
            if let Some(reply) = shell.resume(&mut here, &mut || true) {
                break reply;
            }
        };
        assert_eq!(reply.stderr, "", "{line}");
        let made = here.memo().len() - keys;
        assert_eq!(made > 0, slices > 50, "{line}: {made} in {slices} slices");
    }
    let link = typed("lab scenario store-with-key").share().unwrap();
    let (opened, seen) = sliced(Opening::of_link(&link).unwrap(), 100);
    assert!(opened.is_ok());
    assert!(seen.len() > 50, "{}", seen.len());
}
