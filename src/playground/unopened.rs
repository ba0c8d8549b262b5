//! Why an account cannot be opened.

use std::fmt::{self, Display};

use super::Short;
use crate::api::Bug;
use crate::command::LAST_MOMENT;
use crate::model::{DAY, Timestamp};
use crate::text::{opening as words, problems};

/// The first moment at which a simulated clock may stand: 2000-01-01T00:00:00Z.
pub const EARLIEST: Timestamp = Timestamp(946_684_800_000);

/// The last one: what is under way when commands can move the clock no further comes to its end within a year.
pub const LATEST: Timestamp = Timestamp(LAST_MOMENT.0 + 365 * DAY);

/// Why an account cannot be opened from what was kept or sent. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It is not an exported account; what the parser said.
    NotASave(String),
    /// It is no link, or a part of it is missing or was changed on its way.
    Cut,
    /// A newer version wrote it; its format.
    Newer(u64),
    /// Its entries do not follow each other; index of the first that does not.
    Broken(usize),
    /// What the account is made from is not what its log begins with: seed, account, Region or first moment were changed.
    Origin,
    /// Its last entry, of that index, is not the one that its record names.
    Tail(usize),
    /// An entry holds a secret in clear; its index.
    Clear(usize),
    /// It is opened only up to a command.
    Short(Box<Short>),
    /// A moment lies outside of what a simulated clock shows; index of the entry, where it is one's.
    OutOfTime(Option<usize>, Timestamp),
    /// An entry moves the clock by what no command does; its index, and the seconds.
    TooFar(usize, i64),
    /// It has more entries than are opened from elsewhere.
    TooMany(usize),
    /// The link is longer than any that is made here; its characters.
    TooLong(usize),
    /// To run it takes more than is done for what comes from elsewhere.
    TooMuchWork,
    /// It cannot be run.
    Replay(Bug),
}

impl Display for Unopened {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&match self {
            Self::NotASave(what) => words::not_a_save(what),
            Self::Cut => words::CUT.to_owned(),
            Self::Newer(format) => problems::newer(*format),
            Self::Broken(index) => words::broken(index + 1),
            Self::Origin => words::ORIGIN.to_owned(),
            Self::Tail(index) => words::tail(index + 1),
            Self::Clear(index) => words::clear(index + 1),
            Self::Short(short) => short.to_string(),
            Self::OutOfTime(index, at) => {
                words::out_of_time(index.map(|index| index + 1), *at, EARLIEST, LATEST)
            }
            Self::TooFar(index, seconds) => words::too_far(index + 1, *seconds),
            Self::TooMany(entries) => words::too_many(*entries, super::opening::MOST_ENTRIES),
            Self::TooLong(length) => words::too_long(*length, crate::command::LONGEST_LINK),
            Self::TooMuchWork => words::TOO_MUCH_WORK.to_owned(),
            Self::Replay(bug) => words::not_run(&bug.0),
        })
    }
}

impl std::error::Error for Unopened {}

impl Unopened {
    /// How many of its entries are sound, where a part is.
    #[must_use]
    pub fn sound(&self) -> Option<usize> {
        match self {
            Self::Broken(index)
            | Self::Tail(index)
            | Self::OutOfTime(Some(index), _)
            | Self::TooFar(index, _) => Some(*index),
            _ => None,
        }
    }
}
