//! Transcripts: what a reader types and sees.

mod aws;
mod complete;
mod lab;
mod language;
mod openssl;
mod session;

use crate::playground::{Options, Pace, Playground};
use crate::shell::{Reply, Shell};

/// A new account with a terminal.
struct Terminal {
    playground: Playground,
    shell: Shell,
}

impl Terminal {
    fn new() -> Self {
        let playground = Playground::new(Options {
            pace: Pace::Manual,
            ..Options::default()
        });
        let shell = playground.shell();
        Self { playground, shell }
    }

    fn type_in(&mut self, line: &str) -> Reply {
        self.shell.run(&mut self.playground, line)
    }

    /// Standard output of a line that succeeds.
    fn out(&mut self, line: &str) -> String {
        let reply = self.type_in(line);
        assert_eq!((reply.exit_code, reply.stderr.as_str()), (0, ""), "{line}");
        reply.stdout
    }

    /// Standard error and exit code of a line that fails.
    fn err(&mut self, line: &str) -> (String, i32) {
        let reply = self.type_in(line);
        assert_eq!(reply.stdout, "", "{line}");
        (reply.stderr, reply.exit_code)
    }
}
