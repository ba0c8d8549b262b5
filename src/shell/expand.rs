//! Expansion: what variables and commands in a word become.

use super::arithmetic;
use super::door::Door;
use super::glob::Pattern;
use super::lexer::Stuck;
use super::session::{HOME, Printed, Shell};
use super::steps::Stop;
use super::syntax::parse;
use super::word::{Part, Word};
use crate::text::shell as words;

impl Shell {
    /// The words that a word becomes: unquoted expansions are split at blanks, and patterns become the names of the files they match.
    pub(super) fn fields(
        &mut self,
        door: &mut dyn Door,
        word: &Word,
        printed: &mut Printed,
    ) -> Vec<String> {
        let last = self.last;
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
                    let value = self.expanded(door, &part, last, printed);
                    if quoted {
                        current.get_or_insert_default().push(&value, true);
                    } else {
                        split(&value, &mut fields, &mut current);
                    }
                }
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
    pub(super) fn joined(
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
            Part::Arithmetic { expression, .. } => {
                let text = self.joined(door, expression, last, printed);
                match arithmetic::value(&text, &self.variables) {
                    Ok(number) => number.to_string(),
                    Err(problem) => {
                        printed.stderr.push_str(&problem);
                        printed.stderr.push('\n');
                        self.stop = self.stop.or(Some(Stop::Expansion));
                        String::new()
                    }
                }
            }
        }
    }

    /// The output of a command, without the newlines at its end.
    fn captured(&mut self, door: &mut dyn Door, text: &str, printed: &mut Printed) -> String {
        let mut inner = Printed::default();
        let rest = std::mem::take(&mut self.rest);
        match parse(text) {
            Ok(list) => {
                self.list(door, &list, &mut inner);
                if self.foreground.take().is_some() {
                    inner.stderr.push_str(words::NOBODY_TO_ASK);
                    self.last = 1;
                }
                if self.stop == Some(Stop::Expansion) {
                    self.stop = None;
                    self.last = 1;
                }
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
        self.rest = rest;
        printed.stderr.push_str(&inner.stderr);
        inner.stdout.trim_end_matches('\n').to_owned()
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
