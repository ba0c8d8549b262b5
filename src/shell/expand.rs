//! Expansion: what variables and commands in words become.

use std::rc::Rc;

use super::arithmetic;
use super::budget::{MOST_WORDS, WORDS};
use super::door::Door;
use super::glob::Pattern;
use super::lexer::Stuck;
use super::session::{HOME, Printed, Shell};
use super::steps::{Step, Stop};
use super::syntax::parse;
use super::tree::{Body, Each, Pipeline, Redirect};
use super::word::{Part, Word};
use crate::text::shell as words;

/// Words that are being expanded one after the other; where a command in one of them has to run first, they wait for it.
#[derive(Clone)]
pub(super) struct Expansion {
    /// Whose words they are.
    of: Of,
    /// The word that comes next.
    at: usize,
    /// What the commands in that word have printed so far.
    captured: Vec<String>,
    /// The exit code that the next word sees.
    last: i32,
    done: Expanded,
}

/// Whose words are expanded.
#[derive(Clone)]
enum Of {
    /// A command of a pipeline.
    Command(Rc<Pipeline>, usize),
    /// A loop over words.
    Each(Rc<Each>),
}

/// Words that have been expanded.
#[derive(Clone, Default)]
pub(super) struct Expanded {
    /// What was piped to the command.
    pub(super) piped: Option<String>,
    /// The exit code before it.
    pub(super) before: i32,
    /// The words of a command or of a loop.
    pub(super) words: Vec<String>,
    /// The values of assignments, and the targets of redirections.
    pub(super) texts: Vec<String>,
    /// Whether any of them took the output of a command.
    pub(super) ran: bool,
    /// Bytes of words and texts.
    size: usize,
}

impl Expansion {
    /// The words of a command, to which something was piped, and the exit code before it.
    pub(super) fn of_command(
        pipeline: Rc<Pipeline>,
        at: usize,
        piped: Option<String>,
        last: i32,
    ) -> Self {
        Self::new(Of::Command(pipeline, at), piped, last)
    }

    /// The words of a loop.
    pub(super) fn of_loop(each: Rc<Each>, last: i32) -> Self {
        Self::new(Of::Each(each), None, last)
    }

    fn new(of: Of, piped: Option<String>, last: i32) -> Self {
        Self {
            of,
            at: 0,
            captured: Vec::new(),
            last,
            done: Expanded {
                piped,
                before: last,
                ..Expanded::default()
            },
        }
    }
}

/// A word that is to be expanded.
enum Next<'a> {
    /// It may become any number of words.
    Words(&'a Word),
    /// It becomes one text: the value of an assignment.
    Value(&'a Word),
    /// It becomes one text: the target of a redirection, with what ends it.
    Target(&'a Word, &'static str),
}

impl Of {
    fn word(&self, at: usize) -> Option<Next<'_>> {
        let (pipeline, place) = match self {
            Self::Each(each) => return each.words.get(at).map(Next::Words),
            Self::Command(pipeline, place) => (pipeline, *place),
        };
        let command = &pipeline.commands[place];
        let mut at = at;
        if let Body::Simple(simple) = &command.body {
            if let Some(word) = simple.words.get(at) {
                return Some(Next::Words(word));
            }
            at -= simple.words.len();
            if let Some((_, word)) = simple.assignments.get(at) {
                return Some(Next::Value(word));
            }
            at -= simple.assignments.len();
        }
        let targets = command
            .redirects
            .iter()
            .filter_map(|redirect| match redirect {
                Redirect::Text(word) => Some((word, "\n")),
                Redirect::Input(word)
                | Redirect::Here(word)
                | Redirect::Output { target: word, .. } => Some((word, "")),
                Redirect::ErrorToOutput | Redirect::OutputToError => None,
            });
        let (word, end) = targets.into_iter().nth(at)?;
        Some(Next::Target(word, end))
    }
}

impl Shell {
    /// Expands the next of the words; after the last comes what they are for.
    pub(super) fn expand(&mut self, door: &mut dyn Door, mut expansion: Box<Expansion>) {
        let of = expansion.of.clone();
        let Some(next) = of.word(expansion.at) else {
            return self.expanded(door, expansion);
        };
        let (Next::Words(word) | Next::Value(word) | Next::Target(word, _)) = next;
        let mut commands = Vec::new();
        word.commands(&mut commands);
        if let Some(text) = commands.get(expansion.captured.len()) {
            self.rest.push(Step::Expand(expansion));
            return self.capture(text);
        }
        expansion.done.ran |= !commands.is_empty();
        let mut captured = std::mem::take(&mut expansion.captured).into_iter();
        let last = match next {
            Next::Words(_) | Next::Target(..) => expansion.last,
            Next::Value(_) => expansion.done.before,
        };
        let done = &mut expansion.done;
        let (count, texts) = (done.words.len(), done.texts.len());
        match next {
            Next::Words(word) => {
                let fields = self.fields(door, word, last, &mut captured);
                done.words.extend(fields);
            }
            Next::Value(word) => done.texts.push(self.joined(word, last, &mut captured)),
            Next::Target(word, end) => {
                let text = self.joined(word, last, &mut captured) + end;
                done.texts.push(text);
            }
        }
        let new = done.words[count..].iter().chain(&done.texts[texts..]);
        let bytes: usize = new.map(String::len).sum();
        done.size += bytes;
        self.budget.spend_bytes(bytes);
        if done.size > WORDS || done.words.len() > MOST_WORDS {
            let message = words::words_too_long(WORDS, MOST_WORDS);
            self.stop = self.stop.take().or(Some(Stop::Over(message)));
        }
        expansion.at += 1;
        expansion.last = self.last;
        self.rest.push(Step::Expand(expansion));
    }

    /// All words are expanded: what they are for follows.
    fn expanded(&mut self, door: &mut dyn Door, mut expansion: Box<Expansion>) {
        match &expansion.of {
            Of::Each(each) => {
                let words = std::mem::take(&mut expansion.done.words);
                if words.is_empty() {
                    self.last = 0;
                }
                self.rest.push(Step::Each(Rc::clone(each), words.into()));
            }
            Of::Command(pipeline, at) => {
                let (pipeline, at) = (Rc::clone(pipeline), *at);
                if let Some(needed) = self.missing(door, &expansion.done.words) {
                    self.rest.push(Step::Expand(expansion));
                    self.rest.push(Step::Make(needed));
                    return;
                }
                self.expanded_command(door, &pipeline, at, expansion.done);
            }
        }
    }

    /// The words that a word becomes: unquoted expansions are split at blanks, and patterns become the names of the files they match.
    fn fields(
        &mut self,
        door: &mut dyn Door,
        word: &Word,
        last: i32,
        captured: &mut dyn Iterator<Item = String>,
    ) -> Vec<String> {
        let mut fields = Vec::new();
        let mut current: Option<Pattern> = None;
        for part in with_home(word) {
            match part {
                Part::Text { text, quoted } => {
                    if quoted || !text.is_empty() {
                        current.get_or_insert_default().push(&text, quoted);
                    }
                }
                Part::Variable { quoted, .. }
                | Part::Command { quoted, .. }
                | Part::Arithmetic { quoted, .. } => {
                    let value = self.value(&part, last, captured);
                    if quoted {
                        current.get_or_insert_default().push(&value, true);
                    } else {
                        split(&value, &mut fields, &mut current);
                    }
                }
            }
            let size: usize = fields.iter().chain(&current).map(Pattern::len).sum();
            if size > WORDS {
                let message = words::words_too_long(WORDS, MOST_WORDS);
                self.stop = self.stop.take().or(Some(Stop::Over(message)));
                return Vec::new();
            }
        }
        fields.extend(current);
        let context = self.context(door, None);
        fields
            .into_iter()
            .flat_map(|field| field.files(&context))
            .collect()
    }

    /// The one text that a word becomes where words are not split.
    fn joined(
        &mut self,
        word: &Word,
        last: i32,
        captured: &mut dyn Iterator<Item = String>,
    ) -> String {
        let mut text = String::new();
        for part in with_home(word) {
            text.push_str(&self.value(&part, last, captured));
            if text.len() > WORDS {
                let message = words::words_too_long(WORDS, MOST_WORDS);
                self.stop = self.stop.take().or(Some(Stop::Over(message)));
                return String::new();
            }
        }
        text
    }

    fn value(
        &mut self,
        part: &Part,
        last: i32,
        captured: &mut dyn Iterator<Item = String>,
    ) -> String {
        match part {
            Part::Text { text, .. } => text.clone(),
            Part::Variable { name, .. } => match name.as_str() {
                "?" => last.to_string(),
                "PWD" => self.directory.clone(),
                name => self.variables.get(name).cloned().unwrap_or_default(),
            },
            Part::Command { .. } => captured.next().unwrap_or_default(),
            Part::Arithmetic { expression, .. } => {
                let text = self.joined(expression, last, captured);
                if self.stop.is_some() {
                    return String::new();
                }
                match arithmetic::value(&text, &self.variables, &self.budget) {
                    Ok(number) => number.to_string(),
                    Err(problem) => {
                        self.complain(&format!("{problem}\n"));
                        self.stop = Some(Stop::Expansion);
                        String::new()
                    }
                }
            }
        }
    }

    /// Begins a command substitution.
    fn capture(&mut self, text: &str) {
        self.budget.spend_bytes(text.len());
        let message = match parse(text) {
            Ok(list) => {
                self.printed.push(Printed::default());
                self.rest.push(Step::Captured);
                return self.push(&list);
            }
            Err(Stuck::More) => "bash: command substitution: unexpected end of file".to_owned(),
            Err(Stuck::Error(message)) => message,
        };
        self.complain(&format!("{message}\n"));
        self.last = 2;
        self.give(String::new());
    }

    /// A command substitution has ended: what it printed, without the newlines at its end, stands in the word.
    pub(super) fn captured(&mut self) {
        let inner = self.printed.pop().unwrap_or_default();
        self.complain(&inner.stderr);
        let mut text = inner.stdout;
        text.truncate(text.trim_end_matches('\n').len());
        self.give(text);
    }

    fn give(&mut self, text: String) {
        if let Some(Step::Expand(expansion)) = self.rest.last_mut() {
            expansion.captured.push(text);
        }
    }
}

impl Word {
    /// The commands whose output it takes, in the order in which they run.
    fn commands<'a>(&'a self, found: &mut Vec<&'a str>) {
        for part in &self.parts {
            match part {
                Part::Command { text, .. } => found.push(text),
                Part::Arithmetic { expression, .. } => expression.commands(found),
                Part::Text { .. } | Part::Variable { .. } => {}
            }
        }
    }
}

/// The parts of a word, a `~` at its beginning replaced by the home directory.
fn with_home(word: &Word) -> Vec<Part> {
    let mut parts = word.parts.clone();
    if let Some(Part::Text {
        text,
        quoted: false,
    }) = parts.first_mut()
        && let Some(rest) = text.strip_prefix('~')
        && (rest.is_empty() || rest.starts_with('/'))
    {
        *text = format!("{HOME}{rest}");
    }
    parts
}

/// Splits the value of an unquoted expansion at blanks into the fields that it completes and the one that goes on.
fn split(value: &str, fields: &mut Vec<Pattern>, current: &mut Option<Pattern>) {
    if value.starts_with(char::is_whitespace) {
        fields.extend(current.take());
    }
    for (index, piece) in value.split_whitespace().enumerate() {
        if index > 0 {
            fields.extend(current.take());
        }
        current.get_or_insert_default().push(piece, false);
    }
    if value.ends_with(char::is_whitespace) {
        fields.extend(current.take());
    }
}
