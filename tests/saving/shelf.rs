//! The sandboxes as they are stored: snapshots, copies, damage, no room.

use keystore_playground::playground::{Committed, Playground, Unopened};
use keystore_playground::ports::{MemoryRows, Problem, Rows, Write};

use super::{ROAD, Tab, now, put, sandbox_row};

#[test]
fn a_snapshot_that_another_version_wrote_is_left_aside() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    for _ in 0..300 {
        tab.line("aws kms create-key");
    }
    let (entries, text) = tab.playground.snapshot_due(0).unwrap();
    assert!(now(tab.shelf.keep_snapshot(&tab.known, entries, text.clone())).unwrap());
    assert_eq!(Tab::open(&rows).known.snapshot(), entries);

    let range = "snapshot/one/".to_owned().."snapshot/one0".to_owned();
    let (key, _) = now(rows.read(vec![range])).unwrap().remove(0).remove(0);
    // The forms of an account before and after this one: as JSON, with a field of another name, and cut off.
    let json = serde_json::to_string(tab.playground.account()).unwrap();
    for other in [
        format!("{{\"entries\":{entries},\"tail\":\"\",\"account\":{json}}}"),
        text.replacen("description", "explanation", 1),
        text[..text.len() - 1].to_owned(),
    ] {
        put(&rows, &key, &other);
        let again = Tab::open(&rows);
        assert_eq!(again.known.snapshot(), 0);
        assert_eq!(again.playground.account(), tab.playground.account());
    }
    // The next one takes its place.
    let mut again = Tab::open(&rows);
    let (entries, text) = again
        .playground
        .snapshot_due(again.known.snapshot())
        .unwrap();
    assert!(now(again.shelf.keep_snapshot(&again.known, entries, text)).unwrap());
    again.known.set_snapshot(entries);
    assert_eq!(Tab::open(&rows).known.snapshot(), entries);
}

#[test]
fn a_start_from_a_snapshot_gives_the_same_account() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    let keep = |tab: &mut Tab| {
        let (entries, text) = tab.playground.snapshot_due(tab.known.snapshot())?;
        assert!(now(tab.shelf.keep_snapshot(&tab.known, entries, text)).unwrap());
        tab.known.set_snapshot(entries);
        Some(entries)
    };
    for line in ROAD.lines() {
        tab.line(line);
    }
    assert_eq!(keep(&mut tab), None);
    for number in 0..700 {
        tab.line(&format!("aws kms create-key --description {number}"));
        keep(&mut tab);
    }
    let again = Tab::open(&rows);
    assert_eq!(again.known.snapshot(), tab.known.snapshot());
    assert!(again.known.snapshot() >= 512);
    assert_eq!(again.playground.account(), tab.playground.account());

    // An undo to before the newest snapshot starts from the one before it.
    let snapshots = "snapshot/one/".to_owned().."snapshot/one0".to_owned();
    let snapshots = now(rows.read(vec![snapshots])).unwrap().remove(0);
    let places: Vec<usize> = snapshots
        .iter()
        .map(|(key, _)| key.rsplit('/').next().unwrap().parse().unwrap())
        .collect();
    let mut behind = Tab::open(&rows);
    let newest = behind.known.snapshot();
    assert_eq!(places.last(), Some(&newest));
    while behind.playground.log().len() > newest {
        assert!(behind.playground.undo().unwrap());
    }
    let mut back = behind.playground.begin_undo().unwrap();
    let progress = back.step(&behind.playground, 1).unwrap().unwrap();
    assert_eq!(progress.of, newest - 1 - places[places.len() - 2]);

    // What lies before the snapshots is looked at too.
    let range = "entry/one/".to_owned().."entry/one0".to_owned();
    let entries = now(rows.read(vec![range])).unwrap().remove(0);
    let (key, text) = &entries[2];
    put(&rows, key, &text.replace("\"at\":", "\"at\":1"));
    let problem = now(tab.shelf.open("one")).err();
    assert!(matches!(problem, Some(Problem::Damaged(_))), "{problem:?}");
    put(&rows, key, text);

    // Behind a snapshot there is a past, too.
    let mut again = again;
    let length = again.playground.log().len();
    while again.playground.log().len() > length - 300 {
        assert!(again.playground.undo().unwrap());
    }
    assert!(again.commit());
    let replayed = Playground::import(&again.playground.export()).unwrap();
    assert_eq!(again.playground.account(), replayed.account());
    assert_eq!(Tab::open(&rows).playground.account(), replayed.account());

    // Snapshots of an abandoned past are not used.
    again.line("aws kms create-key --description new");
    for _ in 0..600 {
        again.line("aws kms list-keys && aws kms generate-random --number-of-bytes 8");
    }
    assert_eq!(
        Tab::open(&rows).playground.account(),
        again.playground.account()
    );
}

#[test]
fn sandboxes_are_listed_renamed_copied_and_deleted() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    tab.line("lab scenario active");
    let shelf = tab.shelf.clone();
    now(shelf.rename("one", "Renamed")).unwrap();
    now(shelf.duplicate("one", "two", "Copy", 3_000)).unwrap();
    let listing = now(shelf.list()).unwrap();
    let names: Vec<_> = listing
        .sandboxes
        .iter()
        .map(|listed| {
            let record = listed.record.as_ref().unwrap();
            (record.name.as_str(), record.entries, record.saved)
        })
        .collect();
    assert_eq!(names, [("Copy", 1, 3_000), ("Renamed", 1, 2_000)]);

    let (_, copy) = now(shelf.open("two")).unwrap();
    assert_eq!(copy.account(), tab.playground.account());
    assert_eq!(copy.memo(), tab.playground.memo());
    tab.line("aws kms create-key");
    assert_eq!(now(shelf.open("two")).unwrap().1.log().len(), 1);
    assert_eq!(now(shelf.open("one")).unwrap().1.log().len(), 2);
    assert_eq!(now(shelf.open("one")).unwrap().0.record.name, "Renamed");

    now(shelf.delete("one")).unwrap();
    assert_eq!(now(shelf.open("one")).err(), Some(Problem::Gone));
    let orphaned = now(shelf.commit(&tab.known, tab.playground.change(), 4_000));
    assert_eq!(orphaned.err(), Some(Problem::Gone));
    now(shelf.delete_everything()).unwrap();
    let left = now(rows.read(vec![String::new()..char::MAX.to_string()])).unwrap();
    assert!(left[0].is_empty(), "{left:?}");
}

#[test]
fn what_a_newer_version_wrote_is_never_written_over() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    tab.line("aws kms create-key");
    let stored = sandbox_row(&rows);
    let newer = stored.replacen("\"format\":2", "\"format\":9", 1);
    put(&rows, "sandbox/one", &newer);
    assert_eq!(now(tab.shelf.open("one")).err(), Some(Problem::Newer(9)));
    let listing = now(tab.shelf.list()).unwrap();
    assert_eq!(listing.sandboxes[0].record, Err(Problem::Newer(9)));
    let late = now(tab.shelf.commit(&tab.known, tab.playground.change(), 4_000));
    assert_eq!(late.err(), Some(Problem::Newer(9)));
    assert_eq!(now(tab.shelf.rename("one", "x")), Err(Problem::Newer(9)));
    assert_eq!(sandbox_row(&rows), newer);
}

#[test]
fn a_damaged_sandbox_is_put_aside_whole() {
    let damages: [(&str, &str); 4] = [
        ("sandbox/one", "{\"name\":\"First\""),
        ("sandbox/one", "{\"name\":\"First\",\"format\":1}"),
        ("entry/one/0000000001", "no entry"),
        ("entry/one/0000000007", "{}"),
    ];
    for (key, text) in damages {
        let rows = MemoryRows::default();
        let mut tab = Tab::create(&rows);
        for _ in 0..3 {
            tab.line("aws kms create-key");
        }
        put(&rows, key, text);
        let problem = now(tab.shelf.open("one")).err();
        assert!(
            matches!(problem, Some(Problem::Damaged(_))),
            "{key}: {problem:?}"
        );
        now(tab.shelf.put_aside("one", "why", 5_000)).unwrap();
        let listing = now(tab.shelf.list()).unwrap();
        assert!(listing.sandboxes.is_empty());
        let aside = &listing.aside[0];
        assert_eq!((aside.at, aside.why.as_str()), (5_000, "why"));
        let raw = now(tab.shelf.aside("one")).unwrap();
        assert_eq!(aside.size, raw.len());
        let raw: serde_json::Value = serde_json::from_str(&raw).unwrap();
        assert_eq!(raw[key], text);
        assert!(raw["entry/one/0000000002"].is_string());
        now(tab.shelf.delete_aside("one")).unwrap();
        assert!(now(tab.shelf.list()).unwrap().aside.is_empty());
        assert_eq!(now(tab.shelf.aside("one")), Err(Problem::Gone));
    }

    // An entry of another log.
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    for _ in 0..3 {
        tab.line("aws kms create-key");
    }
    let entry = now(rows.read(vec![
        "entry/one/0000000002".into().."entry/one/0000000003".into(),
    ]));
    put(&rows, "entry/one/0000000001", &entry.unwrap()[0][0].1);
    assert!(matches!(
        now(tab.shelf.open("one")).err(),
        Some(Problem::Damaged(_))
    ));
}

#[test]
fn where_no_room_is_left_snapshots_go_first_and_then_it_is_said() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    for _ in 0..300 {
        tab.line("aws kms create-key");
    }
    let (entries, text) = tab.playground.snapshot_due(0).unwrap();
    let everything = now(rows.read(vec![String::new()..char::MAX.to_string()])).unwrap();
    let stored = everything[0]
        .iter()
        .map(|(key, text)| key.len() + text.len());
    let room = stored.sum::<usize>() + text.len() / 2;
    assert!(now(tab.shelf.keep_snapshot(&tab.known, entries, text)).unwrap());
    tab.known.set_snapshot(entries);
    rows.limit(Some(room));
    tab.line("aws kms create-key");
    assert_eq!(tab.known.snapshot(), 0, "the snapshot made room");
    rows.limit(Some(0));
    tab.playground.mark();
    let mut shell = tab.shell.clone();
    shell.run(&mut tab.playground, "aws kms create-key");
    let full = now(tab.shelf.commit(&tab.known, tab.playground.change(), 6_000));
    assert_eq!(full.err(), Some(Problem::Full));
    // With room again, everything that was missed is kept.
    rows.limit(None);
    shell.run(&mut tab.playground, "aws kms create-key");
    assert!(tab.commit());
    let again = Tab::open(&rows);
    assert_eq!(again.playground.log().len(), 303);
    assert_eq!(again.playground.account(), tab.playground.account());
}

#[test]
fn denied_storage_says_so() {
    let rows = MemoryRows::default();
    let tab = Tab::create(&rows);
    rows.deny(true);
    assert!(matches!(now(tab.shelf.list()), Err(Problem::Denied(_))));
    let denied = now(tab.shelf.commit(&tab.known, tab.playground.change(), 1));
    assert!(matches!(denied, Err(Problem::Denied(_))));
}

/// What is altered in a storage, and what is said of it.
#[test]
fn damage_in_the_storage_is_named_and_what_is_sound_can_be_had() {
    let alterations: [(&str, &str, &str, usize); 6] = [
        // An event that never happened, in the last entry and in one before.
        ("entry/one/0000000002", "\"outcome\":{", "entry 3, which", 2),
        ("entry/one/0000000001", "\"outcome\":{", "entry 3", 2),
        ("entry/one/0000000002", "\"CreateKey\"", "entry 3, which", 2),
        ("sandbox/one", "\"tail\":\"", "entry 3, which", 2),
        ("sandbox/one", "\"entries\":", "entry 4", 3),
        ("sandbox/one", "\"seed\":", "its seed", 0),
    ];
    for (key, place, said, sound) in alterations {
        let rows = MemoryRows::default();
        let mut tab = Tab::create(&rows);
        for _ in 0..3 {
            tab.line("aws kms create-key");
        }
        let text = row(&rows, key);
        let instead = match place {
            "\"outcome\":{" => "\"outcome\":{\"message\":\"forged\",".to_owned(),
            "\"CreateKey\"" => "\"DeleteAlias\"".to_owned(),
            _ => format!("{place}1"),
        };
        put(&rows, key, &text.replacen(place, &instead, 1));
        let everything = all(&rows);
        let problem = now(tab.shelf.open("one")).err();
        let Some(Problem::Damaged(why)) = &problem else {
            panic!("{key} {place}: {problem:?}");
        };
        assert!(why.contains(said), "{key} {place}: {why}");
        assert_eq!(all(&rows), everything, "the original stays as it is");
        let listing = now(tab.shelf.list()).unwrap();
        assert_eq!(listing.sandboxes.len(), 1);

        // As far as it is sound, it opens; what it was is put aside before it is written anew.
        let opening = now(tab.shelf.begin("one")).unwrap().as_far_as_sound();
        if sound == 0 {
            assert_eq!(opening.finish().err(), Some(Unopened::Origin));
            continue;
        }
        let opened = opening.finish().unwrap();
        assert_eq!(opened.playground.log().len(), sound.min(3));
        let short = opened.short.unwrap().to_string();
        assert_eq!(&short, why);
        let (known, playground) = (opened.known.unwrap(), opened.playground);
        assert!(now(tab.shelf.keep_original(&known, &short, 5_000)).unwrap());
        let change = playground.change();
        let committed = now(tab.shelf.commit(&known, change, 6_000)).unwrap();
        assert!(matches!(committed, Committed::Done(_)));
        let again = now(tab.shelf.open("one")).unwrap().1;
        assert_eq!(again.log(), playground.log());
        assert_eq!(again.account(), playground.account());
        let aside = now(tab.shelf.list()).unwrap().aside.remove(0);
        assert_eq!((aside.name.as_str(), &aside.why), ("First", why));
        let raw: serde_json::Value =
            serde_json::from_str(&now(tab.shelf.aside(&aside.id)).unwrap()).unwrap();
        for (key, text) in everything {
            assert_eq!(raw[&key], text);
        }
    }
}

#[test]
fn commands_without_a_record_are_listed() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    tab.line("aws kms create-key");
    let shelf = tab.shelf.clone();
    now(shelf.duplicate("one", "one-2", "Copy", 3_000)).unwrap();
    now(shelf.duplicate("one", "a", "Copy", 3_000)).unwrap();
    let lost = "sandbox/one".to_owned().."sandbox/one\0".to_owned();
    assert!(now(rows.write(None, vec![Write::Delete(lost)])).unwrap());
    let listing = now(shelf.list()).unwrap();
    let found: Vec<_> = listing
        .sandboxes
        .iter()
        .map(|listed| (listed.id.as_str(), listed.record.is_ok()))
        .collect();
    assert_eq!(found, [("a", true), ("one-2", true), ("one", false)]);
    let problem = now(shelf.open("one")).err();
    let Some(Problem::Damaged(why)) = problem else {
        panic!("{problem:?}");
    };
    assert!(why.contains("record is missing"), "{why}");
    now(shelf.put_aside("one", &why, 4_000)).unwrap();
    let listing = now(shelf.list()).unwrap();
    assert_eq!((listing.sandboxes.len(), listing.aside.len()), (2, 1));
    assert!(now(shelf.aside("one")).unwrap().contains("CreateKey"));
}

fn row(rows: &MemoryRows, key: &str) -> String {
    let range = key.to_owned()..format!("{key}\0");
    now(rows.read(vec![range])).unwrap()[0][0].1.clone()
}

fn all(rows: &MemoryRows) -> Vec<(String, String)> {
    let range = String::new()..char::MAX.to_string();
    now(rows.read(vec![range])).unwrap().remove(0)
}

/// What comes before a damaged entry is an account of its own; a sandbox that is whole stays what it is.
#[test]
fn a_damaged_sandbox_opens_as_far_as_it_is_sound() {
    let damages = [
        ("entry/one/0000000002", "{}", Some(2)),
        ("entry/one/0000000000", "{}", Some(0)),
        ("entry/one/0000000009", "{}", Some(5)),
        ("key/one/other", "", None),
    ];
    for (key, text, sound) in damages {
        let rows = MemoryRows::default();
        let mut tab = Tab::create(&rows);
        let mut keys = Vec::new();
        for _ in 0..5 {
            keys.push(tab.line("aws kms create-key --query KeyMetadata.KeyId --output text"));
        }
        put(&rows, key, text);
        let opening = now(tab.shelf.begin("one")).unwrap();
        let opened = opening.as_far_as_sound().finish().unwrap();
        assert_eq!(opened.short.is_some(), sound.is_some(), "{key}");
        let mut playground = opened.playground;
        let entries = sound.unwrap_or(5);
        assert_eq!(playground.log(), &tab.playground.log()[..entries]);
        let mut shell = playground.shell();
        let listed = shell.run(&mut playground, "aws kms list-keys --query Keys[].KeyId");
        for (index, key) in keys.iter().enumerate() {
            assert_eq!(listed.stdout.contains(key.trim()), index < entries);
        }
    }
}

/// A moment that no simulated clock shows is found out before anything is run.
#[test]
fn a_record_with_an_impossible_time_is_listed_with_what_is_wrong() {
    let rows = MemoryRows::default();
    let tab = Tab::create(&rows);
    let text = sandbox_row(&rows);
    let now_at = format!("\"now\":{}", tab.playground.now().0);
    let absurd = text.replace(&now_at, &format!("\"now\":{}", i64::MAX));
    assert_ne!(absurd, text);
    put(&rows, "sandbox/one", &absurd);
    let listed = now(tab.shelf.list()).unwrap().sandboxes.remove(0);
    assert_eq!(listed.name, "First");
    assert!(matches!(listed.record, Err(Problem::Damaged(_))));
    assert!(now(tab.shelf.raw("one")).unwrap().contains("First"));
}

/// What lies beside the entries of a record that is wrong is gone once all is written anew.
#[test]
fn a_record_without_its_entries_is_whole_again_after_the_next_command() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    for _ in 0..3 {
        tab.line("aws kms create-key");
    }
    let text = sandbox_row(&rows);
    let none = text.replace("\"entries\":3", "\"entries\":0");
    assert_ne!(none, text);
    put(&rows, "sandbox/one", &none);
    let opening = now(tab.shelf.begin("one")).unwrap().as_far_as_sound();
    let opened = opening.finish().unwrap();
    assert!(opened.short.is_some());
    let (known, mut playground) = (opened.known.unwrap(), opened.playground);
    let mut shell = playground.shell();
    shell.run(&mut playground, "aws kms create-key");
    let committed = now(tab.shelf.commit(&known, playground.change(), 6_000)).unwrap();
    assert!(matches!(committed, Committed::Done(_)));
    let again = now(tab.shelf.open("one")).unwrap().1;
    assert_eq!(again.account(), playground.account());
    assert_eq!(again.log().len(), 1);
}

/// What is appended follows what is read of an entry: one that says more would not be followed by it.
#[test]
fn an_entry_that_says_what_nobody_reads_is_damaged() {
    use keystore_playground::sim::fingerprint;
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    tab.line("aws kms create-key");
    let place = "entry/one/0000000000";
    let text = row(&rows, place).replacen("\"outcome\":{", "\"outcome\":{\"note\":1,", 1);
    put(&rows, place, &text);
    let entry: serde_json::Value = serde_json::from_str(&text).unwrap();
    let hashed = ["at", "parent", "command", "outcome"].map(|name| entry[name].clone());
    let tail = fingerprint(serde_json::to_string(&hashed).unwrap().as_bytes());
    let mut record: serde_json::Value = serde_json::from_str(&sandbox_row(&rows)).unwrap();
    record["tail"] = tail.into();
    put(&rows, "sandbox/one", &record.to_string());
    let problem = now(tab.shelf.open("one")).err();
    let Some(Problem::Damaged(why)) = problem else {
        panic!("{problem:?}");
    };
    assert!(why.contains("entry 1"), "{why}");
}
