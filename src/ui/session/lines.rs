//! The lines of the terminal that are running.

use std::collections::VecDeque;

use super::{Done, Printed, SLICE, Session, Shared};
use crate::api::Bug;
use crate::command::{Command, LabCommand};
use crate::model::{SECOND, Timestamp};
use crate::playground::Entry;
use crate::text::page as words;
use crate::web;

/// Bytes of output that are kept on the screen beside that of the last line.
const MOST_OUTPUT: usize = 2 << 20;

/// Lines of the terminal that are running.
#[derive(Clone)]
pub(super) struct Running {
    /// Those that have not begun.
    lines: VecDeque<String>,
    after: After,
    /// When they began, in milliseconds of the browser's clock.
    since: i64,
    /// What the one that is running shows, all but its output.
    prompt: String,
    line: String,
}

/// What comes after a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    Nothing,
    /// What was pasted while it asked for something hidden.
    Held,
    /// The next one, where all went well.
    Next,
}

impl Running {
    /// What is shown of the line that is running, which has a number.
    fn printed(&self, number: u64, stdout: &str, stderr: &str) -> Printed {
        Printed {
            number,
            prompt: self.prompt.clone(),
            line: self.line.clone(),
            stdout: stdout.to_owned(),
            stderr: stderr.to_owned(),
            refused: None,
            offered: None,
        }
    }
}

impl Session {
    /// Runs lines in the terminal.
    pub(super) fn begin(&mut self, lines: Vec<String>, after: After) -> Done {
        self.running = Some(Running {
            lines: lines.into(),
            after,
            since: web::now_millis(),
            prompt: String::new(),
            line: String::new(),
        });
        self.go_on()
    }

    /// Goes on with what is running, until it ends or the page has to answer.
    pub(super) fn go_on(&mut self) -> Done {
        let end = web::now_millis() + SLICE;
        while let Some(mut running) = self.running.take() {
            if !self.shell.is_running() {
                let Some(line) = running.lines.pop_front().filter(|_| !self.interrupted) else {
                    break;
                };
                self.start(&mut running, &line);
            }
            if self.interrupted {
                self.shell.stop();
            }
            let before = self.playground.log().len();
            let reply = self
                .shell
                .resume(&mut self.playground, &mut || web::now_millis() >= end);
            let Some(reply) = reply else {
                let (stdout, stderr) = self.shell.printed();
                let so_far = running.printed(self.printed, &stdout, &stderr);
                self.screen.replace(so_far);
                self.running = Some(running);
                return Done::Paused;
            };
            // A program's prompt leaves the exit code of the command before it standing: what was said counts as well.
            let well = reply.refused.is_none() && (reply.exit_code == 0 || reply.stderr.is_empty());
            let interrupted = if self.interrupted {
                words::INTERRUPTED
            } else {
                ""
            };
            self.screen.replace(Printed {
                stderr: reply.stderr + interrupted,
                refused: reply.refused,
                offered: reply.offered,
                ..running.printed(self.printed, &reply.stdout, "")
            });
            match running.after {
                After::Next if !well => running.lines.clear(),
                After::Held => running.lines.extend(self.shell.next_held()),
                After::Nothing | After::Next => {}
            }
            self.running = Some(running);
            if let Err(bug) = self.caught_up(before) {
                return Done::Broke(bug);
            }
        }
        Done::Well
    }

    /// A scenario begins when the sandbox was made. Where one was among the commands from an entry on, the clock is moved on to the
    /// present: certificates that the reader signs on another computer would not be valid yet.
    pub(super) fn caught_up(&mut self, from: usize) -> Result<(), Bug> {
        let new = self.playground.log().get(from..).unwrap_or_default();
        let scenario = |entry: &Entry| {
            matches!(
                entry.command,
                Command::Lab {
                    command: LabCommand::Scenario { .. }
                }
            )
        };
        if !new.iter().any(scenario) {
            return Ok(());
        }
        self.playground.run_clock_to(Timestamp(web::now_millis()))
    }

    fn start(&mut self, running: &mut Running, line: &str) {
        let hidden = self.shell.hidden();
        if !hidden && !line.trim().is_empty() {
            self.history.push(self.shell.masked(line));
        }
        running.prompt = self.shell.prompt();
        running.line = self.shell.masked(line);
        self.printed += 1;
        self.screen.push(running.printed(self.printed, "", ""));
        let sizes = self.screen.iter().rev().skip(1).scan(0, |sum, printed| {
            *sum += printed.stdout.len() + printed.stderr.len();
            Some(*sum)
        });
        let kept = 1 + sizes.take_while(|size| *size <= MOST_OUTPUT).count();
        self.screen.keep(kept);
        self.shell.start(&self.playground, line);
    }

    /// For how many seconds lines of the terminal have been running.
    pub(in crate::ui) fn running(&self) -> Option<i64> {
        let since = self.running.as_ref()?.since;
        Some((web::now_millis() - since) / SECOND)
    }

    /// Nothing of what was interrupted has to be done again.
    pub(in crate::ui) fn settled(&mut self) {
        self.interrupted = false;
    }

    /// Ctrl-C; `typed` is what stood on the line.
    pub(in crate::ui) fn interrupt(&mut self, typed: &str) {
        if self.running.is_some() {
            self.interrupted = true;
            return;
        }
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
    pub(in crate::ui) fn clear(&mut self) {
        self.screen = Shared::default();
    }
}
