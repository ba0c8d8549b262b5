//! A terminal session: what is typed, what runs in front, and what the shell remembers.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use super::builtins::{self, Builtin};
use super::door::{Door, Reply};
use super::foreground::Foreground;
use super::lexer::{Stuck, Word};
use super::program::{Command, Context, Offered, Ran};
use super::streams::Streams;
use super::syntax::{self, Joint, List, Loop, Simple};
use super::{aws, files, hint, hsm_tools, lab, openssl};
use crate::text::lab as words;

/// Who is logged in on the client host.
pub const USER: &str = "ec2-user";
/// The reader's home on the client host.
pub const HOME: &str = "/home/ec2-user";

/// Command substitutions that one text may hold: more are a paste gone wrong, and would exhaust the stack.
const SUBSTITUTIONS: usize = 200;

/// A terminal session on the client host of a Region.
#[derive(Clone)]
pub struct Shell {
    region: String,
    /// The account, where there are several.
    account: Option<String>,
    pub(super) directory: String,
    pub(super) previous_directory: String,
    pub(super) variables: BTreeMap<String, String>,
    pub(super) last: i32,
    /// The text that is running, and the one before it.
    typed: [String; 2],
    /// Lines that are not complete yet.
    pending: Option<String>,
    pub(super) foreground: Option<Foreground>,
    /// What of a list has to wait for what runs in front.
    pub(super) rest: List,
    /// Lines of a pasted text that wait for the answer to a hidden prompt.
    pub(super) held: VecDeque<String>,
}

/// What has been printed so far.
#[derive(Default)]
pub(super) struct Printed {
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) offered: Option<Offered>,
}

impl Shell {
    /// A session on the client host of a Region.
    #[must_use]
    pub fn new(region: &str) -> Self {
        Self {
            region: region.to_owned(),
            account: None,
            directory: HOME.to_owned(),
            previous_directory: HOME.to_owned(),
            variables: BTreeMap::from([
                ("HOME".to_owned(), HOME.to_owned()),
                ("USER".to_owned(), USER.to_owned()),
            ]),
            last: 0,
            typed: [String::new(), String::new()],
            pending: None,
            foreground: None,
            rest: List::new(),
            held: VecDeque::new(),
        }
    }

    /// Runs a line, or several lines one after the other as a pasted text.
    pub fn run(&mut self, door: &mut dyn Door, text: &str) -> Reply {
        let mut printed = Printed::default();
        let refusals = door.refusals();
        let text = text.strip_suffix('\n').unwrap_or(text);
        for line in text.split('\n') {
            self.line(door, line.strip_suffix('\r').unwrap_or(line), &mut printed);
        }
        let account = door.account();
        self.account = (!account.others.is_empty()).then(|| account.id.clone());
        Reply {
            stdout: printed.stdout,
            stderr: printed.stderr,
            exit_code: self.last,
            offered: printed.offered,
            prompt: self.prompt(),
            hidden: self.hidden(),
            refused: door
                .last_refusal()
                .filter(|_| door.refusals() != refusals)
                .cloned(),
        }
    }

    /// Name of the Region that commands go to unless they say otherwise.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }

    /// Moves the session to the client host of another Region.
    pub fn set_region(&mut self, region: &str) {
        region.clone_into(&mut self.region);
        self.drop_foreground();
    }

    /// Sets a variable, as `NAME=value` does.
    pub fn set_variable(&mut self, name: &str, value: &str) {
        self.variables.insert(name.to_owned(), value.to_owned());
    }

    /// The prompt for the next line.
    #[must_use]
    pub fn prompt(&self) -> String {
        match &self.foreground {
            Some(Foreground::Program { program, .. }) => program.prompt(),
            Some(Foreground::Read { prompt, .. }) => prompt.clone(),
            None if self.pending.is_some() => "> ".to_owned(),
            None => {
                let place = match self.directory.as_str() {
                    HOME => "~",
                    "/" => "/",
                    other => other.rsplit('/').next().unwrap_or(other),
                };
                let account = self.account.as_ref();
                let account = account.map_or_else(String::new, |id| format!(" {id}"));
                format!("[{USER}@client{account} {place}]$ ")
            }
        }
    }

    /// Whether the next line is a secret, not to be shown or remembered.
    #[must_use]
    pub fn hidden(&self) -> bool {
        match &self.foreground {
            Some(Foreground::Program { program, .. }) => program.hidden(),
            Some(Foreground::Read { hidden, .. }) => *hidden,
            None => false,
        }
    }

    /// Ctrl-C: drops the lines that are not complete or wait, and ends what runs in front.
    pub fn interrupt(&mut self) {
        self.pending = None;
        self.drop_foreground();
        self.held.clear();
        self.last = 130;
    }

    pub(super) fn line(&mut self, door: &mut dyn Door, line: &str, printed: &mut Printed) {
        match self.foreground.take() {
            Some(Foreground::Program {
                program,
                streams,
                printed: before,
            }) => self.line_for(program, streams, before, door, line, printed),
            Some(Foreground::Read { name, .. }) => {
                self.variables.insert(name, line.to_owned());
                self.last = 0;
                self.go_on(door, printed);
            }
            None => self.line_for_shell(door, line, printed),
        }
    }

    fn line_for_shell(&mut self, door: &mut dyn Door, line: &str, printed: &mut Printed) {
        let text = match self.pending.take() {
            Some(before) => format!("{before}\n{line}"),
            None => line.to_owned(),
        };
        let read = read(&text);
        if read == Err(Stuck::More) {
            self.pending = Some(text);
            return;
        }
        if !text.trim().is_empty() {
            let [running, before] = &mut self.typed;
            *before = std::mem::replace(running, text);
        }
        match read {
            Ok(list) => self.list(door, &list, printed),
            Err(Stuck::More) => return,
            Err(Stuck::Error(message)) => {
                printed.stderr.push_str(&message);
                printed.stderr.push('\n');
                self.last = 2;
            }
        }
        if self.last != 0 {
            let [typed, before] = &self.typed;
            printed.stderr.push_str(&hint::hint(typed, before));
        }
    }

    pub(super) fn list(&mut self, door: &mut dyn Door, list: &List, printed: &mut Printed) {
        for (index, (joint, pipeline)) in list.iter().enumerate() {
            let skipped = match joint {
                Joint::Always => false,
                Joint::And => self.last != 0,
                Joint::Or => self.last == 0,
            };
            if !skipped {
                self.pipeline(door, pipeline, printed);
            }
            if self.foreground.is_some() {
                self.rest.extend_from_slice(&list[index + 1..]);
                return;
            }
        }
    }

    fn pipeline(&mut self, door: &mut dyn Door, commands: &[Simple], printed: &mut Printed) {
        let mut piped = None;
        for (index, command) in commands.iter().enumerate() {
            let last = index + 1 == commands.len();
            let mut here = Printed::default();
            let program = self.simple(door, command, piped.take(), &mut here);
            printed.stderr.push_str(&here.stderr);
            printed.offered = here.offered.take().or(printed.offered.take());
            if last {
                printed.stdout.push_str(&here.stdout);
                self.foreground = program;
            } else {
                if program.is_some() {
                    printed.stderr.push_str(words::NOBODY_TO_ASK);
                }
                piped = Some(here.stdout);
            }
        }
    }

    /// Runs a simple command; answers the program that it leaves in front.
    fn simple(
        &mut self,
        door: &mut dyn Door,
        command: &Simple,
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
        let streams = match self.open(door, &command.redirects, piped, printed) {
            Ok(streams) => streams,
            Err(message) => {
                printed.stderr.push_str(&message);
                self.last = 1;
                return None;
            }
        };
        if let Some(each) = &command.each {
            return self.each(door, each, words, streams, printed);
        }
        if words.is_empty() {
            self.variables.extend(assigned);
            self.deliver(door, streams, Ran::default(), printed);
            return None;
        }
        // Assignments before a command hold for that command only.
        let before_command = (!assigned.is_empty()).then(|| self.variables.clone());
        self.variables.extend(assigned);
        self.last = before;
        let stdin = streams.stdin.clone();
        let (mut ran, mut foreground) = self.named(door, &words, stdin);
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

    /// Runs a `for` loop: its body once for every word, the variable set before.
    fn each(
        &mut self,
        door: &mut dyn Door,
        each: &Loop,
        words: Vec<String>,
        streams: Streams,
        printed: &mut Printed,
    ) -> Option<Foreground> {
        let mut list = List::new();
        for word in words {
            let set = Simple {
                assignments: vec![(each.name.clone(), Word::quoted(&word))],
                ..Simple::default()
            };
            list.push((Joint::Always, vec![set]));
            list.extend_from_slice(&each.body);
        }
        let mut inside = Printed::default();
        self.list(door, &list, &mut inside);
        let ran = Ran {
            stdout: inside.stdout,
            stderr: inside.stderr,
            ..Ran::default()
        };
        self.deliver(door, streams, ran, printed);
        self.foreground.take()
    }

    /// Runs a command by its name.
    fn named(
        &mut self,
        door: &mut dyn Door,
        words: &[String],
        stdin: Option<String>,
    ) -> (Ran, Option<Foreground>) {
        let Some((name, arguments)) = words.split_first() else {
            return (Ran::default(), None);
        };
        if name == "sudo" {
            return match arguments.first() {
                None => (Ran::failed(1, "usage: sudo command\n"), None),
                // What changes the shell is no program that another user could run.
                Some(word) if find(word).is_none() => (
                    Ran::failed(1, format!("sudo: {word}: command not found\n")),
                    None,
                ),
                Some(_) => self.named(door, arguments, stdin),
            };
        }
        if let Some(builtin) = builtins::builtin(name) {
            return match builtin {
                Builtin::Plain(run) => (run(self, door, arguments), None),
                Builtin::Read => builtins::read(self, arguments, stdin),
            };
        }
        let Some(command) = find(name) else {
            let context = self.context(door, None);
            let path = context.path(name);
            let (code, what) = if !name.contains('/') {
                (127, "command not found")
            } else if files::is_directory(&context, &path) {
                (126, "Is a directory")
            } else if context.file(&path).is_some() {
                (126, "Permission denied")
            } else {
                (127, "No such file or directory")
            };
            return (Ran::failed(code, format!("bash: {name}: {what}\n")), None);
        };
        let mut context = self.context(door, stdin.clone());
        let mut ran = command(&mut context, arguments);
        let Some(mut program) = ran.program.take() else {
            return (ran, None);
        };
        let Some(lines) = stdin.filter(|_| !program.asks_the_terminal()) else {
            let foreground = Foreground::Program {
                program,
                streams: Streams::default(),
                printed: Box::default(),
            };
            return (ran, Some(foreground));
        };
        // A program whose input is piped takes it line by line and ends with it.
        for line in lines.lines() {
            let step = program.line(&mut context, line);
            ran.stdout.push_str(&step.output);
            ran.stderr.push_str(&step.errors);
            if let Some(code) = step.ended {
                ran.exit_code = code;
                break;
            }
        }
        (ran, None)
    }

    pub(super) fn context<'a>(
        &'a self,
        door: &'a mut dyn Door,
        stdin: Option<String>,
    ) -> Context<'a> {
        Context {
            door,
            region: &self.region,
            directory: &self.directory,
            stdin,
            variables: &self.variables,
        }
    }
}

impl fmt::Debug for Shell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Variables may hold passwords.
        formatter
            .debug_struct("Shell")
            .field("region", &self.region)
            .field("directory", &self.directory)
            .finish_non_exhaustive()
    }
}

pub(super) fn read(text: &str) -> Result<List, Stuck> {
    if text.matches("$(").count() > SUBSTITUTIONS {
        return Err(Stuck::Error(
            "bash: too many command substitutions in one line".to_owned(),
        ));
    }
    syntax::parse(text)
}

/// The command of that name.
fn find(name: &str) -> Option<Command> {
    match name {
        "aws" => Some(aws::run),
        "lab" => Some(lab::run),
        "help" => Some(lab::help),
        "openssl" | "/usr/bin/openssl" => Some(openssl::run),
        name => files::command(name).or_else(|| hsm_tools::command(name)),
    }
}
