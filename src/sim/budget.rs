//! Work, counted: whoever replays a log does a little of it at a time, and lets the page breathe in between.

/// What a command of ordinary size counts.
pub const COMMAND_WORK: u64 = 10;

/// What making an RSA key pair counts.
const RSA_WORK: u64 = 10_000;

/// How much work may be done before somebody else has a turn. The unit is a job that falls due, such as a daily backup: about a fiftieth
/// of a millisecond in a browser.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    limit: u64,
    spent: u64,
    once: u64,
}

impl Budget {
    /// So many units, at least one.
    #[must_use]
    pub fn of(units: u64) -> Self {
        Self {
            limit: units.max(1),
            spent: 0,
            once: 0,
        }
    }

    /// As many as it takes.
    #[must_use]
    pub fn unlimited() -> Self {
        Self::of(u64::MAX)
    }

    /// Counts work that was done.
    pub fn take(&mut self, units: u64) {
        self.spent = self.spent.saturating_add(units);
    }

    /// Counts RSA key pairs that were made: once, for they are kept.
    pub fn take_rsa(&mut self, pairs: usize) {
        self.take_once(RSA_WORK * pairs as u64);
    }

    /// Counts work that is done once, for what it makes is kept.
    pub fn take_once(&mut self, units: u64) {
        self.take(units);
        self.once += units;
    }

    /// Whether it is used up.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.spent >= self.limit
    }

    /// Units that were used.
    #[must_use]
    pub fn spent(&self) -> u64 {
        self.spent
    }

    /// Units that the same work would use another time.
    #[must_use]
    pub fn again(&self) -> u64 {
        self.spent - self.once
    }
}
