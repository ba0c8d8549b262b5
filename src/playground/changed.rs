//! Accounts of earlier versions under a version that answers otherwise: two deliberate changes, in tests only.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use serde_json::{Value, json};

use super::keep::Snapshot;
use super::{Committed, Opened, Opening, SCENARIOS, Shelf, Short, packed};
use crate::command::Command;
use crate::ports::{MemoryRows, Rows, Write};

type Change = fn(&str, &mut Value);

thread_local! {
    static CHANGE: Cell<Option<Change>> = const { Cell::new(None) };
}

/// The command that is carried out instead of one.
pub(super) fn instead(command: &Command) -> Command {
    let mut command = command.clone();
    if let (
        Some(change),
        Command::Aws {
            operation, input, ..
        },
    ) = (CHANGE.get(), &mut command)
    {
        change(operation, input);
    }
    command
}

/// What was accepted is refused, and what was refused is so by another rule.
fn keys_are_refused(operation: &str, input: &mut Value) {
    if operation == "CreateKey" {
        input["KeySpec"] = "NONE_SUCH".into();
    }
}

/// What was refused is accepted.
fn subnets_fit(operation: &str, input: &mut Value) {
    if operation == "CreateSubnet" && input["CidrBlock"] == "10.1.0.0/24" {
        input["CidrBlock"] = "10.0.77.0/24".into();
    }
}

fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the storage in memory keeps waiting"),
    }
}

fn read(name: &str, part: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1");
    fs::read_to_string(path.join(format!("{name}.{part}"))).unwrap()
}

fn stored(name: &str) -> (MemoryRows, BTreeMap<String, String>) {
    let rows = MemoryRows::default();
    let texts: BTreeMap<String, String> = serde_json::from_str(&read(name, "rows.json")).unwrap();
    let writes = texts.clone().into_iter();
    let writes = writes.map(|(key, text)| Write::Put(key, text)).collect();
    assert!(now(rows.write(None, writes)).unwrap());
    (rows, texts)
}

/// The accounts, each with the index at which the changes are noticed.
fn accounts() -> Vec<(&'static str, [Option<usize>; 2])> {
    let scenarios = SCENARIOS.iter().map(|(id, ..)| match *id {
        "store-with-key" => (*id, [Some(0), None]),
        _ => (*id, [None, None]),
    });
    let others = [("road", [Some(0), None]), ("mixed", [MIXED_KEY, Some(1)])];
    scenarios.chain(others).collect()
}

/// The first key of the long session is refused, because its store is not connected.
const MIXED_KEY: Option<usize> = Some(43);
/// The first one after the snapshot of that session that is accepted.
const KEPT: Option<usize> = Some(259);

#[test]
fn old_accounts_open_up_to_what_is_answered_otherwise() {
    for (name, noticed) in accounts() {
        let changes = [(true, keys_are_refused as Change), (false, subnets_fit)];
        for ((of_keys, change), index) in changes.into_iter().zip(noticed) {
            // A snapshot that this version can read spares what lies before it; what is different there is noticed on the way back.
            let texts = stored(name).1;
            let mut snapshots = texts.iter().filter(|(key, _)| key.starts_with("snapshot"));
            let spared = snapshots.any(|(_, text)| packed::unpack::<Snapshot>(text).is_some());
            let under = |opening: Opening| -> Opened {
                CHANGE.set(Some(change));
                let opened = opening.finish().unwrap();
                CHANGE.set(None);
                opened
            };
            let check = |opened: &Opened, form: &str, index: Option<usize>| {
                let what = format!("{name}, {form}");
                assert!(opened.older, "{what}");
                let Some(index) = index else {
                    assert_eq!(opened.short, None, "{what}");
                    return;
                };
                let Some(Short::Differs(difference)) = &opened.short else {
                    panic!("{what}: {:?}", opened.short);
                };
                assert_eq!(difference.index, index, "{what}: {difference}");
                assert_ne!(difference.recorded, difference.now);
                let said = difference.to_string();
                assert!(said.contains(&format!("command {}", index + 1)), "{said}");
                let unchanged = Opening::of_save(&read(name, "export.json")).unwrap();
                let mut before = unchanged.finish().unwrap().playground;
                let at = before.log[index].at;
                before.rebuild(index, at).unwrap();
                assert_eq!(opened.playground.log(), before.log(), "{what}");
                let (account, other) = (opened.playground.account(), before.account());
                // The phrases of an older snapshot may be others.
                assert_eq!((account.now, account.number), (other.now, other.number));
                if form != "rows" || !spared {
                    assert_eq!(account, other, "{what}");
                }
                assert_eq!(opened.playground.undone(), 0, "{what}");
            };
            let export = Opening::of_save(&read(name, "export.json")).unwrap();
            check(&under(export), "export", index);
            // An old link says nothing of what came of its commands, so only what cannot be run any more is noticed.
            let opened = under(Opening::of_link(&read(name, "link.txt")).unwrap());
            assert!(opened.older);
            if name != "mixed" {
                check(&opened, "link", index);
            }

            let (rows, texts) = stored(name);
            let shelf = Shelf::new(Rc::new(rows.clone()));
            let mut opened = under(now(shelf.begin("golden")).unwrap());
            let index = match spared {
                true => KEPT.filter(|_| of_keys),
                false => index,
            };
            check(&opened, "rows", index);
            let known = opened.known.take().unwrap();
            assert!(known.differs(&opened.playground));
            if let Some(short) = &opened.short {
                let why = short.to_string();
                assert!(now(shelf.keep_original(&known, &why, 3_000)).unwrap());
            }
            let committed = now(shelf.commit(&known, opened.playground.change(), 4_000)).unwrap();
            let Committed::Done(known) = committed else {
                panic!("nobody else writes");
            };
            // The page keeps a snapshot of its own after the commit.
            if let Some((entries, text)) = opened.playground.snapshot_due(known.snapshot()) {
                assert!(now(shelf.keep_snapshot(&known, entries, text)).unwrap());
            }
            // From now on it is one of this version, and what it was lies aside.
            let again = under(now(shelf.begin("golden")).unwrap());
            assert!(!again.older);
            assert_eq!(again.short, None);
            assert_eq!(again.playground.log(), opened.playground.log());
            assert_eq!(again.playground.account(), opened.playground.account());
            let aside = now(shelf.list()).unwrap().aside;
            assert_eq!(aside.len(), usize::from(index.is_some()));
            if let Some(aside) = aside.first() {
                let raw: Value =
                    serde_json::from_str(&now(shelf.aside(&aside.id)).unwrap()).unwrap();
                let kept = texts.iter().filter(|(key, _)| !key.starts_with("snapshot"));
                for (key, text) in kept {
                    assert_eq!(raw[key], json!(text), "{name}");
                }
            }
        }
    }
}

#[test]
fn the_way_back_stops_where_this_version_answers_otherwise() {
    let (rows, _) = stored("mixed");
    let shelf = Shelf::new(Rc::new(rows));
    let mut opened = now(shelf.begin("golden")).unwrap().finish().unwrap();
    CHANGE.set(Some(subnets_fit));
    let mut why = None;
    while why.is_none() {
        let (entries, account) = (
            opened.playground.log().len(),
            opened.playground.account().clone(),
        );
        match opened.playground.undo() {
            Ok(true) => {}
            Ok(false) => break,
            Err(bug) => {
                assert_eq!(opened.playground.log().len(), entries);
                assert_eq!(opened.playground.account(), &account);
                why = Some(bug.0);
            }
        }
    }
    CHANGE.set(None);
    let why = why.unwrap();
    assert!(why.contains("command 2 (ec2 CreateSubnet)"), "{why}");
}
