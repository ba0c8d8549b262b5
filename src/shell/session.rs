//! A terminal session: reads lines, expands them, runs commands, and hands lines to the program in the foreground.

use std::collections::BTreeMap;

use super::program::{Context, Program, Ran};
use super::syntax::{self, Link, Parsed, Part, Pipeline, Redirect, Simple, Word};
use super::{Door, Reply, commands, files};

/// Where a session begins.
const HOME: &str = "/home/ec2-user";
/// What `lab fix` may run without being asked again.
const MOST_LINES: usize = 64;

/// A terminal session on the client host of a Region.
pub struct Shell {
    region: String,
    directory: String,
    variables: BTreeMap<String, String>,
    exit_code: i32,
    /// Lines of a command that is not complete yet.
    pending: String,
    program: Option<Box<dyn Program>>,
}

impl Shell {
    /// A session on the client host of a Region.
    #[must_use]
    pub fn new(region: &str) -> Self {
        Self {
            region: region.to_owned(),
            directory: HOME.to_owned(),
            variables: BTreeMap::new(),
            exit_code: 0,
            pending: String::new(),
            program: None,
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
    }

    /// Sets a variable, as `NAME=value` does.
    pub fn set_variable(&mut self, name: &str, value: &str) {
        self.variables.insert(name.to_owned(), value.to_owned());
    }

    /// The prompt for the next line.
    #[must_use]
    pub fn prompt(&self) -> String {
        match &self.program {
            Some(program) => program.prompt(),
            None if !self.pending.is_empty() => "> ".to_owned(),
            None => {
                let place = if self.directory == HOME {
                    "~"
                } else {
                    self.directory.rsplit('/').next().unwrap_or("/")
                };
                format!("[ec2-user@client {place}]$ ")
            }
        }
    }

    /// Whether the next line is a secret.
    #[must_use]
    pub fn hidden(&self) -> bool {
        self.program
            .as_ref()
            .is_some_and(|program| program.hidden())
    }

    /// Gives up the command that is being typed and the program in the foreground, as Ctrl-C does.
    pub fn interrupt(&mut self) {
        self.pending.clear();
        self.program = None;
        self.exit_code = 130;
    }

    /// Runs a text of one or more lines.
    pub fn run(&mut self, door: &mut dyn Door, text: &str) -> Reply {
        let mut printed = Ran::default();
        let refusals = door.refusals();
        for line in text.split('\n') {
            self.line(door, line, &mut printed);
        }
        Reply {
            stdout: printed.stdout,
            stderr: printed.stderr,
            exit_code: self.exit_code,
            prompt: self.prompt(),
            hidden: self.hidden(),
            refused: door
                .last_refusal()
                .filter(|_| door.refusals() != refusals)
                .cloned(),
        }
    }

    fn line(&mut self, door: &mut dyn Door, line: &str, printed: &mut Ran) {
        if let Some(mut program) = self.program.take() {
            let mut context = self.context(door, None);
            if program.alive(&context) {
                let step = program.line(&mut context, line);
                printed.stdout += &step.output;
                match step.ended {
                    Some(code) => self.exit_code = code,
                    None => self.program = Some(program),
                }
            } else {
                printed.stdout += "The session was taken back.\n";
            }
            return;
        }
        self.pending += line;
        match syntax::parse(&self.pending) {
            Parsed::Incomplete => self.pending.push('\n'),
            Parsed::Wrong(message) => {
                self.pending.clear();
                self.exit_code = 2;
                printed.stderr += &format!("bash: {message}\n");
            }
            Parsed::Complete(pipelines) => {
                self.pending.clear();
                self.pipelines(door, &pipelines, printed);
            }
        }
    }

    fn pipelines(&mut self, door: &mut dyn Door, list: &[(Link, Pipeline)], printed: &mut Ran) {
        for (link, pipeline) in list {
            let go = match link {
                Link::Always => true,
                Link::And => self.exit_code == 0,
                Link::Or => self.exit_code != 0,
            };
            if !go {
                continue;
            }
            let ran = self.pipeline(door, pipeline);
            self.exit_code = ran.exit_code;
            printed.stdout += &ran.stdout;
            printed.stderr += &ran.stderr;
            if let Some(region) = ran.region {
                self.region = region;
            }
            if let Some(directory) = ran.directory {
                self.directory = directory;
            }
            if ran.program.is_some() {
                self.program = ran.program;
            }
            self.follow(door, ran.then, printed);
        }
    }

    /// Runs the lines that a command asked for, showing each as if it had been typed.
    fn follow(&mut self, door: &mut dyn Door, lines: Vec<String>, printed: &mut Ran) {
        for line in lines.into_iter().take(MOST_LINES) {
            // A program takes its lines as they are, so variables are filled in here.
            let typed = if self.program.is_some() {
                self.fill(&line)
            } else {
                line.clone()
            };
            printed.stdout += &format!("{}{line}\n", self.prompt());
            self.line(door, &typed, printed);
            if self.program.is_none() && self.exit_code != 0 {
                return;
            }
        }
    }

    fn fill(&self, line: &str) -> String {
        self.variables
            .iter()
            .fold(line.to_owned(), |line, (name, value)| {
                line.replace(&format!("\"${name}\""), value)
            })
    }

    fn pipeline(&mut self, door: &mut dyn Door, pipeline: &Pipeline) -> Ran {
        let mut input = None;
        let mut errors = String::new();
        let mut last = Ran::default();
        for simple in pipeline {
            last = self.simple(door, simple, input.take());
            input = Some(last.stdout.clone());
            errors += &std::mem::take(&mut last.stderr);
        }
        last.stderr = errors;
        last
    }

    fn simple(&mut self, door: &mut dyn Door, simple: &Simple, input: Option<String>) -> Ran {
        let mut errors = String::new();
        let mut status = 0;
        for (name, word) in &simple.assignments {
            let (text, ran) = self.expand_joined(door, word);
            errors += &ran.stderr;
            status = ran.exit_code;
            self.variables.insert(name.clone(), text);
        }
        let mut argv = Vec::new();
        for word in &simple.words {
            let (words, ran) = self.expand(door, word);
            errors += &ran.stderr;
            argv.extend(words);
        }
        let mut targets = Vec::new();
        let mut input = input;
        for (redirect, word) in &simple.redirects {
            let (name, ran) = self.expand_joined(door, word);
            errors += &ran.stderr;
            let context = self.context(door, None);
            let path = context.path(&name);
            match redirect {
                Redirect::Read => match context.file(&path) {
                    Some(text) => input = Some(text.to_owned()),
                    None => {
                        errors += &format!("bash: {name}: No such file or directory\n");
                        return Ran::failed(1, errors);
                    }
                },
                _ if files::is_directory(&context, &path) => {
                    errors += &format!("bash: {name}: Is a directory\n");
                    return Ran::failed(1, errors);
                }
                _ => targets.push((*redirect, path)),
            }
        }
        let mut ran = match argv.split_first() {
            None => Ran {
                exit_code: status,
                ..Ran::default()
            },
            Some((name, arguments)) => self.command(door, name, arguments, input),
        };
        ran.stderr = errors + &ran.stderr;
        for (redirect, path) in targets {
            let text = match redirect {
                Redirect::WriteErrors => std::mem::take(&mut ran.stderr),
                _ => std::mem::take(&mut ran.stdout),
            };
            let mut context = self.context(door, None);
            if let Err(message) =
                files::write(&mut context, &path, &text, redirect == Redirect::Append)
            {
                ran.stderr += &message;
                ran.exit_code = 1;
            }
        }
        ran
    }

    fn command(
        &mut self,
        door: &mut dyn Door,
        name: &str,
        arguments: &[String],
        input: Option<String>,
    ) -> Ran {
        // Whoever works on the client host may do everything; `sudo` changes nothing.
        if name == "sudo" {
            return match arguments.split_first() {
                Some((name, arguments)) => self.command(door, name, arguments, input),
                None => Ran::failed(1, "usage: sudo command\n"),
            };
        }
        match commands::find(name) {
            Some(command) => command(&mut self.context(door, input), arguments),
            None if name.contains('/') => {
                Ran::failed(127, format!("bash: {name}: No such file or directory\n"))
            }
            None => Ran::failed(127, format!("bash: {name}: command not found\n")),
        }
    }

    fn context<'a>(&'a self, door: &'a mut dyn Door, stdin: Option<String>) -> Context<'a> {
        Context {
            door,
            region: &self.region,
            directory: &self.directory,
            stdin,
            variables: &self.variables,
        }
    }

    /// A word as one text, without splitting: for assignments and redirections.
    fn expand_joined(&mut self, door: &mut dyn Door, word: &Word) -> (String, Ran) {
        let mut text = String::new();
        let mut last = Ran::default();
        for part in word {
            let (value, ran) = self.value(door, part);
            text += &value;
            last.stderr += &ran.stderr;
            last.exit_code = ran.exit_code;
        }
        (text, last)
    }

    /// A word as bash passes it on: what comes out of unquoted variables is split at blanks.
    fn expand(&mut self, door: &mut dyn Door, word: &Word) -> (Vec<String>, Ran) {
        let mut words: Vec<String> = Vec::new();
        let mut open: Option<String> = None;
        let mut last = Ran::default();
        for part in word {
            let (value, ran) = self.value(door, part);
            last.stderr += &ran.stderr;
            let split = matches!(
                part,
                Part::Variable { quoted: false, .. } | Part::Output { quoted: false, .. }
            );
            if !split {
                open.get_or_insert_default().push_str(&value);
                continue;
            }
            let mut pieces = value.split([' ', '\t', '\n']).peekable();
            while let Some(piece) = pieces.next() {
                if !piece.is_empty() {
                    open.get_or_insert_default().push_str(piece);
                }
                if pieces.peek().is_some() {
                    words.extend(open.take());
                }
            }
        }
        words.extend(open);
        (words, last)
    }

    fn value(&mut self, door: &mut dyn Door, part: &Part) -> (String, Ran) {
        match part {
            Part::Text { text, quoted } => {
                let text = if !quoted && (text == "~" || text.starts_with("~/")) {
                    text.replacen('~', HOME, 1)
                } else {
                    text.clone()
                };
                (text, Ran::default())
            }
            Part::Variable { name, .. } if name == "?" => {
                (self.exit_code.to_string(), Ran::default())
            }
            Part::Variable { name, .. } => (
                self.variables.get(name).cloned().unwrap_or_default(),
                Ran::default(),
            ),
            Part::Output { line, .. } => {
                let mut inner = Self {
                    region: self.region.clone(),
                    directory: self.directory.clone(),
                    variables: self.variables.clone(),
                    exit_code: self.exit_code,
                    pending: String::new(),
                    program: None,
                };
                let reply = inner.run(door, line);
                let text = reply.stdout.trim_end_matches('\n').to_owned();
                self.exit_code = reply.exit_code;
                (
                    text,
                    Ran {
                        stderr: reply.stderr,
                        exit_code: reply.exit_code,
                        ..Ran::default()
                    },
                )
            }
        }
    }
}
