//! What comes of an opening.

use std::fmt::{self, Display};

use crate::playground::{Difference, Known, Playground, Unopened};

/// An account that was opened.
pub struct Opened {
    /// The account.
    pub playground: Playground,
    /// The sandbox that it is, where it was kept as one. Where it has to be written anew, it differs from the account: the next commit does
    /// that, after [`Shelf::keep_original`](crate::playground::Shelf::keep_original) where it is not opened whole.
    pub known: Option<Known>,
    /// Why it is opened only up to a command; `None` where all of it is.
    pub short: Option<Short>,
    /// Whether an earlier version wrote it.
    pub older: bool,
}

/// Why an account is opened only up to a command. It prints itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Short {
    /// This version answers the next command otherwise.
    Differs(Difference),
    /// The rest is damaged, and the reader wants what is sound.
    Damaged(Unopened),
}

impl Display for Short {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Differs(difference) => difference.fmt(formatter),
            Self::Damaged(why) => why.fmt(formatter),
        }
    }
}

impl Opened {
    /// The account, where it is opened whole.
    ///
    /// # Errors
    /// [`Unopened::Short`].
    pub fn whole(self) -> Result<Playground, Unopened> {
        match self.short {
            None => Ok(self.playground),
            Some(short) => Err(Unopened::Short(Box::new(short))),
        }
    }
}
