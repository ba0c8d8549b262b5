//! Saving: what was acknowledged is there again, tabs end with the same account, and nothing that cannot be read is written over.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use keystore_playground::playground::{Committed, Known, Options, Pace, Playground, Shelf};
use keystore_playground::ports::{MemoryRows, Problem, Rows, Write};
use keystore_playground::shell::Shell;

/// The storage in memory answers at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the storage in memory keeps waiting"),
    }
}

/// A tab that has a sandbox open, as the page keeps it.
struct Tab {
    shelf: Shelf,
    known: Known,
    playground: Playground,
    shell: Shell,
    conflicts: usize,
}

impl Tab {
    fn create(rows: &MemoryRows) -> Self {
        let shelf = Shelf::new(Rc::new(rows.clone()));
        let mut playground = Playground::new(Options {
            pace: Pace::Running,
            ..Options::default()
        });
        let known = now(shelf.create("one", "First", 1_000, playground.change())).unwrap();
        playground.settled_in();
        Self::with(shelf, known, playground)
    }

    fn open(rows: &MemoryRows) -> Self {
        let shelf = Shelf::new(Rc::new(rows.clone()));
        let (known, playground) = now(shelf.open("one")).unwrap();
        Self::with(shelf, known, playground)
    }

    fn with(shelf: Shelf, known: Known, playground: Playground) -> Self {
        let shell = playground.shell();
        Self {
            shelf,
            known,
            playground,
            shell,
            conflicts: 0,
        }
    }

    /// Runs a line until its outcome is kept, and answers what it printed.
    fn line(&mut self, line: &str) -> String {
        self.playground.mark();
        loop {
            let before = self.shell.clone();
            let reply = self.shell.run(&mut self.playground, line);
            if self.commit() {
                return reply.stdout + &reply.stderr;
            }
            self.shell = before;
        }
    }

    /// Commits what has changed; answers whether it was kept, and otherwise takes over what others wrote.
    fn commit(&mut self) -> bool {
        if !self.known.differs(&self.playground) {
            return true;
        }
        let change = self.playground.change();
        match now(self.shelf.commit(&self.known, change, 2_000)).unwrap() {
            Committed::Done(known) => {
                self.known = *known;
                self.playground.settled_in();
                true
            }
            Committed::Behind => {
                self.conflicts += 1;
                self.follow();
                false
            }
        }
    }

    fn follow(&mut self) {
        let from = self.playground.kept();
        let (known, log) = now(self.shelf.since(&self.known, from)).unwrap();
        if self.playground.follow(log).unwrap() {
            self.known = known;
        } else {
            (self.known, self.playground) = now(self.shelf.open("one")).unwrap();
        }
    }
}

const ROAD: &str = include_str!("golden/road.txt");

#[test]
fn what_was_acknowledged_is_there_again() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    for line in ROAD.lines() {
        tab.line(line);
        tab.playground.tick(90_000).unwrap();
    }
    let mut again = Tab::open(&rows);
    assert_eq!(again.playground.log(), tab.playground.log());
    // Time that passed after the last command was not kept.
    again.playground.run_clock_to(tab.playground.now()).unwrap();
    assert_eq!(again.playground.account(), tab.playground.account());
    assert_eq!(again.playground.export(), tab.playground.export());
}

#[test]
fn two_tabs_end_with_the_same_account_and_all_commands() {
    let rows = MemoryRows::default();
    let mut tabs = [Tab::create(&rows), Tab::open(&rows)];
    for number in 0..100 {
        for (index, tab) in tabs.iter_mut().enumerate() {
            let made = tab.line(&format!(
                "aws kms create-key --description tab{index}-{number} --query KeyMetadata.Description --output text"
            ));
            assert_eq!(made, format!("tab{index}-{number}\n"));
            // One clock is always ahead of the other.
            tab.playground.tick(1_000 * (index as i64 + 1)).unwrap();
        }
    }
    assert!(tabs[1].conflicts >= 100, "{}", tabs[1].conflicts);
    for tab in &mut tabs {
        tab.follow();
    }
    let fresh = Tab::open(&rows);
    assert_eq!(fresh.playground.log().len(), 200);
    for tab in &tabs {
        assert_eq!(tab.playground.log(), fresh.playground.log());
        assert_eq!(
            tab.playground.account().regions,
            fresh.playground.account().regions
        );
    }
    assert_eq!(
        fresh.playground.account().regions["us-east-1"].keys.len(),
        200
    );
    // The log replays to the same account without any storage.
    let replayed = Playground::import(&fresh.playground.export()).unwrap();
    assert_eq!(replayed.account(), fresh.playground.account());
}

#[test]
fn a_line_runs_again_with_the_shell_it_began_with() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    tab.line("N=1");
    let mut other = Tab::open(&rows);
    other.line("aws kms create-key --description others");
    tab.line("N=${N}1 && aws kms create-key --description mine$N");
    assert_eq!(tab.conflicts, 1);
    assert_eq!(tab.line("echo $N"), "11\n");
    let descriptions = tab.line("aws kms describe-key --key-id $(aws kms list-keys --query 'Keys[1].KeyId' --output text) --query KeyMetadata.Description --output text");
    let other = tab.line("aws kms describe-key --key-id $(aws kms list-keys --query 'Keys[0].KeyId' --output text) --query KeyMetadata.Description --output text");
    let mut both = [descriptions.trim().to_owned(), other.trim().to_owned()];
    both.sort();
    assert_eq!(both, ["mine11", "others"]);
}

#[test]
fn undo_redo_and_a_new_branch_reach_the_other_tab() {
    let rows = MemoryRows::default();
    let mut one = Tab::create(&rows);
    for number in 0..3 {
        one.line(&format!("aws kms create-key --description {number}"));
    }
    let mut two = Tab::open(&rows);
    one.line("lab undo");
    two.follow();
    assert_eq!(
        (two.playground.log().len(), two.playground.undone()),
        (2, 1)
    );
    two.line("lab redo");
    one.follow();
    assert_eq!(
        (one.playground.log().len(), one.playground.undone()),
        (3, 0)
    );

    // An append after an undo deletes what redo could have brought back, here and in the other tab.
    one.line("lab undo");
    one.line("aws kms create-key --description instead");
    two.follow();
    assert_eq!(two.playground.log(), one.playground.log());
    assert_eq!(
        two.playground.account().regions,
        one.playground.account().regions
    );

    // Undo in one line with what follows, while the other tab was faster.
    two.line("aws kms create-key --description faster");
    one.line("lab undo && aws kms create-key --description after");
    assert_eq!(one.conflicts, 1);
    assert_eq!(one.playground.log().len(), 4);
    two.follow();
    assert_eq!(two.playground.log(), one.playground.log());
    let fresh = Tab::open(&rows);
    assert_eq!(fresh.playground.log(), one.playground.log());
    assert_eq!(fresh.playground.undone(), 0);

    // Starting over.
    one.line("lab reset");
    two.follow();
    assert!(two.playground.log().is_empty());
    two.line("aws kms create-key");
    one.line("aws kms create-key");
    assert_eq!(Tab::open(&rows).playground.log().len(), 2);
}

#[test]
fn another_account_in_its_place_reaches_the_other_tab() {
    let rows = MemoryRows::default();
    let mut one = Tab::create(&rows);
    one.line("aws kms create-key");
    let mut two = Tab::open(&rows);
    one.playground = Playground::new(Options {
        seed: 7,
        pace: Pace::Running,
        ..Options::default()
    });
    assert!(one.commit());
    two.line("aws kms create-key");
    assert_eq!(two.playground.options().seed, 7);
    assert_eq!(two.playground.log().len(), 1);
    one.follow();
    assert_eq!(
        one.playground.account().regions,
        two.playground.account().regions
    );
}

#[test]
fn a_command_writes_as_little_into_a_large_account_as_into_a_small_one() {
    let rows = MemoryRows::default();
    let mut tab = Tab::create(&rows);
    let cost = |tab: &mut Tab| {
        let before = rows.written();
        tab.line("aws kms create-key");
        rows.written() - before
    };
    // The first entry has no parent to name.
    cost(&mut tab);
    let small = cost(&mut tab);
    for _ in 0..600 {
        tab.line("aws kms create-key");
    }
    let large = cost(&mut tab);
    // Numbers may have more digits.
    assert!(large < small + 32, "{small} bytes, then {large}");
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

    // An undo to before the newest snapshot starts from the one before it: what nobody could replay further back is not looked at.
    let range = "entry/one/".to_owned().."entry/one0".to_owned();
    let entries = now(rows.read(vec![range])).unwrap().remove(0);
    let (key, text) = entries
        .iter()
        .find(|(_, text)| text.contains("\"service\":\""))
        .unwrap();
    put(
        &rows,
        key,
        &text.replace("\"service\":\"", "\"service\":\"no "),
    );
    let mut behind = Tab::open(&rows);
    let newest = behind.known.snapshot();
    while behind.playground.log().len() >= newest {
        assert!(behind.playground.undo().unwrap());
    }
    let keys = |tab: &Tab| tab.playground.account().regions["us-east-1"].keys.len();
    assert_eq!(keys(&behind) + entries.len() - (newest - 1), keys(&tab));
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
    let newer = stored.replacen("\"format\":1", "\"format\":9", 1);
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
    let room = rows.written();
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

fn put(rows: &MemoryRows, key: &str, text: &str) {
    assert!(now(rows.write(None, vec![Write::Put(key.to_owned(), text.to_owned())])).unwrap());
}

fn sandbox_row(rows: &MemoryRows) -> String {
    let range = "sandbox/one".to_owned().."sandbox/one0".to_owned();
    now(rows.read(vec![range])).unwrap()[0][0].1.clone()
}
