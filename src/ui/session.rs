//! The account with the terminal session in it, and what that session has shown so far.

use std::rc::Rc;

use crate::api::{Bug, Explanation};
use crate::command::{Command, HostAction};
use crate::model::SECOND;
use crate::playground::Playground;
use crate::shell::{Shell, masked};
use crate::text::page as words;

/// Lines with their output that are kept on the screen.
const MOST_PRINTED: usize = 500;
/// Where uploaded files go.
const UPLOADS: &str = "/home/ec2-user";

/// A line that was typed, with what it printed.
#[derive(Debug)]
pub(super) struct Printed {
    /// Counts up, so that each keeps its place on the page while others come and go.
    pub(super) number: u64,
    pub(super) prompt: String,
    /// The line; empty when it was a secret.
    pub(super) line: String,
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) refused: Option<Explanation>,
}

/// A list that grows and is compared by identity: comparing what a terminal printed four times a second would be waste.
#[derive(Debug)]
pub(super) struct Shared<T>(Rc<Vec<Rc<T>>>);

impl<T> Shared<T> {
    fn push(&mut self, item: T) {
        let items = Rc::make_mut(&mut self.0);
        items.push(Rc::new(item));
        let surplus = items.len().saturating_sub(MOST_PRINTED);
        items.drain(..surplus);
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = [Rc<T>];
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The account with its terminal session.
pub(super) struct Session {
    pub(super) playground: Playground,
    pub(super) shell: Shell,
    pub(super) screen: Shared<Printed>,
    /// Lines that were typed, their secrets masked; it lives in memory only.
    pub(super) history: Shared<String>,
    printed: u64,
}

impl Session {
    pub(super) fn new(playground: Playground) -> Self {
        let shell = playground.shell();
        Self {
            playground,
            shell,
            screen: Shared::default(),
            history: Shared::default(),
            printed: 0,
        }
    }

    /// Runs a typed line; answers whether all went well.
    pub(super) fn line(&mut self, line: &str) -> bool {
        let (prompt, hidden) = (self.shell.prompt(), self.shell.hidden());
        let masked = masked(line);
        if !hidden && !line.trim().is_empty() {
            self.history.push(masked.clone());
        }
        let reply = self.shell.run(&mut self.playground, line);
        // A program's prompt leaves the exit code of the command before it standing: what was said counts as well.
        let well = reply.refused.is_none() && (reply.exit_code == 0 || reply.stderr.is_empty());
        let shown = if hidden { String::new() } else { masked };
        self.show(prompt, shown, reply.stdout, reply.stderr, reply.refused);
        well
    }

    /// Runs lines up to the first that fails.
    pub(super) fn lines(&mut self, lines: &[String]) {
        for line in lines {
            if !self.line(line) {
                return;
            }
        }
    }

    /// Ctrl-C; `typed` is what stood on the line.
    pub(super) fn interrupt(&mut self, typed: &str) {
        let typed = if self.shell.hidden() { "" } else { typed };
        let line = format!("{typed}{}", words::INTERRUPTED);
        let prompt = self.shell.prompt();
        self.shell.interrupt();
        self.show(prompt, line, String::new(), String::new(), None);
    }

    /// Empties the screen.
    pub(super) fn clear(&mut self) {
        self.screen = Shared::default();
    }

    /// Moves the clock to the next thing that is under way, by a command of its own.
    pub(super) fn skip(&mut self) -> Result<(), Bug> {
        let account = self.playground.account();
        let due = account
            .jobs
            .jobs()
            .iter()
            .find(|scheduled| scheduled.job.is_transition())
            .map(|scheduled| scheduled.due);
        let Some(due) = due else {
            return Ok(());
        };
        // Whole seconds, and never short of the moment.
        let seconds = (due.0 - account.now.0 + SECOND - 1) / SECOND;
        self.playground.advance(seconds)
    }

    /// Puts an uploaded file into the home of the client host.
    pub(super) fn upload(&mut self, name: &str, text: String) -> Result<(), Bug> {
        let done = self.playground.run(Command::Host {
            region: self.shell.region().to_owned(),
            action: HostAction::WriteFile {
                path: format!("{UPLOADS}/{name}"),
                text,
            },
        });
        done.map(|_| ())
    }

    /// A file of the client host.
    pub(super) fn file(&self, path: &str) -> Option<&str> {
        let region = self.playground.account().region(self.shell.region())?;
        region.client.files.get(path).map(String::as_str)
    }

    fn show(
        &mut self,
        prompt: String,
        line: String,
        stdout: String,
        stderr: String,
        refused: Option<Explanation>,
    ) {
        self.printed += 1;
        self.screen.push(Printed {
            number: self.printed,
            prompt,
            line,
            stdout,
            stderr,
            refused,
        });
    }
}
