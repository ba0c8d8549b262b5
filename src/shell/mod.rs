//! The terminal: a small POSIX-like shell on the client host, and the tools that run in it. It is a door like any other: it reaches
//! the account through [`Door`] alone.

mod door;
pub mod hsm_tools;
pub mod program;

pub use door::{Door, Reply};

/// A terminal session.
#[derive(Clone, Debug)]
pub struct Shell {
    region: String,
}

impl Shell {
    /// A session on the client host of a Region.
    #[must_use]
    pub fn new(region: &str) -> Self {
        Self {
            region: region.to_owned(),
        }
    }

    /// Runs a line.
    pub fn run(&mut self, _door: &mut dyn Door, _line: &str) -> Reply {
        Reply::default()
    }

    /// Name of the Region that commands go to unless they say otherwise.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }
}
