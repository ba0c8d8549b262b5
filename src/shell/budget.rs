//! What a line may use up: work, and memory. A line that takes more than anybody waits for is interrupted, and says so.

use std::cell::Cell;

use super::door::Needed;
use super::program::Ran;
use crate::pki::RsaKey;
use crate::text::shell as words;

/// Steps of work that a line may take. A step is about a microsecond of work in a browser; waiting twenty minutes for something and
/// looking every second takes half of them.
const STEPS: u64 = 2_000_000;
/// Bytes of text that one step handles.
const BYTES: usize = 64;

/// Things inside each other that a text may hold: more are a paste gone wrong, and would exhaust the stack. No reader of texts calls
/// another one, and no command runs inside another one, so that what they need does not add up.
pub(super) const DEEPEST: usize = 50;

/// The longest text that a pipe, a command substitution or a file holds, in bytes.
pub(super) const TEXT: usize = 2 << 20;
/// The longest output of a line, in bytes.
pub(super) const OUTPUT: usize = 1 << 20;
/// The longest value of a variable, in bytes.
pub(super) const VALUE: usize = 1 << 20;
/// What all variables together may hold, in bytes.
pub(super) const VARIABLES: usize = 4 << 20;
/// What the words of one command may hold, in bytes.
pub(super) const WORDS: usize = 1 << 20;
/// The most words of one command.
pub(super) const MOST_WORDS: usize = 20_000;

/// The work that is left to a line.
#[derive(Clone, Debug)]
pub struct Budget(Cell<u64>);

impl Default for Budget {
    fn default() -> Self {
        Self(Cell::new(STEPS))
    }
}

impl Budget {
    /// Takes steps of work from it; returns whether there were as many.
    pub(super) fn spend(&self, steps: u64) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(steps));
        left >= steps
    }

    /// Takes the work that a text of so many bytes makes; returns whether there was as much.
    pub(super) fn spend_bytes(&self, bytes: usize) -> bool {
        self.spend(1 + (bytes / BYTES) as u64)
    }

    /// Whether nothing is left.
    pub(super) fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}

/// The work of making an RSA key of so many bits: it grows with the fourth power of the length.
fn of_key(bits: usize) -> u64 {
    let doubled = (bits / 1024) as u64;
    5_000 * doubled.pow(3)
}

/// The work of making something.
pub(super) fn of_making(needed: &Needed) -> u64 {
    match needed {
        Needed::Key(bits) => of_key(*bits),
        Needed::Authority | Needed::Hsms => of_key(RsaKey::USUAL_BITS),
        Needed::Scenario(_) => 3 * of_key(RsaKey::USUAL_BITS),
    }
}

/// What is said to a line that took all steps.
pub(super) fn spent() -> String {
    words::spent(STEPS)
}

impl Ran {
    /// Whether it printed so much already that the rest would be cut off.
    pub(super) fn is_full(&self) -> bool {
        self.stdout.len() + self.stderr.len() > TEXT
    }
}
