//! The account with the terminal session in it, what that session has shown so far, and the one way in which the page changes anything.

use std::rc::Rc;

use serde_json::Value;

use super::pages::name_of;
use crate::api::{AwsError, Bug, Explanation};
use crate::command::{Command, HostAction};
use crate::model::{Region, SECOND};
use crate::playground::{Playground, Typing};
use crate::shell::{Completion, HOME, Offered, Shell};
use crate::text::{page as words, pages::frame};

/// Lines with their output that are kept on the screen.
const MOST_PRINTED: usize = 500;

/// A call of an AWS operation, its secrets in clear: it lives until it is carried out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    /// Service word, such as `kms`.
    pub(super) service: &'static str,
    /// Operation name.
    pub(super) operation: &'static str,
    /// Region.
    pub(super) region: String,
    /// Input.
    pub(super) input: Value,
}

/// Something that the page does to the account. It can be done again when another tab was faster.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// A line typed into the terminal.
    Line(String),
    /// A line of a text pasted into the terminal: not to be taken for a secret.
    Pasted(String),
    /// Lines for the terminal, up to the first that fails.
    Lines(Vec<String>),
    /// Lines for a terminal session of their own, up to the first that fails.
    Script(Vec<String>),
    /// The script that breaks a rule, in terminals of its own.
    Break(&'static str),
    /// The lines that cure what such a script has broken, like [`Act::Script`].
    Cure(Vec<String>),
    /// A call of an AWS operation.
    Call(Request),
    /// A file for the home of the client host.
    Upload {
        /// Its name.
        name: String,
        /// Its content.
        text: String,
    },
    /// Takes the last command back.
    Undo,
    /// Brings it back.
    Redo,
    /// Moves the clock to the next thing that is under way.
    Skip,
    /// Moves the clock until nothing is under way.
    Settle,
}

/// What came of an [`Act`].
#[derive(Clone, Debug)]
pub(super) enum Done {
    /// It is done.
    Well,
    /// It is done, and the reader should hear of it.
    Said(String),
    /// The operation answered.
    Answer(Value),
    /// The operation refused.
    Refused(Box<AwsError>),
    /// Lines of a session of their own, with what they printed.
    Script(Typing),
    /// A bug of ours; nothing was changed.
    Broke(Bug),
}

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
    /// A file for the reader's own computer.
    pub(super) offered: Option<Offered>,
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

/// A terminal session before an act.
pub(super) struct Before {
    shell: Shell,
    screen: Shared<Printed>,
    history: Shared<String>,
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

    /// What the terminal shows and how it goes on, for an act that may have to be taken back.
    pub(super) fn before(&self) -> Before {
        Before {
            shell: self.shell.clone(),
            screen: self.screen.clone(),
            history: self.history.clone(),
            printed: self.printed,
        }
    }

    /// Shows what it showed before an act.
    pub(super) fn take_back(&mut self, before: Before) {
        self.shell = before.shell;
        self.screen = before.screen;
        self.history = before.history;
        self.printed = before.printed;
    }

    /// Another account in place of this one; the terminal goes on.
    pub(super) fn replace(&mut self, playground: Playground) {
        self.playground = playground;
    }

    /// Does something to the account. Nothing on the page changes it in another way.
    pub(super) fn perform(&mut self, act: &Act) -> Done {
        match act {
            Act::Line(line) => {
                self.line(line);
                while let Some(next) = self.shell.next_held() {
                    self.line(&next);
                }
                Done::Well
            }
            Act::Pasted(line) => {
                if !self.shell.hold(line) {
                    self.line(line);
                }
                Done::Well
            }
            Act::Lines(lines) => {
                // Up to the first that fails.
                let _ = lines.iter().all(|line| self.line(line));
                Done::Well
            }
            Act::Script(lines) | Act::Cure(lines) => {
                Done::Script(self.playground.type_lines(self.shell.region(), lines))
            }
            Act::Break(script) => {
                Done::Script(self.playground.type_script(self.shell.region(), script))
            }
            Act::Call(request) => self.call(request),
            Act::Upload { name, text } => done(self.upload(name, text.clone())),
            Act::Undo => {
                let undone = self.last_command();
                said(self.playground.undo(), || frame::undone(&undone))
            }
            Act::Redo => {
                let redone = self.playground.redo();
                said(redone, || frame::redone(&self.last_command()))
            }
            Act::Skip => done(self.skip()),
            Act::Settle => done(self.playground.settle()),
        }
    }

    /// Whether an act may take seconds, in which the page stands still.
    pub(super) fn takes_long(&self, act: &Act) -> bool {
        match act {
            Act::Line(line) | Act::Pasted(line) => self.shell.takes_long(line),
            Act::Lines(lines) | Act::Script(lines) => {
                lines.iter().any(|line| self.shell.takes_long(line))
            }
            Act::Break(script) => self.shell.takes_long(script),
            _ => false,
        }
    }

    /// The Region that the page and the terminal are in.
    pub(super) fn region(&self) -> Option<&Region> {
        self.playground.account().region(self.shell.region())
    }

    /// Runs a typed line; answers whether all went well.
    fn line(&mut self, line: &str) -> bool {
        if !self.shell.hidden() && !line.trim().is_empty() {
            self.history.push(self.shell.masked(line));
        }
        self.printed += 1;
        let (printed, well) = run(&mut self.playground, &mut self.shell, line, self.printed);
        self.screen.push(printed);
        well
    }

    fn call(&mut self, request: &Request) -> Done {
        let Request {
            service,
            operation,
            region,
            input,
        } = request;
        match self
            .playground
            .call(service, operation, region, input.clone())
        {
            Ok(Ok(answer)) => Done::Answer(answer),
            Ok(Err(error)) => Done::Refused(Box::new(error)),
            Err(bug) => Done::Broke(bug),
        }
    }

    /// Name of the last command in force, as the event history has it.
    fn last_command(&self) -> String {
        let log = self.playground.log();
        let last = log
            .len()
            .checked_sub(1)
            .and_then(|index| Some((index, log.get(index)?)));
        last.map_or_else(String::new, |(index, entry)| name_of(index, entry))
    }

    /// What the word before the cursor of a line may become.
    pub(super) fn complete(&self, line: &str, cursor: usize) -> Completion {
        self.shell.complete(&self.playground, line, cursor)
    }

    /// Ctrl-C; `typed` is what stood on the line.
    pub(super) fn interrupt(&mut self, typed: &str) {
        let typed = self.shell.masked_unfinished(typed);
        let line = format!("{typed}{}", words::INTERRUPTED);
        let prompt = self.shell.prompt();
        self.shell.interrupt();
        self.printed += 1;
        self.screen.push(Printed {
            number: self.printed,
            prompt,
            line,
            stdout: String::new(),
            stderr: String::new(),
            refused: None,
            offered: None,
        });
    }

    /// Empties the screen.
    pub(super) fn clear(&mut self) {
        self.screen = Shared::default();
    }

    /// Moves the clock to the next thing that is under way, by a command of its own.
    fn skip(&mut self) -> Result<(), Bug> {
        let account = self.playground.account();
        let due = account
            .jobs
            .transitions()
            .next()
            .map(|scheduled| scheduled.due);
        let Some(due) = due else {
            return Ok(());
        };
        // Whole seconds, and never short of the moment.
        let seconds = (due.0 - account.now.0 + SECOND - 1) / SECOND;
        self.playground.advance(seconds)
    }

    /// Puts an uploaded file into the home of the client host.
    fn upload(&mut self, name: &str, text: String) -> Result<(), Bug> {
        let done = self.playground.run(Command::Host {
            region: self.shell.region().to_owned(),
            action: HostAction::WriteFile {
                path: format!("{HOME}/{name}"),
                text,
            },
        });
        done.map(|_| ())
    }
}

/// Runs a line in a session; answers what to show of it, and whether all went well.
fn run(playground: &mut Playground, shell: &mut Shell, line: &str, number: u64) -> (Printed, bool) {
    let (prompt, shown) = (shell.prompt(), shell.masked(line));
    let reply = shell.run(playground, line);
    // A program's prompt leaves the exit code of the command before it standing: what was said counts as well.
    let well = reply.refused.is_none() && (reply.exit_code == 0 || reply.stderr.is_empty());
    let printed = Printed {
        number,
        prompt,
        line: shown,
        stdout: reply.stdout,
        stderr: reply.stderr,
        refused: reply.refused,
        offered: reply.offered,
    };
    (printed, well)
}

/// What the reader hears of something that was done, if it was.
fn said(result: Result<bool, Bug>, words: impl FnOnce() -> String) -> Done {
    match result {
        Ok(true) => Done::Said(words()),
        Ok(false) => Done::Well,
        Err(bug) => Done::Broke(bug),
    }
}

fn done(result: Result<(), Bug>) -> Done {
    match result {
        Ok(()) => Done::Well,
        Err(bug) => Done::Broke(bug),
    }
}
