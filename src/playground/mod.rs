//! The facade: the one door through which everything happens. Page, terminal and tests go through [`Playground::run`] and
//! [`Playground::call`], AWS clients through [`Playground::handle`]; there is no other way in.

#[cfg(test)]
mod changed;
mod checklist;
mod difference;
mod door;
mod handle;
mod history;
mod keep;
mod log;
mod opening;
mod packed;
mod rewind;
mod road;
mod run;
mod save;
mod scenario;
mod share;
mod shelf;
mod snapshots;
mod typing;
mod unopened;
mod world;

pub use checklist::{Requirement, State, StoreForm};
pub use difference::{Difference, Verdict};
pub use history::Past;
pub use keep::{Change, Log};
pub use log::{Entry, Summary};
pub use opening::{FORMAT, MOST_ENTRIES, MOST_WORK, Opened, Opening, Progress, Short, Stepped};
pub use rewind::Rewind;
pub use road::{Road, STEPS, Step, client_inside};
pub use scenario::SCENARIOS;
pub use share::{SHARE_ADDRESS, SHARE_FORMAT, SharedSummary, shared_summary};
pub use shelf::{Aside, Committed, Known, Listed, Listing, Record, Shelf};
pub use typing::{Typed, Typing};
pub use unopened::Unopened;

use serde::{Deserialize, Serialize};

use crate::api::{Bug, Explanation};
use crate::command::LAST_MOMENT;
use crate::lab;
use crate::model::{Account, Secret, Timestamp};
use crate::shell::Shell;
use crate::sim::{self, Entropy, Memo};
use log::hash;
use snapshots::Snapshots;
use world::World;

/// What an account is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// Twelve digits.
    pub account_id: String,
    /// The Region of calls that name none.
    pub region: String,
    /// Same seed and commands, same bytes.
    pub seed: u64,
    /// The clock's first moment.
    pub start_time: Timestamp,
    /// How time passes.
    pub pace: Pace,
    /// Number of commands before the first on the log: a link leaves out those of a world that a scenario replaced, and what follows keeps
    /// its place.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub earlier: usize,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands out a reference"
)]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Default for Options {
    fn default() -> Self {
        Self {
            account_id: "111122223333".to_owned(),
            region: "us-east-1".to_owned(),
            seed: 0,
            // 2026-01-01T00:00:00Z
            start_time: Timestamp(1_767_225_600_000),
            pace: Pace::Instant,
            earlier: 0,
        }
    }
}

impl Options {
    /// The account before its first command.
    fn new_account(&self) -> Account {
        lab::genesis::account(&self.account_id, self.seed, self.start_time)
    }

    /// What stands for the entry before the first, so that nothing that an account is made from is changed unnoticed. How time passes may
    /// change.
    fn origin(&self) -> String {
        let made_from = (
            &self.account_id,
            &self.region,
            self.seed,
            self.start_time,
            self.earlier,
        );
        hash(&made_from)
    }
}

/// How time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pace {
    /// After each command the clock jumps to the last transition that is due; waiting periods pass only by advancing.
    Instant,
    /// Only advancing and settling move the clock.
    Manual,
    /// The page's clock runs.
    Running,
}

/// A simulated AWS account with its log.
pub struct Playground {
    world: World,
    log: log::Entries,
    /// Number of entries in force; the ones after them are for redo.
    head: usize,
    /// Accounts after so many entries, so that undo need not replay everything.
    snapshots: Snapshots,
    /// The work of the time that passed since the last entry.
    ticked: u64,
    /// Kept snapshots that lie further back, each as it is kept, for an undo that goes so far.
    older: Vec<(usize, String)>,
    /// Whether transitions that need a key pair wait until somebody has made it, and whether there are any.
    patient: bool,
    unsettled: bool,
    /// What of the log is kept, as far as this account knows.
    kept: keep::Kept,
    /// The clock before the running command.
    marked: Timestamp,
    /// The explanation of the last refusal, for the reader who asks why.
    last_refusal: Option<Explanation>,
    /// How often something was refused, so that a door notices a new refusal.
    refusals: u64,
}

impl Playground {
    /// A new account.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let world = World::new(options);
        let mut snapshots = Snapshots::default();
        snapshots.add(0, world.account.clone());
        Self {
            snapshots,
            older: Vec::new(),
            kept: keep::Kept::default(),
            marked: world.account.now,
            log: log::Entries::new(world.options.origin()),
            world,
            head: 0,
            patient: false,
            unsettled: false,
            ticked: 0,
            last_refusal: None,
            refusals: 0,
        }
    }

    /// A terminal session in the account's default Region.
    #[must_use]
    pub fn shell(&self) -> Shell {
        Shell::new(&self.world.options.region)
    }

    /// What the account was made from.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.world.options
    }

    /// The account, to look at.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.world.account
    }

    /// The simulated clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.world.account.now
    }

    /// The entries in force, oldest first.
    #[must_use]
    pub fn log(&self) -> &[Entry] {
        &self.log[..self.head]
    }

    /// An entry, in force or undone.
    #[must_use]
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.log.get(index)
    }

    /// How many undone entries redo could bring back.
    #[must_use]
    pub fn undone(&self) -> usize {
        self.log.len() - self.head
    }

    /// The explanation of the last refusal.
    #[must_use]
    pub fn last_refusal(&self) -> Option<&Explanation> {
        self.last_refusal.as_ref()
    }

    /// How often something was refused so far.
    #[must_use]
    pub fn refusals(&self) -> u64 {
        self.refusals
    }

    fn refused(&mut self, explanation: Explanation) {
        self.last_refusal = Some(explanation);
        self.refusals += 1;
    }

    /// Sets how time passes from now on.
    pub fn set_pace(&mut self, pace: Pace) {
        self.world.options.pace = pace;
    }

    /// The random bytes of the next command.
    fn entropy(&self) -> Entropy {
        Entropy::new(self.world.options.seed, self.world.account.number + 1)
    }

    /// Seals a secret; its clear text stays at hand until the next command has run.
    pub fn seal(&mut self, clear: &[u8]) -> Secret {
        let secret = sim::seal(self.world.options.seed, clear);
        self.world.vault.insert(secret.mac.clone(), clear.to_vec());
        secret
    }

    /// RSA key pairs made so far, to hand to another playground of the same seed.
    #[must_use]
    pub fn memo(&self) -> &Memo {
        &self.world.memo
    }

    /// Takes over key pairs that were made before.
    pub fn remember(&mut self, memo: Memo) {
        self.world.memo.absorb(memo);
    }

    /// Goes on making the RSA key pairs that scheduled jobs will need until `pause` asks for a break; returns whether all are made.
    pub fn prepare(&mut self, pause: &mut dyn FnMut() -> bool) -> bool {
        self.world.prepare_keys(pause)
    }

    /// Lets real time pass, in a page whose clock runs: writes nothing.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    pub fn tick(&mut self, millis: i64) -> Result<(), Bug> {
        let target = self.world.account.now.plus(millis.max(0));
        let target = target.min(LAST_MOMENT);
        self.advance_clock(target)
    }
}
