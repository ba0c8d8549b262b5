//! A line taken apart into its commands, and what each of them hides.

use std::ops::Range;

use super::Kept;
use super::data::Reader;
use super::letters::{Letter, Piece, Spelled, pieces, plain};
use super::tools;
use crate::shell::word::is_name;

/// Command substitutions in one another that are read; what lies deeper is hidden whole.
const DEEPEST: usize = 20;

/// Words that stand before a command and belong to the shell's own grammar.
const BEFORE_COMMANDS: &[&str] = &[
    "!", "{", "}", "do", "done", "elif", "else", "fi", "if", "then", "time", "until", "while",
];

/// A simple command, as far as it could be read.
#[derive(Debug, Default)]
pub(super) struct Simple {
    /// Assignments before it, each with the letters before its value.
    assignments: Vec<(usize, Spelled)>,
    /// Its words.
    pub words: Vec<Spelled>,
    /// The words that a loop goes over.
    each: Vec<Spelled>,
    /// Files that it reads.
    inputs: Vec<Spelled>,
    /// Files that it writes.
    outputs: Vec<Spelled>,
    /// Texts behind `<<<`.
    texts: Vec<Spelled>,
    /// Here-documents.
    documents: Vec<Range<usize>>,
    /// Whether another command reads what it prints.
    piped: bool,
}

impl Kept<'_> {
    /// Hides the secrets of commands. What they print becomes a secret where `secret`.
    pub(super) fn commands(&mut self, part: Range<usize>, secret: bool, deep: usize) {
        if deep > DEEPEST {
            self.places.push(part);
            return;
        }
        let (pieces, complete) = pieces(self.text, part);
        let complete = complete && !self.unfinished;
        for piece in &pieces {
            if let Piece::Comment(at) = piece {
                let letters = plain(self.text, at.start + 1..at.end);
                self.data(&letters, Reader::Nobody);
            }
        }
        let commands = taken_apart(pieces);
        let last = commands.len().saturating_sub(1);
        for (index, command) in commands.iter().enumerate() {
            let next = command.piped.then(|| commands.get(index + 1)).flatten();
            let reader = match next {
                Some(next) => Some(Reader::of(&next.words)),
                // What is not complete may go on with a reader.
                None if secret || command.piped || (index == last && !complete) => {
                    Some(Reader::Password)
                }
                None => (!command.outputs.is_empty()).then_some(Reader::Nobody),
            };
            self.command(command, reader, secret, deep);
        }
    }

    /// Hides the secrets of a command; `reader` reads what it prints.
    fn command(&mut self, command: &Simple, reader: Option<Reader>, secret: bool, deep: usize) {
        for (from, word) in &command.assignments {
            self.doubt(word, *from);
            self.substituted(word, true, deep);
        }
        for word in command.each.iter().chain(&command.inputs) {
            if !is_placeholder(&word.value()) {
                self.doubt(word, 0);
            }
            self.substituted(word, true, deep);
        }
        for word in command.outputs.iter().chain(&command.words) {
            self.substituted(word, true, deep);
        }
        let own = Reader::of(&command.words);
        for text in &command.texts {
            self.data(&text.letters, own);
            self.substituted(text, true, deep);
        }
        for document in &command.documents {
            let letters = plain(self.text, document.clone());
            self.data(&letters, own);
        }
        let values: Vec<String> = command.words.iter().map(Spelled::value).collect();
        if matches!(values.first().map(String::as_str), Some("echo" | "printf")) {
            if let Some(reader) = reader {
                self.data(&joined(&command.words[1..]), reader);
            }
            return;
        }
        for (word, verdict) in command.words.iter().zip(tools::verdicts(&values)) {
            self.apply(word, verdict);
        }
        // What a command reads from a text reaches whoever reads what it prints.
        if secret && matches!(own, Reader::Nobody) {
            for text in &command.texts {
                self.data(&text.letters, Reader::Password);
            }
        }
    }

    fn substituted(&mut self, word: &Spelled, secret: bool, deep: usize) {
        for inner in &word.inner {
            self.commands(inner.clone(), secret, deep + 1);
        }
    }
}

/// Whether a word is a placeholder of the guides, such as `certificate-goes-here`, whose brackets the shell reads otherwise.
fn is_placeholder(word: &str) -> bool {
    let lower = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    word.contains('-') && word.chars().all(lower)
}

/// Words as the text that `echo` prints of them.
fn joined(words: &[Spelled]) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for word in words {
        if !letters.is_empty() {
            letters.push((' ', word.at.start..word.at.start));
        }
        letters.extend(word.letters.iter().cloned());
    }
    letters
}

/// The commands of a line, one after the other, whatever holds them.
fn taken_apart(pieces: Vec<Piece>) -> Vec<Simple> {
    let mut commands = Vec::new();
    let mut command = Simple::default();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Comment(_) => {}
            Piece::Document(at) => command.documents.push(at),
            Piece::Operator(operator @ ("<" | "<<<" | ">" | ">>" | "1>" | "2>" | "2>>" | "&>")) => {
                if let Some(Piece::Word(target)) =
                    pieces.next_if(|next| matches!(next, Piece::Word(_)))
                {
                    match operator {
                        "<" => command.inputs.push(target),
                        "<<<" => command.texts.push(target),
                        _ => command.outputs.push(target),
                    }
                }
            }
            Piece::Operator("2>&1" | "1>&2" | ">&2") => {}
            Piece::Operator(operator) => {
                command.piped = operator == "|";
                commands.push(std::mem::take(&mut command));
            }
            Piece::Newline => {
                // A pipe goes on behind the end of its line.
                if !command.is_empty() {
                    commands.push(std::mem::take(&mut command));
                }
            }
            Piece::Word(word) => command.take(word),
        }
    }
    commands.push(command);
    commands
}

impl Simple {
    fn is_empty(&self) -> bool {
        self.words.is_empty()
            && self.assignments.is_empty()
            && self.each.is_empty()
            && self.documents.is_empty()
            && self.texts.is_empty()
            && self.outputs.is_empty()
            && self.inputs.is_empty()
    }

    fn take(&mut self, word: Spelled) {
        let value = word.value();
        if self.words.is_empty() {
            if BEFORE_COMMANDS.contains(&value.as_str()) {
                return;
            }
            let name = value.split_once('=').map(|(name, _)| name);
            if let Some(name) = name.filter(|name| is_name(name)) {
                self.assignments.push((name.len() + 1, word));
                return;
            }
        }
        let names: Vec<String> = self.words.iter().take(3).map(Spelled::value).collect();
        match names.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["for" | "select", _, "in"] => self.each.push(word),
            _ => self.words.push(word),
        }
    }
}
