//! Running commands: pipelines, simple commands, and those that hold others.

use std::rc::Rc;

use super::door::{Door, Needed};
use super::expand::{Expanded, Expansion};
use super::foreground::{Follow, Foreground};
use super::program::Ran;
use super::session::{Printed, Shell};
use super::sleep::Sleep;
use super::steps::{Step, Stop};
use super::streams::Streams;
use super::tree::{Body, Joint, Pipeline};
use super::variables::Variables;
use super::{lab, openssl};

/// What a shell of its own changes and loses.
#[derive(Clone)]
pub(super) struct Saved {
    variables: Variables,
    directory: String,
    previous_directory: String,
}

/// A pipeline one of whose commands is running.
#[derive(Clone)]
pub(super) struct Piped {
    pipeline: Rc<Pipeline>,
    /// The command that comes next.
    next: usize,
    pub(super) saved: Saved,
}

/// A command that holds others and has streams of its own.
#[derive(Clone)]
pub(super) struct Apart {
    streams: Streams,
    /// The input around it, where it has one of its own.
    input: Option<Option<String>>,
}

impl Shell {
    pub(super) fn pipeline(&mut self, pipeline: Rc<Pipeline>) {
        let skipped = match pipeline.joint {
            Joint::Always => false,
            Joint::And => self.last != 0,
            Joint::Or => self.last == 0,
        };
        if skipped {
            return;
        }
        if pipeline.negated {
            self.rest.push(Step::Negate);
        }
        if pipeline.commands.len() == 1 {
            return self.command(pipeline, 0, None);
        }
        // Each of them runs in a shell of its own, so what it changes in it is lost.
        let saved = Saved {
            variables: self.variables.clone(),
            directory: self.directory.clone(),
            previous_directory: self.previous_directory.clone(),
        };
        self.rest.push(Step::Piped(Box::new(Piped {
            pipeline: Rc::clone(&pipeline),
            next: 1,
            saved,
        })));
        self.printed.push(Printed::default());
        self.command(pipeline, 0, None);
    }

    /// A command of a pipeline has ended: the next one takes what it printed.
    pub(super) fn next_piped(&mut self, mut piped: Box<Piped>) {
        let mut here = self.printed.pop().unwrap_or_default();
        self.complain(&here.stderr);
        let out = self.out();
        out.offered = here.offered.take().or(out.offered.take());
        let (pipeline, at) = (Rc::clone(&piped.pipeline), piped.next);
        if at + 1 < pipeline.commands.len() {
            piped.next += 1;
            self.rest.push(Step::Piped(piped));
            self.printed.push(Printed::default());
        } else {
            self.rest.push(Step::Unpiped(Box::new(piped.saved)));
        }
        self.command(pipeline, at, Some(here.stdout));
    }

    /// Leaves a shell of its own.
    pub(super) fn restore(&mut self, saved: Saved) {
        self.variables = saved.variables;
        self.directory = saved.directory;
        self.previous_directory = saved.previous_directory;
    }

    /// Begins a command of a pipeline, with what was piped to it.
    fn command(&mut self, pipeline: Rc<Pipeline>, at: usize, piped: Option<String>) {
        let command = &pipeline.commands[at];
        if !matches!(command.body, Body::Simple(_))
            && command.redirects.is_empty()
            && piped.is_none()
        {
            // What it holds may wait for the reader.
            return self.begin(&pipeline, at);
        }
        let expansion = Expansion::of_command(pipeline, at, piped, self.last);
        self.rest.push(Step::Expand(Box::new(expansion)));
    }

    /// Begins a command that holds others.
    fn begin(&mut self, pipeline: &Rc<Pipeline>, at: usize) {
        match &pipeline.commands[at].body {
            Body::Simple(_) => {}
            Body::Group(list) => self.push(list),
            Body::If(choice) => self.choose(Rc::clone(choice), 0),
            Body::While(again) => self.ask(Rc::clone(again), 0),
            Body::Each(each) => {
                let expansion = Expansion::of_loop(Rc::clone(each), self.last);
                self.rest.push(Step::Expand(Box::new(expansion)));
            }
        }
    }

    /// The words of a command are expanded: it runs.
    pub(super) fn expanded_command(
        &mut self,
        door: &mut dyn Door,
        pipeline: &Rc<Pipeline>,
        at: usize,
        expanded: Expanded,
    ) {
        let command = &pipeline.commands[at];
        let Body::Simple(simple) = &command.body else {
            return self.begin_apart(door, pipeline, at, expanded);
        };
        let before = expanded.before;
        let mut texts = expanded.texts.into_iter();
        let assigned: Vec<(&String, String)> = simple
            .assignments
            .iter()
            .map(|(name, _)| name)
            .zip(texts.by_ref())
            .collect();
        let mut streams = match self.open(door, &command.redirects, texts, expanded.piped) {
            Ok(streams) => streams,
            Err(message) => {
                self.complain(&message);
                self.last = 1;
                return;
            }
        };
        // Assignments before a command hold for that command only.
        let before_command =
            (!expanded.words.is_empty() && !assigned.is_empty()).then(|| self.variables.clone());
        for (name, value) in assigned {
            self.assign(name, value);
        }
        if self.stop.is_some() {
            return;
        }
        if expanded.words.is_empty() {
            if !expanded.ran {
                self.last = 0;
            }
            return self.deliver(door, streams, Ran::default());
        }
        self.last = before;
        // Where it has no input of its own, what it leaves of that of the commands around it is theirs.
        let (mut ran, mut foreground) = match streams.stdin.take() {
            Some(own) => self.named(door, &expanded.words, &mut Some(own)),
            None => {
                let mut input = self.input.take();
                let given = input.is_some();
                let ran = self.named(door, &expanded.words, &mut input);
                self.input = given.then(|| input.unwrap_or_default());
                ran
            }
        };
        if let Some(variables) = before_command {
            self.variables = variables;
        }
        self.last = ran.exit_code;
        if let Some(region) = &ran.region {
            self.region.clone_from(region);
        }
        let then = std::mem::take(&mut ran.then);
        let advance = ran.advance;
        let out = self.out();
        out.offered = ran.offered.take().or(out.offered.take());
        match &mut foreground {
            // What it prints goes to the file when it ends, in one piece.
            Some(Foreground::Program {
                streams: kept,
                printed: before,
                ..
            }) if streams.to_files() => {
                *kept = streams;
                **before = ran;
            }
            _ => self.deliver(door, streams, ran),
        }
        self.foreground = foreground;
        if advance > 0 {
            self.rest.push(Step::Sleep(Sleep::new(door, advance)));
        }
        if !then.is_empty() {
            self.rest.push(Step::Follow(Box::new(Follow::new(then))));
        }
    }

    /// What a command is going to need that takes long to make and is not made yet.
    pub(super) fn missing(&self, door: &mut dyn Door, words: &[String]) -> Option<Needed> {
        let (name, arguments) = words.split_first()?;
        let needed = match name.as_str() {
            "lab" => lab::needed(&self.context(door, None), arguments)?,
            "sleep" => Needed::Hsms,
            "aws" if arguments.iter().any(|word| word == "wait") => Needed::Hsms,
            _ => Needed::Key(openssl::key_of(words)?),
        };
        (!door.has(&needed)).then_some(needed)
    }

    /// Begins a command that holds others and has streams of its own.
    fn begin_apart(
        &mut self,
        door: &mut dyn Door,
        pipeline: &Rc<Pipeline>,
        at: usize,
        expanded: Expanded,
    ) {
        let redirects = &pipeline.commands[at].redirects;
        let mut streams =
            match self.open(door, redirects, expanded.texts.into_iter(), expanded.piped) {
                Ok(streams) => streams,
                Err(message) => {
                    self.complain(&message);
                    self.last = 1;
                    return;
                }
            };
        let given = streams.stdin.take();
        let input = given.map(|given| self.input.replace(given));
        self.rest
            .push(Step::Apart(Box::new(Apart { streams, input })));
        self.printed.push(Printed::default());
        self.begin(pipeline, at);
    }

    /// A command with streams of its own has ended: what was printed goes where they go.
    pub(super) fn end_apart(&mut self, door: &mut dyn Door, apart: Apart) {
        let inside = self.printed.pop().unwrap_or_default();
        if let Some(input) = apart.input {
            self.input = input;
        }
        let out = self.out();
        out.offered = inside.offered.or(out.offered.take());
        let ran = Ran {
            stdout: inside.stdout,
            stderr: inside.stderr,
            ..Ran::default()
        };
        self.deliver(door, apart.streams, ran);
    }

    /// Stops the line that is running; what it has done stays done.
    pub fn stop(&mut self) {
        self.lines.clear();
        self.held.clear();
        if self.is_running() {
            self.stop = Some(Stop::Interrupted);
        }
    }
}
