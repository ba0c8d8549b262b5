//! How the accounts are made: each named scenario, the road, and a long session with a bit of everything.

use std::rc::Rc;
use std::sync::{Mutex, OnceLock};

use keystore_playground::playground::{
    Committed, Known, Options, Pace, Playground, SCENARIOS, Shelf,
};
use keystore_playground::ports::MemoryRows;
use keystore_playground::sim::Memo;

use super::now;

/// Id of the sandbox in the storage.
pub const ID: &str = "golden";

const ROAD: &str = include_str!("road.txt");
const MIXED: &str = include_str!("mixed.txt");

/// Names of the accounts.
pub fn names() -> Vec<&'static str> {
    let scenarios = SCENARIOS.iter().map(|(id, ..)| *id);
    scenarios.chain(["road", "mixed"]).collect()
}

/// Key pairs that were made.
fn memo() -> &'static Mutex<Memo> {
    static MEMO: OnceLock<Mutex<Memo>> = OnceLock::new();
    MEMO.get_or_init(Mutex::default)
}

/// An account, and the storage in which each of its commands was kept as the page keeps them.
pub fn play(name: &str) -> (Playground, MemoryRows) {
    let scenario = format!("lab scenario {name}");
    let lines = match name {
        "road" => ROAD,
        "mixed" => MIXED,
        _ => &scenario,
    };
    let rows = MemoryRows::default();
    let shelf = Shelf::new(Rc::new(rows.clone()));
    let mut playground = Playground::new(Options {
        pace: Pace::Running,
        ..Options::default()
    });
    playground.remember(memo().lock().unwrap().clone());
    let mut known = now(shelf.create(ID, name, 1_000, playground.change())).unwrap();
    playground.settled_in();
    let mut shell = playground.shell();
    for line in lines.lines() {
        playground.mark();
        playground.tick(750).unwrap();
        shell.run(&mut playground, line);
        keep(&shelf, &mut known, &mut playground);
    }
    memo().lock().unwrap().absorb(playground.memo().clone());
    (playground, rows)
}

fn keep(shelf: &Shelf, known: &mut Known, playground: &mut Playground) {
    if !known.differs(playground) {
        return;
    }
    match now(shelf.commit(known, playground.change(), 2_000)).unwrap() {
        Committed::Done(after) => *known = *after,
        Committed::Behind => panic!("nobody else writes"),
    }
    playground.settled_in();
    if let Some((entries, text)) = playground.snapshot_due(known.snapshot()) {
        assert!(now(shelf.keep_snapshot(known, entries, text)).unwrap());
        known.set_snapshot(entries);
    }
}
