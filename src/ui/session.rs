//! The account with its terminal session and that session's output, and the only way in which the page changes the account.

mod lines;

use serde_json::Value;

use self::lines::{After, Running};
use super::deed;
pub(super) use super::screen::{Printed, Shared};
use crate::api::{AwsError, Bug, CallError};
use crate::command::{Command, HostAction};
use crate::model::{Region, SECOND, Timestamp};
use crate::playground::{Playground, Typing};
use crate::shell::{Completion, Door, HOME, Needed, Shell};
use crate::text::pages::frame;
use crate::web;

/// Milliseconds that a line runs before the page answers.
const SLICE: i64 = 40;

/// A call of an AWS operation with its secrets in clear text; it exists only until it runs.
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

impl Request {
    /// Service and operation, such as `kms:CreateKey`.
    pub(super) fn key(&self) -> String {
        format!("{}:{}", self.service, self.operation)
    }
}

/// A change of the account by the page. It can run again if another tab was faster.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Act {
    /// A line typed into the terminal.
    Line(String),
    /// A line of a text pasted into the terminal: not to be taken for a secret.
    Pasted(String),
    /// Lines for the terminal, up to the first that fails.
    Lines(Vec<String>),
    /// Goes on with the lines of the terminal that are running.
    GoOn,
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
    /// Moves the clock to the next thing that is in progress.
    Skip,
    /// Moves the clock until nothing is in progress with the resource of that id.
    Await(String),
    /// Moves the clock until nothing is in progress.
    Settle,
}

/// What came of an [`Act`].
#[derive(Clone, Debug)]
pub(super) enum Done {
    /// It is done.
    Well,
    /// It goes on with [`Act::GoOn`], after a break in which the page answers.
    Paused,
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

/// The account with its terminal session.
pub(super) struct Session {
    pub(super) playground: Playground,
    pub(super) shell: Shell,
    pub(super) screen: Shared<Printed>,
    /// Lines that were typed, their secrets masked; it lives in memory only.
    pub(super) history: Shared<String>,
    printed: u64,
    running: Option<Running>,
    /// What is carried out as soon as what it needs is made.
    preparing: Option<Act>,
    /// Whether the reader has interrupted what is running.
    interrupted: bool,
}

/// A terminal session before an act.
pub(super) struct Before {
    shell: Shell,
    screen: Shared<Printed>,
    history: Shared<String>,
    printed: u64,
    running: Option<Running>,
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
            running: None,
            preparing: None,
            interrupted: false,
        }
    }

    /// What the terminal shows and how it goes on, for an act that may have to be taken back.
    pub(super) fn before(&self) -> Before {
        Before {
            shell: self.shell.clone(),
            screen: self.screen.clone(),
            history: self.history.clone(),
            printed: self.printed,
            running: self.running.clone(),
        }
    }

    /// Shows what it showed before an act.
    pub(super) fn take_back(&mut self, before: Before) {
        self.shell = before.shell;
        self.screen = before.screen;
        self.history = before.history;
        self.printed = before.printed;
        self.running = before.running;
        self.preparing = None;
    }

    /// Another account in place of this one; the terminal goes on.
    pub(super) fn replace(&mut self, playground: Playground) {
        self.playground = playground;
    }

    /// Runs an act on the account. The page changes the account in no other way.
    pub(super) fn perform(&mut self, act: &Act) -> Done {
        if !self.is_prepared(act) {
            self.preparing = Some(act.clone());
            return Done::Paused;
        }
        match act {
            Act::Line(line) => self.begin(vec![line.clone()], After::Held),
            Act::Pasted(line) if self.shell.hold(line) => Done::Well,
            Act::Pasted(line) => self.begin(vec![line.clone()], After::Nothing),
            Act::Lines(lines) => self.begin(lines.clone(), After::Next),
            Act::GoOn => match self.preparing.take() {
                Some(act) => self.perform(&act),
                None => self.go_on(),
            },
            Act::Script(lines) | Act::Cure(lines) => {
                let before = self.playground.log().len();
                let typing = self.playground.type_lines(self.shell.region(), lines);
                self.caught_up(before)
                    .map_or_else(Done::Broke, |()| Done::Script(typing))
            }
            Act::Break(script) => {
                Done::Script(self.playground.type_script(self.shell.region(), script))
            }
            Act::Call(request) => self.call(request),
            Act::Upload { name, text } => done(self.upload(name, text.clone())),
            Act::Undo => {
                let undone = self.deed(self.playground.undoes());
                said(self.playground.undo(), || {
                    frame::undone(&undone.unwrap_or_default())
                })
            }
            Act::Redo => {
                let redone = self.deed(self.playground.redoes());
                said(self.playground.redo(), || {
                    frame::redone(&redone.unwrap_or_default())
                })
            }
            Act::Skip => done(self.skip()),
            Act::Await(subject) => done(self.wait_for(subject)),
            Act::Settle => done(self.playground.settle()),
        }
    }

    /// Goes on making what an act needs until the page has to answer; answers whether all of it is made. What a line of the terminal
    /// needs is made while it runs.
    fn is_prepared(&mut self, act: &Act) -> bool {
        let needed: Vec<Needed> = match act {
            Act::Skip | Act::Await(_) | Act::Settle => vec![Needed::Hsms],
            act => scenarios(act)
                .map(|id| Needed::Scenario(id.to_owned()))
                .collect(),
        };
        let end = web::now_millis() + SLICE;
        needed.iter().all(|needed| {
            let mut pause = || web::now_millis() >= end;
            self.playground.make(needed, &mut pause)
        })
    }

    /// Whether an act may take seconds.
    pub(super) fn takes_long(&self, act: &Act) -> bool {
        scenarios(act).next().is_some()
    }

    /// The Region that the page and the terminal are in.
    pub(super) fn region(&self) -> Option<&Region> {
        self.playground.account().region(self.shell.region())
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
            Ok(answer) => Done::Answer(answer),
            Err(CallError::Refused(error)) => Done::Refused(error),
            Err(CallError::Bug(bug)) => Done::Broke(bug),
        }
    }

    /// What undo would take back and what redo would bring back, in words.
    pub(super) fn deeds(&self) -> [Option<String>; 2] {
        let playground = &self.playground;
        [playground.undoes(), playground.redoes()].map(|index| self.deed(index))
    }

    /// What an entry did, in words.
    fn deed(&self, index: Option<usize>) -> Option<String> {
        let index = index?;
        let entry = self.playground.entry(index)?;
        Some(deed::of(index, entry))
    }

    /// What the word before the cursor of a line may become.
    pub(super) fn complete(&self, line: &str, cursor: usize) -> Completion {
        self.shell.complete(&self.playground, line, cursor)
    }

    /// Moves the clock to the next thing that is in progress.
    fn skip(&mut self) -> Result<(), Bug> {
        let mut jobs = self.playground.account().jobs.transitions();
        let due = jobs.next().map(|job| job.due);
        drop(jobs);
        self.wait_until(due)
    }

    /// Moves the clock until nothing is in progress with a resource.
    fn wait_for(&mut self, subject: &str) -> Result<(), Bug> {
        let mut jobs = self.playground.account().jobs.transitions();
        let due = jobs
            .rfind(|job| job.job.subject() == subject)
            .map(|job| job.due);
        drop(jobs);
        self.wait_until(due)
    }

    /// Moves the clock to a moment by a command of its own.
    fn wait_until(&mut self, due: Option<Timestamp>) -> Result<(), Bug> {
        let Some(due) = due else {
            return Ok(());
        };
        // Whole seconds, and never short of the moment.
        let seconds = (due.0 - self.playground.now().0 + SECOND - 1) / SECOND;
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

/// Goes on making RSA keys ahead of their time for a moment; answers whether there is more to make.
pub(super) fn prepare(playground: &mut Playground) -> bool {
    let end = web::now_millis() + SLICE;
    !playground.prepare(&mut || web::now_millis() >= end)
}

/// The named scenarios that a script plays.
fn scenarios(act: &Act) -> impl Iterator<Item = &str> {
    let (lines, script): (&[String], &str) = match act {
        Act::Script(lines) | Act::Cure(lines) => (lines, ""),
        Act::Break(script) => (&[], script),
        _ => (&[], ""),
    };
    let lines = lines.iter().map(String::as_str).chain(script.lines());
    lines.filter_map(|line| line.strip_prefix("lab scenario "))
}

/// The message about an act, if it succeeded.
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
