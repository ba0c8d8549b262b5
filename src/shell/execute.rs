//! Running commands: pipelines, simple commands, and those that hold others.

use std::rc::Rc;

use super::door::Door;
use super::foreground::Foreground;
use super::program::Ran;
use super::session::{Printed, Shell};
use super::steps::{Step, Stop};
use super::tree::{Body, Command, Joint, Pipeline, Redirect, Simple};
use crate::text::shell as words;

impl Shell {
    pub(super) fn pipeline(
        &mut self,
        door: &mut dyn Door,
        pipeline: &Pipeline,
        printed: &mut Printed,
    ) {
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
        let Some((last, before)) = pipeline.commands.split_last() else {
            return;
        };
        if before.is_empty() {
            return match &last.body {
                Body::Simple(_) => self.apart(door, last, None, printed),
                // What it holds may wait for the reader.
                body if last.redirects.is_empty() => self.begin(door, body, printed),
                _ => self.apart(door, last, None, printed),
            };
        }
        // Each of them runs in a shell of its own, so what it changes in it is lost.
        let shell = (
            self.variables.clone(),
            self.directory.clone(),
            self.previous_directory.clone(),
        );
        let mut piped = None;
        for command in before {
            let mut here = Printed::default();
            self.apart(door, command, piped.take(), &mut here);
            printed.stderr.push_str(&here.stderr);
            printed.offered = here.offered.take().or(printed.offered.take());
            if self.foreground.take().is_some() {
                printed.stderr.push_str(words::NOBODY_TO_ASK);
            }
            piped = Some(here.stdout);
        }
        self.apart(door, last, piped, printed);
        (self.variables, self.directory, self.previous_directory) = shell;
        self.stop = self.stop.filter(|stop| *stop != Stop::Expansion);
    }

    /// Begins a command that holds others.
    fn begin(&mut self, door: &mut dyn Door, body: &Body, printed: &mut Printed) {
        match body {
            Body::Simple(_) => {}
            Body::Group(list) => self.push(list),
            Body::If(choice) => self.choose(Rc::clone(choice), 0),
            Body::While(again) => self.ask(Rc::clone(again), 0),
            Body::Each(each) => {
                let mut words = Vec::new();
                for word in &each.words {
                    words.extend(self.fields(door, word, printed));
                }
                if words.is_empty() {
                    self.last = 0;
                }
                self.rest
                    .push(Step::Each(Rc::clone(each), words.into_iter()));
            }
        }
    }

    /// Runs a command with streams of its own.
    fn apart(
        &mut self,
        door: &mut dyn Door,
        command: &Command,
        piped: Option<String>,
        printed: &mut Printed,
    ) {
        if let Body::Simple(simple) = &command.body {
            self.foreground = self.simple(door, simple, &command.redirects, piped, printed);
            return;
        }
        let mut streams = match self.open(door, &command.redirects, piped, printed) {
            Ok(streams) => streams,
            Err(message) => {
                printed.stderr.push_str(&message);
                self.last = 1;
                return;
            }
        };
        let outer = std::mem::take(&mut self.rest);
        let given = streams.stdin.take();
        let input = given.map(|given| self.input.replace(given));
        let mut inside = Printed::default();
        self.begin(door, &command.body, &mut inside);
        self.steps(door, &mut inside);
        if self.foreground.take().is_some() {
            inside.stderr.push_str(words::NOBODY_TO_ASK);
            self.last = 1;
        }
        self.rest = outer;
        if let Some(input) = input {
            self.input = input;
        }
        printed.offered = inside.offered.or(printed.offered.take());
        let ran = Ran {
            stdout: inside.stdout,
            stderr: inside.stderr,
            ..Ran::default()
        };
        self.deliver(door, streams, ran, printed);
    }

    /// Runs a simple command; answers the program that it leaves in front.
    fn simple(
        &mut self,
        door: &mut dyn Door,
        command: &Simple,
        redirects: &[Redirect],
        piped: Option<String>,
        printed: &mut Printed,
    ) -> Option<Foreground> {
        let before = self.last;
        let mut words = Vec::new();
        for word in &command.words {
            words.extend(self.fields(door, word, printed));
        }
        let mut assigned = Vec::new();
        self.last = 0;
        for (name, word) in &command.assignments {
            assigned.push((name.clone(), self.joined(door, word, before, printed)));
        }
        let streams = self.open(door, redirects, piped, printed);
        if self.stop.is_some() {
            return None;
        }
        let mut streams = match streams {
            Ok(streams) => streams,
            Err(message) => {
                printed.stderr.push_str(&message);
                self.last = 1;
                return None;
            }
        };
        if words.is_empty() {
            self.variables.extend(assigned);
            self.deliver(door, streams, Ran::default(), printed);
            return None;
        }
        // Assignments before a command hold for that command only.
        let before_command = (!assigned.is_empty()).then(|| self.variables.clone());
        self.variables.extend(assigned);
        self.last = before;
        // Where it has no input of its own, what it leaves of that of the commands around it is theirs.
        let (mut ran, mut foreground) = match streams.stdin.take() {
            Some(own) => self.named(door, &words, &mut Some(own)),
            None => {
                let mut input = self.input.take();
                let given = input.is_some();
                let ran = self.named(door, &words, &mut input);
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
        printed.offered = ran.offered.take().or(printed.offered.take());
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
            _ => self.deliver(door, streams, ran, printed),
        }
        self.foreground = foreground;
        self.follow(door, then, printed);
        self.foreground.take()
    }
}
