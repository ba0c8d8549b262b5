//! What runs in front of the shell and takes the next line, and what waits for it.

use std::collections::VecDeque;

use super::builtins::Asked;
use super::door::Door;
use super::program::{Program, Ran};
use super::session::Shell;
use super::steps::{Step, Stop};
use super::streams::Streams;
use crate::text::shell as words;

/// Lines that lead out of a program, at the most: an answer to its question, and its end.
pub const WAY_OUT: usize = 3;

/// What takes the next line instead of the shell.
#[derive(Clone)]
pub(super) enum Foreground {
    /// A program with a prompt of its own.
    Program {
        /// The program.
        program: Box<dyn Program>,
        /// Where its streams go, and what went there so far.
        streams: Streams,
        /// What it printed so far, where that goes to a file.
        printed: Box<Ran>,
    },
    /// `read` waits for a line.
    Read {
        /// What becomes of it.
        asked: Asked,
        /// What it asks.
        prompt: String,
        /// Whether the value is hidden.
        hidden: bool,
    },
}

/// Whether a line answers a question of the tools: each takes one letter.
fn is_answer(line: &str) -> bool {
    line.len() == 1
}

impl Shell {
    /// Holds a line of a pasted text back while a hidden prompt waits, so that it is not taken for the secret; returns whether it
    /// does. [`Shell::next_held`] gives it back.
    pub fn hold(&mut self, line: &str) -> bool {
        let holds = self.hidden() || !self.held.is_empty();
        if holds {
            self.held.push_back(line.to_owned());
        }
        holds
    }

    /// The next line that was held back, once nothing hidden is asked any more.
    pub fn next_held(&mut self) -> Option<String> {
        if self.hidden() {
            return None;
        }
        self.held.pop_front()
    }

    /// How many lines are held back.
    #[must_use]
    pub fn held(&self) -> usize {
        self.held.len()
    }

    /// The line that leads out of the program that runs in front, or one step towards its end; none where the shell itself waits.
    #[must_use]
    pub fn way_out(&self) -> Option<&'static str> {
        match &self.foreground {
            Some(Foreground::Program { program, .. }) => Some(program.way_out()),
            Some(Foreground::Read { .. }) | None => None,
        }
    }

    pub(super) fn drop_foreground(&mut self) {
        self.foreground = None;
        self.rest.clear();
        self.input = None;
    }

    /// Gives a line to the program that was in front.
    pub(super) fn answer(&mut self, door: &mut dyn Door, program: Foreground, line: &str) {
        let Foreground::Program {
            mut program,
            streams,
            printed: mut before,
        } = program
        else {
            self.foreground = Some(program);
            return;
        };
        let mut context = self.context(door, None);
        if !program.alive(&context) {
            self.complain(words::PROGRAM_GONE);
            self.stop = Some(Stop::Expansion);
            return;
        }
        let step = program.line(&mut context, line);
        let out = if streams.to_files() {
            [&mut before.stdout, &mut before.stderr]
        } else {
            let out = self.out();
            [&mut out.stdout, &mut out.stderr]
        };
        for (out, text) in out.into_iter().zip([&step.output, &step.errors]) {
            out.push_str(text);
        }
        match step.ended {
            Some(code) => {
                self.last = code;
                self.deliver(door, streams, *before);
            }
            None => {
                self.foreground = Some(Foreground::Program {
                    program,
                    streams,
                    printed: before,
                });
            }
        }
    }

    /// Goes on with the lines at a place on the stack that a command asked for, up to the first that fails; shows each as if it had been
    /// typed. They come before what is left of the line that asked.
    pub(super) fn follow(&mut self, door: &mut dyn Door, at: usize) {
        let Some(Step::Follow(follow)) = self.rest.get_mut(at) else {
            return;
        };
        let before = follow.refusals.take();
        let line = follow.lines.pop_front();
        let in_front = self.foreground.is_some();
        let failed = before.is_some() && !in_front && self.last != 0;
        // A program would take what follows, and whatever comes after it as well, for answers to its question.
        let refused = before.is_some_and(|before| door.refusals() != before);
        let stuck = refused
            && self.way_out().is_some_and(is_answer)
            && !line.as_deref().is_some_and(is_answer);
        if stuck {
            self.give_up(door);
            self.last = 1;
        }
        let Some(line) = line.filter(|_| !failed && !stuck) else {
            self.rest.remove(at);
            return;
        };
        if let Some(Step::Follow(follow)) = self.rest.get_mut(at) {
            follow.refusals = Some(door.refusals());
        }
        self.show(&line);
        // A program takes its lines as they are, so what the reader filled in is put in here.
        let typed = if in_front { self.filled(&line) } else { line };
        self.line(door, &typed);
    }

    /// Shows a line as if it had been typed.
    fn show(&mut self, line: &str) {
        let shown = format!("{}{line}\n", self.prompt());
        self.out().stdout.push_str(&shown);
    }

    /// Ends the program in front, as a reader would who stops using it.
    fn give_up(&mut self, door: &mut dyn Door) {
        for _ in 0..WAY_OUT {
            let Some(line) = self.way_out() else {
                return;
            };
            self.show(line);
            if let Some(program) = self.foreground.take() {
                self.answer(door, program, line);
            }
        }
    }

    fn filled(&self, line: &str) -> String {
        self.variables
            .iter()
            .fold(line.to_owned(), |line, (name, value)| {
                line.replace(&format!("\"${name}\""), value)
            })
    }
}

impl Foreground {
    /// The length of the RSA key that it may make of its next line.
    pub(super) fn key(&self) -> Option<usize> {
        match self {
            Self::Program { program, .. } => program.key(),
            Self::Read { .. } => None,
        }
    }
}

/// Lines that a command asked for.
#[derive(Clone)]
pub(super) struct Follow {
    lines: VecDeque<String>,
    /// How often something had been refused before the one that is running.
    refusals: Option<u64>,
}

impl Follow {
    pub(super) fn new(lines: Vec<String>) -> Self {
        Self {
            lines: lines.into(),
            refusals: None,
        }
    }
}
