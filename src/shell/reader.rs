//! Words as bash reads them: quotes, escapes and expansions.

use super::budget::DEEPEST;
use super::lexer::Stuck;
use super::word::{Part, Word, is_name};
use crate::text::shell as words;

/// What is left of a text.
pub(super) struct Reader<'a> {
    pub(super) rest: &'a str,
    /// Expansions around it.
    pub(super) deep: usize,
}

impl Reader<'_> {
    pub(super) fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        self.rest = &self.rest[letter.len_utf8()..];
        Some(letter)
    }

    /// Goes into an expansion inside another one.
    fn enter(&mut self) -> Result<(), Stuck> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return Err(Stuck::Error(words::TOO_DEEP.to_owned()));
        }
        Ok(())
    }

    pub(super) fn word(&mut self) -> Result<Word, Stuck> {
        let mut word = Word::default();
        while let Some(letter) = self.rest.chars().next() {
            match letter {
                ' ' | '\t' | '\n' | '\r' | '|' | ';' | '&' | '<' | '>' | '(' | ')' => break,
                '\\' => {
                    self.next();
                    match self.next() {
                        None => return Err(Stuck::More),
                        Some('\n') => {}
                        Some(letter) => word.push(letter, true),
                    }
                }
                '\'' => {
                    self.next();
                    let end = self.rest.find('\'').ok_or(Stuck::More)?;
                    word.push_text(&self.rest[..end], true);
                    self.rest = &self.rest[end + 1..];
                }
                '"' => {
                    self.next();
                    self.double_quoted(&mut word)?;
                }
                '$' => self.expansion(&mut word, false)?,
                '`' => self.backquoted(&mut word, false)?,
                letter => {
                    self.next();
                    word.push(letter, false);
                }
            }
        }
        Ok(word)
    }

    fn double_quoted(&mut self, word: &mut Word) -> Result<(), Stuck> {
        // An empty pair of quotes is still a word.
        word.push_text("", true);
        loop {
            match self.rest.chars().next().ok_or(Stuck::More)? {
                '"' => {
                    self.next();
                    return Ok(());
                }
                '\\' => self.escaped(word, &['"', '\\', '$', '`'])?,
                '$' => self.expansion(word, true)?,
                '`' => self.backquoted(word, true)?,
                letter => {
                    self.next();
                    word.push(letter, true);
                }
            }
        }
    }

    /// A backslash where it protects some characters only.
    pub(super) fn escaped(&mut self, word: &mut Word, protected: &[char]) -> Result<(), Stuck> {
        self.next();
        match self.next().ok_or(Stuck::More)? {
            '\n' => {}
            letter => {
                if !protected.contains(&letter) {
                    word.push('\\', true);
                }
                word.push(letter, true);
            }
        }
        Ok(())
    }

    pub(super) fn expansion(&mut self, word: &mut Word, quoted: bool) -> Result<(), Stuck> {
        self.next();
        if self.eat("((") {
            return self.arithmetic(word, quoted);
        }
        if self.eat("(") {
            let start = self.rest;
            self.enter()?;
            self.tokens()?;
            self.deep -= 1;
            let text = start[..start.len() - self.rest.len() - 1].to_owned();
            word.parts.push(Part::Command { text, quoted });
            return Ok(());
        }
        if self.eat("{") {
            let end = self.rest.find('}').ok_or(Stuck::More)?;
            let name = &self.rest[..end];
            if !is_name(name) && name != "?" {
                return Err(Stuck::Error(format!("bash: ${{{name}}}: bad substitution")));
            }
            word.parts.push(Part::Variable {
                name: name.to_owned(),
                quoted,
            });
            self.rest = &self.rest[end + 1..];
            return Ok(());
        }
        if self.eat("?") {
            word.parts.push(Part::Variable {
                name: "?".to_owned(),
                quoted,
            });
            return Ok(());
        }
        let length = self
            .rest
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'))
            .unwrap_or(self.rest.len());
        let name = &self.rest[..length];
        if is_name(name) {
            word.parts.push(Part::Variable {
                name: name.to_owned(),
                quoted,
            });
            self.rest = &self.rest[length..];
        } else {
            word.push('$', quoted);
        }
        Ok(())
    }

    pub(super) fn backquoted(&mut self, word: &mut Word, quoted: bool) -> Result<(), Stuck> {
        self.next();
        let end = self.rest.find('`').ok_or(Stuck::More)?;
        word.parts.push(Part::Command {
            text: self.rest[..end].to_owned(),
            quoted,
        });
        self.rest = &self.rest[end + 1..];
        Ok(())
    }

    /// What is computed between `((` and `))`.
    fn arithmetic(&mut self, word: &mut Word, quoted: bool) -> Result<(), Stuck> {
        self.enter()?;
        let mut expression = Word::default();
        let mut open = 0_usize;
        loop {
            match self.rest.chars().next().ok_or(Stuck::More)? {
                ')' if open == 0 => break,
                '$' => self.expansion(&mut expression, true)?,
                '`' => self.backquoted(&mut expression, true)?,
                letter => {
                    self.next();
                    match letter {
                        '(' => open += 1,
                        ')' => open -= 1,
                        _ => {}
                    }
                    expression.push(letter, true);
                }
            }
        }
        self.deep -= 1;
        if self.eat("))") {
            word.parts.push(Part::Arithmetic { expression, quoted });
            return Ok(());
        }
        if self.rest == ")" {
            return Err(Stuck::More);
        }
        let message = "bash: syntax error near unexpected token `)'";
        Err(Stuck::Error(message.to_owned()))
    }
}
