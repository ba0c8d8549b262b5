//! Typed text as the shell understands it, letter by letter, each with the place where it stands.

use std::ops::Range;

use super::super::lexer::OPERATORS;
use super::super::reader::Reader;
use super::super::word;

/// Stands for an expansion, whose value the text does not say.
pub(super) const EXPANSION: char = '\u{fffc}';

/// A letter that is meant, with the place of what was typed for it, in bytes of the text.
pub(super) type Letter = (char, Range<usize>);

/// A word as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Spelled {
    /// Where it stands, with its quotes.
    pub at: Range<usize>,
    /// What it means.
    pub letters: Vec<Letter>,
    /// Where the commands stand that are substituted in it.
    pub inner: Vec<Range<usize>>,
}

impl Spelled {
    /// What it means, each expansion as one letter.
    pub(super) fn value(&self) -> String {
        self.letters.iter().map(|(letter, _)| letter).collect()
    }

    /// Letters of a text that is no word of the shell, as one.
    pub(super) fn of(letters: &[Letter]) -> Self {
        let start = letters.first().map_or(0, |(_, at)| at.start);
        let end = letters.last().map_or(start, |(_, at)| at.end);
        Self {
            at: start..end,
            letters: letters.to_vec(),
            inner: Vec::new(),
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Word(Spelled),
    Operator(&'static str),
    Newline,
    /// The text of a here-document.
    Document(Range<usize>),
    Comment(Range<usize>),
}

/// The letters of a text in which nothing has a meaning of its own.
pub(super) fn plain(text: &str, at: Range<usize>) -> Vec<Letter> {
    text[at.clone()]
        .char_indices()
        .map(|(index, letter)| {
            let start = at.start + index;
            (letter, start..start + letter.len_utf8())
        })
        .collect()
}

/// The words of letters: what stands between blanks.
pub(super) fn words(letters: &[Letter]) -> Vec<Spelled> {
    letters
        .split(|(letter, _)| letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .map(Spelled::of)
        .collect()
}

/// Reads a part of a text into pieces, however it ends; answers whether it is complete as well.
pub(super) fn pieces(text: &str, part: Range<usize>) -> (Vec<Piece>, bool) {
    let mut pieces = Vec::new();
    let mut documents: Vec<(usize, String, bool)> = Vec::new();
    let text = &text[..part.end];
    let (mut at, mut complete) = (part.start, true);
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest == "\\" {
            return (pieces, false);
        } else if rest.starts_with("\\\n") {
            at += 2;
        } else if letter == '\n' {
            at += 1;
            pieces.push(Piece::Newline);
            for (place, end, indented) in documents.drain(..) {
                let (length, ended) = document(&text[at..], &end, indented);
                pieces[place] = Piece::Document(at..at + length);
                complete &= ended;
                at += text[at + length..]
                    .find('\n')
                    .map_or(text.len() - at, |to| length + to);
            }
        } else if letter.is_whitespace() {
            at += letter.len_utf8();
        } else if letter == '#' {
            let end = rest.find('\n').unwrap_or(rest.len());
            pieces.push(Piece::Comment(at..at + end));
            at += end;
        } else if let Some(operator) = OPERATORS.iter().find(|known| rest.starts_with(**known)) {
            at += operator.len();
            if matches!(*operator, "<<" | "<<-") {
                at += text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len();
                let (end, _) = word(text, at);
                at = end.at.end;
                documents.push((pieces.len(), end.value(), *operator == "<<-"));
            }
            pieces.push(Piece::Operator(operator));
        } else {
            let (word, closed) = word(text, at);
            at = word.at.end;
            complete &= closed;
            pieces.push(Piece::Word(word));
        }
    }
    let open = !documents.is_empty();
    (pieces, complete && !open)
}

/// The length of the text of a here-document, and whether its end was seen.
fn document(text: &str, end: &str, indented: bool) -> (usize, bool) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        let bare = if indented {
            bare.trim_start_matches('\t')
        } else {
            bare
        };
        if bare == end {
            return (at, true);
        }
        at += line.len();
    }
    (at, false)
}

/// Reads the word that begins at a place, and whether its quotes are closed.
fn word(text: &str, start: usize) -> (Spelled, bool) {
    let mut word = Spelled::default();
    let (mut at, mut quote) = (start, None);
    while let Some(letter) = text[at..].chars().next() {
        let after = at + letter.len_utf8();
        match (quote, letter) {
            (None, '|' | ';' | '&' | '<' | '>' | '(' | ')') => break,
            (None, letter) if letter.is_whitespace() => break,
            (Some(open), letter) if open == letter => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            (None | Some('"'), '\\') => {
                let next = text[after..].chars().next();
                let protected =
                    quote.is_none() || next.is_some_and(|next| "\"\\$`\n".contains(next));
                match next {
                    None => {
                        at = after;
                        break;
                    }
                    Some('\n') => {}
                    Some(next) if protected => {
                        word.letters.push((next, at..after + next.len_utf8()));
                    }
                    Some(_) => {
                        word.letters.push((letter, at..after));
                        at = after;
                        continue;
                    }
                }
                at = after + next.map_or(0, char::len_utf8);
                continue;
            }
            (None | Some('"'), '$' | '`') => {
                at = expansion(text, at, &mut word);
                continue;
            }
            _ => word.letters.push((letter, at..after)),
        }
        at = after;
    }
    word.at = start..at;
    (word, quote.is_none())
}

/// Reads what is expanded at a place; answers where it ends.
fn expansion(text: &str, at: usize, word: &mut Spelled) -> usize {
    let mut reader = Reader {
        rest: &text[at..],
        deep: 0,
    };
    let mut read = word::Word::default();
    let quoted = text[at..].starts_with('`');
    let done = if quoted {
        reader.backquoted(&mut read, false)
    } else {
        reader.expansion(&mut read, false)
    };
    let mark = if quoted { 1 } else { 2 };
    let (end, closed) = match done {
        Ok(()) => (text.len() - reader.rest.len(), 1),
        // What is never closed goes to the end.
        Err(_) if quoted || text[at..].starts_with("$(") => (text.len(), 0),
        // What bash does not know either stands for itself.
        Err(_) => (at + 1, 0),
    };
    match read.parts.first() {
        Some(word::Part::Command { .. }) => word.inner.push(at + mark..end - closed),
        None if end > at + 1 => word.inner.push((at + mark).min(end)..end),
        _ => {}
    }
    let letter = if end == at + 1 { '$' } else { EXPANSION };
    word.letters.push((letter, at..end));
    end
}
