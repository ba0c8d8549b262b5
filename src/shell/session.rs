//! A terminal session: what is typed, what runs in front, and what the shell remembers.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;

use super::budget::Budget;
use super::door::{Door, Needed, Reply};
use super::foreground::Foreground;
use super::hint;
use super::lexer::Stuck;
use super::mask;
use super::program::{Context, Offered};
use super::steps::{Step, Stop};
use super::syntax::parse;
use super::variables::Variables;
use crate::text::shell as words;

/// Who is logged in on the client host.
pub const USER: &str = "ec2-user";
/// The longest text that is read as one command, in bytes.
const LONGEST: usize = 1 << 20;
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
    pub(super) variables: Variables,
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
    /// What commands that are running have printed, from the line itself to the innermost whose output goes elsewhere.
    pub(super) printed: Vec<Printed>,
    /// Lines that come after the one that is running.
    pub(super) lines: VecDeque<String>,
    /// How often something had been refused when the line that is running began; none where none is.
    begun: Option<u64>,
    /// The work that is left to the line.
    pub(super) budget: Budget,
    /// Why the line that is running does not go on.
    pub(super) stop: Option<Stop>,
    /// Lines of a pasted text that wait for the answer to a hidden prompt.
    pub(super) held: VecDeque<String>,
    /// What is not said back of the line that is running.
    pub(super) unsaid: Unsaid,
}

/// The secrets of a line, which nothing that is said about it repeats.
#[derive(Clone, Default)]
pub(super) struct Unsaid {
    pub(super) secrets: Vec<String>,
    /// Whether a program runs the line: what it says about it stands where its answers stand.
    pub(super) program: bool,
    /// Where what the line prints begins, in standard output and in standard error.
    pub(super) from: (usize, usize),
}

/// What has been printed so far.
#[derive(Clone, Default)]
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
            variables: Variables::new(BTreeMap::from([
                ("HOME".to_owned(), HOME.to_owned()),
                ("USER".to_owned(), USER.to_owned()),
            ])),
            last: 0,
            typed: [String::new(), String::new()],
            pending: None,
            foreground: None,
            rest: Vec::new(),
            input: None,
            printed: Vec::new(),
            lines: VecDeque::new(),
            begun: None,
            budget: Budget::default(),
            stop: None,
            held: VecDeque::new(),
            unsaid: Unsaid::default(),
        }
    }

    /// Runs a line, or several lines one after the other as a pasted text.
    pub fn run(&mut self, door: &mut dyn Door, text: &str) -> Reply {
        self.start(door, text);
        loop {
            if let Some(reply) = self.resume(door, &mut || false) {
                return reply;
            }
        }
    }

    /// Begins a line, or several; [`resume`](Self::resume) runs them.
    pub fn start(&mut self, door: &dyn Door, text: &str) {
        self.begun = Some(door.refusals());
        self.printed = vec![Printed::default()];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let lines = text.split('\n');
        self.lines = lines
            .map(|line| line.strip_suffix('\r').unwrap_or(line).to_owned())
            .collect();
    }

    /// Goes on with what was begun until `pause` asks for a break; answers once all has ended or waits for the reader. Where the breaks
    /// fall changes nothing.
    pub fn resume(
        &mut self,
        door: &mut dyn Door,
        pause: &mut dyn FnMut() -> bool,
    ) -> Option<Reply> {
        loop {
            if !self.steps(door, pause) {
                return None;
            }
            self.unsay();
            let Some(line) = self.lines.pop_front() else {
                break;
            };
            self.budget = Budget::default();
            self.keep_back(&line);
            self.line(door, &line);
        }
        let account = door.account();
        self.account = (!account.others.is_empty()).then(|| account.id.clone());
        let printed = self.printed.drain(..).next().unwrap_or_default();
        let refusals = self.begun.take().unwrap_or_default();
        Some(Reply {
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
        })
    }

    /// Whether a line was begun that has not ended, nor waits for the reader.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.begun.is_some()
    }

    /// What the line that is running has printed so far, to standard output and to standard error.
    #[must_use]
    pub fn printed(&self) -> (String, String) {
        let mut shown = self.printed.first().cloned().unwrap_or_default();
        shown.unsay(&self.unsaid);
        (shown.stdout, shown.stderr)
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
        self.assign(name, value.to_owned());
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
        self.lines.clear();
        self.printed.clear();
        self.begun = None;
        self.last = 130;
    }

    /// Takes a line: the program in front does, or the shell.
    pub(super) fn line(&mut self, door: &mut dyn Door, line: &str) {
        match self.foreground.take() {
            Some(Foreground::Read { asked, .. }) => {
                self.last = 0;
                asked.answer(self, line);
            }
            Some(program) => {
                let needed = program.key().map(Needed::Key);
                let needed = needed.filter(|needed| !door.has(needed));
                let answer = Box::new((program, line.to_owned()));
                self.rest.push(Step::Answer(answer));
                self.rest.extend(needed.map(Step::Make));
            }
            None => self.line_for_shell(line),
        }
    }

    fn line_for_shell(&mut self, line: &str) {
        let text = match self.pending.take() {
            Some(before) => format!("{before}\n{line}"),
            None => line.to_owned(),
        };
        self.budget.spend_bytes(text.len());
        if text.len() > LONGEST {
            self.complain(&words::line_too_long(LONGEST));
            self.last = 2;
            return;
        }
        let read = parse(&text);
        if read == Err(Stuck::More) {
            self.pending = Some(text);
            return;
        }
        if !text.trim().is_empty() {
            let [running, before] = &mut self.typed;
            *before = std::mem::replace(running, text);
        }
        self.rest.push(Step::Hint);
        match read {
            Ok(list) => self.push(&list),
            Err(Stuck::More) => {}
            Err(Stuck::Error(message)) => {
                self.complain(&format!("{message}\n"));
                self.last = 2;
            }
        }
    }

    /// Says what the reader may have meant by a line that failed.
    pub(super) fn hint(&mut self) {
        if self.last != 0 {
            let [typed, before] = self.typed.each_ref().map(|text| mask::with_hole(text));
            let hint = hint::hint(&typed, &before);
            self.complain(&hint);
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
            budget: &self.budget,
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
