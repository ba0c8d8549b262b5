//! The secrets of a line by what waits for it: the shell, with the lines before it that are not complete, or a program.

use super::harmless::is_harmless;
use super::letters::{Spelled, plain, words};
use super::{DOTS, Kept, Verdict, tools};
use crate::shell::Shell;
use crate::shell::foreground::Foreground;
use crate::shell::program::Program;
use crate::shell::session::{Printed, Unsaid};

/// The variable of generated lines that holds a password.
const HOLE: &str = "\"$KMSUSER_PASSWORD\"";

/// A line for a shell, its secrets replaced.
#[must_use]
pub fn masked(line: &str) -> String {
    let mut kept = Kept::of(line);
    kept.commands(0..line.len(), false, 0);
    kept.shown(0).0
}

/// A line for a shell that is to be typed again: a variable that the reader sets stands for its secrets.
pub(in crate::shell) fn with_hole(line: &str) -> String {
    masked(line).replace(DOTS, HOLE)
}

/// The secrets among the words of a command, once they are expanded.
pub(in crate::shell) fn of_words(words: &[String]) -> Vec<String> {
    among(words, tools::verdicts)
}

/// The secrets among words by what is known of them.
pub(in crate::shell) fn among(
    words: &[String],
    verdicts: fn(&[String]) -> Vec<Verdict>,
) -> Vec<String> {
    let mut secrets = Vec::new();
    for (word, verdict) in words.iter().zip(verdicts(words)) {
        let mut kept = Kept::of(word);
        kept.apply(&Spelled::of(&plain(word, 0..word.len())), verdict);
        secrets.extend(kept.secrets);
    }
    secrets
}

/// A text without secrets, where they stand as words.
pub(in crate::shell) fn scrubbed(text: &str, secrets: &[String]) -> String {
    let mut shown = text.to_owned();
    for secret in secrets {
        let Some(first) = secret.chars().next() else {
            continue;
        };
        let last = secret.chars().next_back().unwrap_or(first);
        let joins = |one: Option<char>, other: char| {
            one.is_some_and(char::is_alphanumeric) && other.is_alphanumeric()
        };
        let mut rest = std::mem::take(&mut shown);
        while let Some(at) = rest.find(secret.as_str()) {
            let end = at + secret.len();
            let before = rest[..at].chars().next_back().or(shown.chars().next_back());
            let inside = joins(before, first) || joins(rest[end..].chars().next(), last);
            shown.push_str(&rest[..at]);
            shown.push_str(if inside { secret } else { DOTS });
            rest.drain(..end);
        }
        shown.push_str(&rest);
    }
    shown
}

impl Shell {
    /// A line that is typed next, its secrets replaced; empty where all of it is one.
    #[must_use]
    pub fn masked(&self, line: &str) -> String {
        self.without_secrets(line).0
    }

    /// A line that the reader gave up before it ran, its secrets replaced: nobody knows how it would have gone on.
    #[must_use]
    pub fn masked_unfinished(&self, line: &str) -> String {
        self.read(line, true).0
    }

    /// The line without its secrets, and the secrets.
    pub(in crate::shell) fn without_secrets(&self, line: &str) -> (String, Vec<String>) {
        self.read(line, false)
    }

    fn read(&self, line: &str, unfinished: bool) -> (String, Vec<String>) {
        if self.hidden() {
            return (String::new(), vec![line.to_owned()]);
        }
        match &self.foreground {
            Some(Foreground::Program { program, .. }) => at_prompt(program.as_ref(), line),
            Some(Foreground::Read { .. }) => {
                let mut kept = Kept::of(line);
                for word in words(&plain(line, 0..line.len())) {
                    kept.doubt(&word, 0);
                }
                kept.shown(0)
            }
            None => {
                let before = self.pending();
                let text = format!("{before}{line}");
                let mut kept = Kept::of(&text);
                kept.unfinished = unfinished;
                kept.commands(0..text.len(), false, 0);
                kept.shown(before.len())
            }
        }
    }

    /// Notes the secrets of a line that is about to run.
    pub(in crate::shell) fn keep_back(&mut self, line: &str) {
        let (_, secrets) = self.without_secrets(line);
        let program = self.way_out().is_some();
        let printed = self.out();
        let from = (printed.stdout.len(), printed.stderr.len());
        self.unsaid = Unsaid {
            secrets,
            program,
            from,
        };
    }

    /// Takes the secrets of the line that has run out of what was said about it.
    pub(in crate::shell) fn unsay(&mut self) {
        let unsaid = std::mem::take(&mut self.unsaid);
        self.out().unsay(&unsaid);
    }
}

impl Printed {
    /// Takes secrets out of what is said about a line.
    pub(in crate::shell) fn unsay(&mut self, unsaid: &Unsaid) {
        let (stdout, stderr) = unsaid.from;
        let clean = |text: &mut String, from: usize| {
            if from < text.len() && !unsaid.secrets.is_empty() {
                let shown = scrubbed(&text[from..], &unsaid.secrets);
                text.truncate(from);
                text.push_str(&shown);
            }
        };
        clean(&mut self.stderr, stderr);
        if unsaid.program {
            clean(&mut self.stdout, stdout);
        }
    }
}

/// A line at the prompt of a program.
fn at_prompt(program: &dyn Program, line: &str) -> (String, Vec<String>) {
    let mut kept = Kept::of(line);
    let spelled = words(&plain(line, 0..line.len()));
    let values: Vec<String> = spelled.iter().map(Spelled::value).collect();
    for (word, verdict) in spelled.iter().zip(program.verdicts(&values)) {
        kept.apply(word, verdict);
    }
    kept.shown(0)
}

/// A word that is said back to the reader, or kept: hidden unless it is nobody's password.
pub(in crate::shell) fn said_back(word: &str) -> &str {
    if is_harmless(word) { word } else { DOTS }
}
