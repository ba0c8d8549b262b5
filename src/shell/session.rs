//! A terminal session: what is typed, what runs in front, and what the shell remembers.

use std::collections::BTreeMap;
use std::fmt;

use super::builtins::{self, Builtin};
use super::door::{Door, Reply};
use super::lexer::{Part, Stuck, Word};
use super::program::{Command, Context, Program, Ran};
use super::syntax::{self, Joint, List, Redirect, Simple, Stream};
use super::{aws, files, hsm_tools, lab};
use crate::command::HostAction;
use crate::text::lab as words;

/// The reader's home on the client host.
pub const HOME: &str = "/home/ec2-user";

/// Command substitutions that one text may hold: more are a paste gone wrong, and would exhaust the stack.
const SUBSTITUTIONS: usize = 200;

/// A terminal session on the client host of a Region.
pub struct Shell {
    region: String,
    pub(super) directory: String,
    pub(super) previous_directory: String,
    pub(super) variables: BTreeMap<String, String>,
    last: i32,
    /// The text that is running, and the one before it.
    typed: [String; 2],
    /// Lines that are not complete yet.
    pending: Option<String>,
    foreground: Option<Foreground>,
}

/// What takes the next line instead of the shell.
pub(super) enum Foreground {
    /// A program with a prompt of its own.
    Program(Box<dyn Program>),
    /// `read` waits for the value of a variable.
    Read {
        /// The variable.
        name: String,
        /// What it asks.
        prompt: String,
        /// Whether the value is hidden.
        hidden: bool,
    },
}

/// What has been printed so far.
#[derive(Default)]
pub(super) struct Printed {
    pub(super) stdout: String,
    pub(super) stderr: String,
}

impl Shell {
    /// A session on the client host of a Region.
    #[must_use]
    pub fn new(region: &str) -> Self {
        Self {
            region: region.to_owned(),
            directory: HOME.to_owned(),
            previous_directory: HOME.to_owned(),
            variables: BTreeMap::from([
                ("HOME".to_owned(), HOME.to_owned()),
                ("USER".to_owned(), "ec2-user".to_owned()),
            ]),
            last: 0,
            typed: [String::new(), String::new()],
            pending: None,
            foreground: None,
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
        Reply {
            stdout: printed.stdout,
            stderr: printed.stderr,
            exit_code: self.last,
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
        self.foreground = None;
    }

    /// Sets a variable, as `NAME=value` does.
    pub fn set_variable(&mut self, name: &str, value: &str) {
        self.variables.insert(name.to_owned(), value.to_owned());
    }

    /// The prompt for the next line.
    #[must_use]
    pub fn prompt(&self) -> String {
        match &self.foreground {
            Some(Foreground::Program(program)) => program.prompt(),
            Some(Foreground::Read { prompt, .. }) => prompt.clone(),
            None if self.pending.is_some() => "> ".to_owned(),
            None => {
                let place = match self.directory.as_str() {
                    HOME => "~",
                    "/" => "/",
                    other => other.rsplit('/').next().unwrap_or(other),
                };
                format!("[ec2-user@client {place}]$ ")
            }
        }
    }

    /// Whether the next line is a secret, not to be shown or remembered.
    #[must_use]
    pub fn hidden(&self) -> bool {
        match &self.foreground {
            Some(Foreground::Program(program)) => program.hidden(),
            Some(Foreground::Read { hidden, .. }) => *hidden,
            None => false,
        }
    }

    /// Ctrl-C: drops the lines that are not complete and ends what runs in front.
    pub fn interrupt(&mut self) {
        self.pending = None;
        self.foreground = None;
        self.last = 130;
    }

    fn line(&mut self, door: &mut dyn Door, line: &str, printed: &mut Printed) {
        match self.foreground.take() {
            Some(Foreground::Program(program)) => self.line_for(program, door, line, printed),
            Some(Foreground::Read { name, .. }) => {
                self.variables.insert(name, line.to_owned());
                self.last = 0;
            }
            None => self.line_for_shell(door, line, printed),
        }
    }

    fn line_for(
        &mut self,
        mut program: Box<dyn Program>,
        door: &mut dyn Door,
        line: &str,
        printed: &mut Printed,
    ) {
        let mut context = self.context(door, None);
        if !program.alive(&context) {
            printed.stderr.push_str(words::PROGRAM_GONE);
            self.last = 1;
            return;
        }
        let step = program.line(&mut context, line);
        printed.stdout.push_str(&step.output);
        match step.ended {
            Some(code) => self.last = code,
            None => self.foreground = Some(Foreground::Program(program)),
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
            printed.stderr.push_str(&self.hint());
        }
    }

    /// What the reader of the guide's example meant, where it was pasted as it is printed: its first line lacks the backslash, and
    /// the certificate is a placeholder, which the shell takes for redirections.
    fn hint(&self) -> String {
        let [typed, before] = &self.typed;
        let mut meant = typed.clone();
        let mut hint = String::new();
        if typed.trim_start().starts_with("--") && before.trim_start().starts_with("aws ") {
            hint.push_str(words::MISSING_BACKSLASH);
            meant = format!("{before} \\\n{typed}");
        }
        if let Some(placeholder) = placeholder(typed) {
            hint.push_str(&words::placeholder(placeholder));
            meant = meant.replace(placeholder, words::GUIDE_FILE);
        }
        if !hint.is_empty() {
            hint.push_str(&words::meant(&meant));
        }
        hint
    }

    fn list(&mut self, door: &mut dyn Door, list: &List, printed: &mut Printed) {
        for (joint, pipeline) in list {
            let skipped = match joint {
                Joint::Always => false,
                Joint::And => self.last != 0,
                Joint::Or => self.last == 0,
            };
            if !skipped {
                self.pipeline(door, pipeline, printed);
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
            if last {
                printed.stdout.push_str(&here.stdout);
                self.foreground = program;
            } else {
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
        let (mut ran, foreground) = self.named(door, &words, stdin);
        if let Some(variables) = before_command {
            self.variables = variables;
        }
        self.last = ran.exit_code;
        if let Some(region) = &ran.region {
            self.region.clone_from(region);
        }
        let then = std::mem::take(&mut ran.then);
        self.deliver(door, streams, ran, printed);
        self.foreground = foreground;
        self.follow(door, then, printed);
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
        if name == "sudo" && !arguments.is_empty() {
            return self.named(door, arguments, stdin);
        }
        if let Some(builtin) = builtins::builtin(name) {
            return match builtin {
                Builtin::Plain(run) => (run(self, door, arguments), None),
                Builtin::Read => builtins::read(self, arguments, stdin),
            };
        }
        let Some(command) = find(name) else {
            let what = if name.contains('/') {
                "No such file or directory"
            } else {
                "command not found"
            };
            return (Ran::failed(127, format!("bash: {name}: {what}\n")), None);
        };
        let mut context = self.context(door, stdin.clone());
        let mut ran = command(&mut context, arguments);
        let Some(mut program) = ran.program.take() else {
            return (ran, None);
        };
        let Some(lines) = stdin else {
            return (ran, Some(Foreground::Program(program)));
        };
        // A program whose input is piped takes it line by line and ends with it.
        for line in lines.lines() {
            let step = program.line(&mut context, line);
            ran.stdout.push_str(&step.output);
            if let Some(code) = step.ended {
                ran.exit_code = code;
                break;
            }
        }
        (ran, None)
    }

    /// Runs the lines that a command asked for up to the first that fails, showing each as if it had been typed.
    fn follow(&mut self, door: &mut dyn Door, lines: Vec<String>, printed: &mut Printed) {
        for line in lines {
            printed
                .stdout
                .push_str(&format!("{}{line}\n", self.prompt()));
            // A program takes its lines as they are, so what the reader filled in is put in here.
            let typed = if self.foreground.is_some() {
                self.filled(&line)
            } else {
                line
            };
            self.line(door, &typed, printed);
            if self.foreground.is_none() && self.last != 0 {
                return;
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

    fn context<'a>(&'a self, door: &'a mut dyn Door, stdin: Option<String>) -> Context<'a> {
        Context {
            door,
            region: &self.region,
            directory: &self.directory,
            stdin,
            variables: &self.variables,
        }
    }
}

// Expansion.
impl Shell {
    /// The words that a word becomes: unquoted expansions are split at blanks.
    fn fields(&mut self, door: &mut dyn Door, word: &Word, printed: &mut Printed) -> Vec<String> {
        let last = self.last;
        let mut fields = Vec::new();
        let mut current: Option<String> = None;
        for part in with_home(word) {
            match part {
                Part::Text { text, quoted } => {
                    if quoted || !text.is_empty() {
                        current.get_or_insert_default().push_str(&text);
                    }
                }
                Part::Variable { quoted, .. } | Part::Command { quoted, .. } => {
                    let value = self.expanded(door, &part, last, printed);
                    if quoted {
                        current.get_or_insert_default().push_str(&value);
                    } else {
                        split(&value, &mut fields, &mut current);
                    }
                }
            }
        }
        fields.extend(current);
        fields
    }

    /// The one text that a word becomes where words are not split.
    fn joined(
        &mut self,
        door: &mut dyn Door,
        word: &Word,
        last: i32,
        printed: &mut Printed,
    ) -> String {
        let mut text = String::new();
        for part in with_home(word) {
            let value = self.expanded(door, &part, last, printed);
            text.push_str(&value);
        }
        text
    }

    fn expanded(
        &mut self,
        door: &mut dyn Door,
        part: &Part,
        last: i32,
        printed: &mut Printed,
    ) -> String {
        match part {
            Part::Text { text, .. } => text.clone(),
            Part::Variable { name, .. } => match name.as_str() {
                "?" => last.to_string(),
                "PWD" => self.directory.clone(),
                name => self.variables.get(name).cloned().unwrap_or_default(),
            },
            Part::Command { text, .. } => self.captured(door, text, printed),
        }
    }

    /// The output of a command, without the newlines at its end.
    fn captured(&mut self, door: &mut dyn Door, text: &str, printed: &mut Printed) -> String {
        let mut inner = Printed::default();
        match read(text) {
            Ok(list) => {
                self.list(door, &list, &mut inner);
                self.foreground = None;
            }
            Err(Stuck::More) => {
                inner
                    .stderr
                    .push_str("bash: command substitution: unexpected end of file\n");
                self.last = 2;
            }
            Err(Stuck::Error(message)) => {
                inner.stderr.push_str(&message);
                inner.stderr.push('\n');
                self.last = 2;
            }
        }
        printed.stderr.push_str(&inner.stderr);
        inner.stdout.trim_end_matches('\n').to_owned()
    }
}

/// Where the streams of a command come from and go to.
struct Streams {
    stdin: Option<String>,
    stdout: Target,
    stderr: Target,
    /// Files that were opened for writing, each with what it held: opening a file with `>` empties it even when nothing is printed.
    opened: Vec<(String, String)>,
}

/// Where a stream goes.
#[derive(Clone, PartialEq)]
enum Target {
    Output,
    Error,
    File(String),
}

// Redirection.
impl Shell {
    fn open(
        &mut self,
        door: &mut dyn Door,
        redirects: &[Redirect],
        piped: Option<String>,
        printed: &mut Printed,
    ) -> Result<Streams, String> {
        let mut streams = Streams {
            stdin: piped,
            stdout: Target::Output,
            stderr: Target::Error,
            opened: Vec::new(),
        };
        for redirect in redirects {
            match redirect {
                Redirect::Input(word) => {
                    let name = self.joined(door, word, self.last, printed);
                    let context = self.context(door, None);
                    let text = files::read(&context, &name)
                        .map_err(|problem| format!("bash: {name}: {problem}\n"))?;
                    streams.stdin = Some(text);
                }
                Redirect::ErrorToOutput => streams.stderr = streams.stdout.clone(),
                Redirect::OutputToError => streams.stdout = streams.stderr.clone(),
                Redirect::Output {
                    stream,
                    append,
                    target,
                } => {
                    let name = self.joined(door, target, self.last, printed);
                    let context = self.context(door, None);
                    let path = context.path(&name);
                    if files::is_directory(&context, &path) {
                        return Err(format!("bash: {name}: Is a directory\n"));
                    }
                    let before = match context.file(&path) {
                        Some(text) if *append => text.to_owned(),
                        _ => String::new(),
                    };
                    streams.opened.push((path.clone(), before));
                    let target = Target::File(path);
                    if *stream != Stream::Error {
                        streams.stdout = target.clone();
                    }
                    if *stream != Stream::Output {
                        streams.stderr = target;
                    }
                }
            }
        }
        Ok(streams)
    }

    /// Sends what a command printed where its streams go.
    fn deliver(&mut self, door: &mut dyn Door, streams: Streams, ran: Ran, printed: &mut Printed) {
        let mut opened = streams.opened;
        for (target, text) in [(streams.stdout, ran.stdout), (streams.stderr, ran.stderr)] {
            match target {
                Target::Output => printed.stdout.push_str(&text),
                Target::Error => printed.stderr.push_str(&text),
                Target::File(path) => {
                    if let Some((_, content)) =
                        opened.iter_mut().rev().find(|(other, _)| *other == path)
                    {
                        content.push_str(&text);
                    }
                }
            }
        }
        for (path, text) in opened {
            if path == "/dev/null" {
                continue;
            }
            let action = HostAction::WriteFile { path, text };
            if let Err(bug) = files::act(door, &self.region, action) {
                printed.stderr.push_str(&words::bug_line(&bug.0));
                self.last = 70;
            }
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

fn read(text: &str) -> Result<List, Stuck> {
    if text.matches("$(").count() > SUBSTITUTIONS {
        return Err(Stuck::Error(
            "bash: too many command substitutions in one line".to_owned(),
        ));
    }
    syntax::parse(text)
}

/// A placeholder of the guides, such as `<certificate-goes-here>`.
fn placeholder(text: &str) -> Option<&str> {
    let start = text.find('<')?;
    let length = text[start..].find('>')? + 1;
    let found = &text[start..start + length];
    let name = &found[1..length - 1];
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    (name.contains('-') && name.chars().all(plain)).then_some(found)
}

/// The command of that name.
fn find(name: &str) -> Option<Command> {
    match name {
        "aws" => Some(aws::run),
        "lab" => Some(lab::run),
        "help" => Some(lab::help),
        name => files::command(name).or_else(|| hsm_tools::command(name)),
    }
}

/// The parts of a word, a `~` at its beginning replaced by the home directory.
fn with_home(word: &Word) -> Vec<Part> {
    let mut parts = word.parts.clone();
    if let Some(Part::Text {
        text,
        quoted: false,
    }) = parts.first_mut()
    {
        if let Some(rest) = text.strip_prefix('~') {
            if rest.is_empty() || rest.starts_with('/') {
                *text = format!("{HOME}{rest}");
            }
        }
    }
    parts
}

/// Splits the value of an unquoted expansion at blanks into the fields that it completes and the one that goes on.
fn split(value: &str, fields: &mut Vec<String>, current: &mut Option<String>) {
    if value.starts_with(char::is_whitespace) {
        fields.extend(current.take());
    }
    for (index, piece) in value.split_whitespace().enumerate() {
        if index > 0 {
            fields.extend(current.take());
        }
        current.get_or_insert_default().push_str(piece);
    }
    if value.ends_with(char::is_whitespace) {
        fields.extend(current.take());
    }
}
