//! Here-documents: texts that stand on the lines behind a command and are its input.

use super::lexer::{Stuck, Token};
use super::reader::Reader;
use super::word::Word;

/// A here-document that was announced on the line that is being read.
pub(super) struct Announced {
    /// Place of its token.
    token: usize,
    /// The line that ends it.
    end: String,
    /// Whether its text stands as it is.
    quoted: bool,
    /// Whether tabs at the beginning of its lines do not count.
    indented: bool,
}

impl Reader<'_> {
    /// Reads the word behind `<<`; where there is none, the operator stays for the parser to refuse.
    pub(super) fn announce(
        &mut self,
        indented: bool,
        token: usize,
        announced: &mut Vec<Announced>,
    ) -> Result<(), Stuck> {
        self.skip_blanks()?;
        let before = self.rest;
        let word = self.word()?;
        if self.rest.len() < before.len() {
            let (end, quoted) = word.delimiter();
            announced.push(Announced {
                token,
                end,
                quoted,
                indented,
            });
        }
        Ok(())
    }

    /// Reads the text of a here-document, which begins on this line.
    pub(super) fn document(
        &mut self,
        here_document: Announced,
        tokens: &mut [Token],
    ) -> Result<(), Stuck> {
        let Announced {
            token,
            end,
            quoted,
            indented,
        } = here_document;
        let mut text = String::new();
        loop {
            if self.rest.is_empty() {
                return Err(Stuck::More);
            }
            let (line, rest) = match self.rest.split_once('\n') {
                Some((line, rest)) => (line, rest),
                None => (self.rest, ""),
            };
            let line = if indented {
                line.trim_start_matches('\t')
            } else {
                line
            };
            if line == end {
                // The newline behind the last line belongs to what follows.
                self.rest = &self.rest[self.rest.len() - rest.len()..];
                break;
            }
            text.push_str(line);
            text.push('\n');
            self.rest = rest;
        }
        let text = if quoted {
            Word::quoted(&text)
        } else {
            match here(&text, self.deep) {
                // No line that follows belongs to it.
                Err(Stuck::More) => {
                    let message = "bash: here-document: unexpected end of file";
                    return Err(Stuck::Error(message.to_owned()));
                }
                read => read?,
            }
        };
        tokens[token] = Token::Here(text);
        Ok(())
    }
}

/// Reads the text of a here-document, in which only expansions and the backslashes before them mean anything.
fn here(text: &str, deep: usize) -> Result<Word, Stuck> {
    let mut reader = Reader { rest: text, deep };
    let mut word = Word::default();
    while let Some(letter) = reader.rest.chars().next() {
        match letter {
            '$' => reader.expansion(&mut word, true)?,
            '`' => reader.backquoted(&mut word, true)?,
            '\\' => reader.escaped(&mut word, &['\\', '$', '`'])?,
            letter => {
                reader.next();
                word.push(letter, true);
            }
        }
    }
    Ok(word)
}
