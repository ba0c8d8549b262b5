//! What runs in front of the shell and takes the next line, and what waits for it.

use super::builtins::Asked;
use super::door::Door;
use super::openssl;
use super::program::{Program, Ran};
use super::session::{Printed, Shell};
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
    /// Holds a line of a pasted text back while a hidden prompt waits, so that it is not taken for the secret; answers whether it
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

    /// Whether a line may take seconds: it makes keys, or a scenario, to which keys belong. What only looks like one may be taken for it.
    #[must_use]
    pub fn takes_long(&self, line: &str) -> bool {
        match &self.foreground {
            Some(Foreground::Program { program, .. }) => program.takes_long(),
            Some(Foreground::Read { .. }) => false,
            None => openssl::makes_key(line) || line.contains("lab scenario"),
        }
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

    pub(super) fn line_for(
        &mut self,
        mut program: Box<dyn Program>,
        streams: Streams,
        mut before: Box<Ran>,
        door: &mut dyn Door,
        line: &str,
        printed: &mut Printed,
    ) {
        let mut context = self.context(door, None);
        if !program.alive(&context) {
            printed.stderr.push_str(words::PROGRAM_GONE);
            self.last = 1;
            self.rest.clear();
            return;
        }
        let step = program.line(&mut context, line);
        if streams.to_files() {
            before.stdout.push_str(&step.output);
            before.stderr.push_str(&step.errors);
        } else {
            printed.stdout.push_str(&step.output);
            printed.stderr.push_str(&step.errors);
        }
        match step.ended {
            Some(code) => {
                self.last = code;
                self.deliver(door, streams, *before, printed);
                self.steps(door, printed);
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

    /// Runs the lines that a command asked for up to the first that fails, showing each as if it had been typed.
    pub(super) fn follow(
        &mut self,
        door: &mut dyn Door,
        lines: Vec<String>,
        printed: &mut Printed,
    ) {
        // What is left of the line that asked comes after them.
        let outer = std::mem::take(&mut self.rest);
        let mut lines = lines.into_iter().peekable();
        while let Some(line) = lines.next() {
            printed
                .stdout
                .push_str(&format!("{}{line}\n", self.prompt()));
            // A program takes its lines as they are, so what the reader filled in is put in here.
            let typed = if self.foreground.is_some() {
                self.filled(&line)
            } else {
                line
            };
            let refusals = door.refusals();
            self.line(door, &typed, printed);
            if self.foreground.is_none() && self.last != 0 {
                break;
            }
            // A program would take what follows, and whatever comes after it as well, for answers to its question.
            let asks = self.way_out().is_some_and(is_answer);
            if asks
                && door.refusals() != refusals
                && !lines.peek().is_some_and(|next| is_answer(next))
            {
                self.give_up(door, printed);
                self.last = 1;
                break;
            }
        }
        let left = std::mem::replace(&mut self.rest, outer);
        self.rest.extend(left);
    }

    /// Ends the program in front, as a reader would who gives up.
    fn give_up(&mut self, door: &mut dyn Door, printed: &mut Printed) {
        for _ in 0..WAY_OUT {
            let Some(line) = self.way_out() else {
                return;
            };
            printed
                .stdout
                .push_str(&format!("{}{line}\n", self.prompt()));
            self.line(door, line, printed);
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
