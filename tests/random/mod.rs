//! Seeded chance and accounts to begin with, for the tests that try many things.

#[path = "../before/mod.rs"]
mod before;

use std::sync::{Mutex, OnceLock};

use keystore_playground::playground::{Options, Pace, Playground};
use keystore_playground::sim::Memo;

pub use before::Before;

/// Numbers that look random and follow from the seed (SplitMix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap().max(1);
        usize::try_from(self.next() % end).unwrap()
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A number from the environment, such as `SEEDS=100`.
pub fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{name}={text} is no number"))
    })
}

/// An account in which a scenario was played. The key pairs of every scenario are made once.
pub fn begun(scenario: &str) -> Playground {
    static MEMO: OnceLock<Mutex<Memo>> = OnceLock::new();
    let memo = MEMO.get_or_init(Mutex::default);
    let mut playground = Playground::new(Options {
        pace: Pace::Manual,
        ..Options::default()
    });
    playground.remember(memo.lock().unwrap().clone());
    let mut shell = playground.shell();
    let reply = shell.run(&mut playground, &format!("lab scenario {scenario}"));
    assert_eq!(reply.exit_code, 0, "{}", reply.stderr);
    memo.lock().unwrap().absorb(playground.memo().clone());
    // A snapshot lies after so many entries: going back to it needs no scenario again.
    while !playground.log().len().is_multiple_of(64) {
        shell.run(&mut playground, "lab settle");
    }
    playground
}
