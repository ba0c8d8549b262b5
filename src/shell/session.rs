//! A terminal session: what is typed, what runs in front, and what the shell remembers.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use super::door::{Door, Reply};
use super::foreground::Foreground;
use super::hint;
use super::lexer::Stuck;
use super::mask;
use super::program::{Context, Offered};
use super::steps::{Step, Stop};
use super::syntax::parse;

/// Who is logged in on the client host.
pub const USER: &str = "ec2-user";
/// The reader's home on the client host.
pub const HOME: &str = "/home/ec2-user";

/// A terminal session on the client host of a Region.
#[derive(Clone)]
pub struct Shell {
    pub(super) region: String,
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
    /// What is left of the line that is running, what comes next at the end.
    pub(super) rest: Vec<Step>,
    /// What is left of the input of the commands around the one that is running.
    pub(super) input: Option<String>,
    /// How often loops went round since the line was typed.
    pub(super) rounds: u32,
    /// Why the line that is running does not go on.
    pub(super) stop: Option<Stop>,
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
            rest: Vec::new(),
            input: None,
            rounds: 0,
            stop: None,
            held: VecDeque::new(),
        }
    }

    /// Runs a line, or several lines one after the other as a pasted text.
    pub fn run(&mut self, door: &mut dyn Door, text: &str) -> Reply {
        let mut printed = Printed::default();
        let refusals = door.refusals();
        let text = text.strip_suffix('\n').unwrap_or(text);
        for line in text.split('\n') {
            self.rounds = 0;
            let line = line.strip_suffix('\r').unwrap_or(line);
            let (_, secrets) = self.without_secrets(line);
            let program = self.way_out().is_some();
            let mut here = Printed::default();
            self.line(door, line, &mut here);
            self.stopped(&mut here);
            here.scrub(&secrets, program);
            printed.add(here);
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

    /// The lines before that are not complete yet.
    pub(super) fn pending(&self) -> String {
        let pending = self.pending.as_ref();
        pending.map_or_else(String::new, |text| format!("{text}\n"))
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
            Some(Foreground::Read { asked, .. }) => {
                asked.answer(self, line);
                self.last = 0;
                self.steps(door, printed);
            }
            None => self.line_for_shell(door, line, printed),
        }
    }

    fn line_for_shell(&mut self, door: &mut dyn Door, line: &str, printed: &mut Printed) {
        let text = match self.pending.take() {
            Some(before) => format!("{before}\n{line}"),
            None => line.to_owned(),
        };
        let read = parse(&text);
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
            let [typed, before] = self.typed.each_ref().map(|text| mask::with_hole(text));
            printed.stderr.push_str(&hint::hint(&typed, &before));
        }
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
