//! From a typed line to tokens: quotes, escapes, expansions and operators as bash reads them.

/// A token of the shell language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word, its expansions not yet made.
    Word(Word),
    /// An operator, such as `&&` or `2>`.
    Operator(&'static str),
    /// The end of a line inside the text.
    Newline,
}

/// A word in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its parts, to be joined once they are expanded.
    pub parts: Vec<Part>,
}

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text as it stands.
    Text {
        /// The text.
        text: String,
        /// Whether quotes or a backslash protect it.
        quoted: bool,
    },
    /// `$NAME`, `${NAME}` or `$?`.
    Variable {
        /// The name, or `?`.
        name: String,
        /// Whether it stands in double quotes, so that its value is not split into words.
        quoted: bool,
    },
    /// `$(…)`: the output of a command.
    Command {
        /// The command.
        text: String,
        /// Whether it stands in double quotes.
        quoted: bool,
    },
}

/// Why a text gives no tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// More lines are needed: a quote or a parenthesis is open, or the line ends in a backslash.
    More,
    /// No line that follows can mend it; the message of bash.
    Error(String),
}

/// Operators, longer ones before those they begin with.
const OPERATORS: &[&str] = &[
    "<<<", "2>&1", "2>>", "1>&2", ">&2", "&>", "&&", "||", ">>", "<<", "2>", "1>", "|", ";", ">",
    "<", "(", ")", "&",
];

/// Reads a text into tokens.
///
/// # Errors
/// [`Stuck`].
pub fn tokens(text: &str) -> Result<Vec<Token>, Stuck> {
    let mut reader = Reader { rest: text };
    let mut tokens = Vec::new();
    loop {
        reader.skip_blanks()?;
        if reader.rest.is_empty() {
            return Ok(tokens);
        }
        if reader.rest.starts_with('#') {
            reader.skip_comment();
        } else if reader.eat("\n") {
            tokens.push(Token::Newline);
        } else if let Some(operator) = OPERATORS.iter().find(|operator| reader.eat(operator)) {
            tokens.push(Token::Operator(operator));
        } else {
            tokens.push(Token::Word(reader.word()?));
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        self.rest = &self.rest[letter.len_utf8()..];
        Some(letter)
    }

    fn skip_blanks(&mut self) -> Result<(), Stuck> {
        loop {
            if self.eat("\\\n") {
                continue;
            }
            if self.rest == "\\" {
                return Err(Stuck::More);
            }
            if !(self.eat(" ") || self.eat("\t") || self.eat("\r")) {
                return Ok(());
            }
        }
    }

    fn skip_comment(&mut self) {
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        self.rest = &self.rest[end..];
    }

    fn word(&mut self) -> Result<Word, Stuck> {
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
                '\\' => {
                    self.next();
                    match self.next().ok_or(Stuck::More)? {
                        '\n' => {}
                        letter @ ('"' | '\\' | '$' | '`') => word.push(letter, true),
                        letter => {
                            word.push('\\', true);
                            word.push(letter, true);
                        }
                    }
                }
                '$' => self.expansion(word, true)?,
                '`' => self.backquoted(word, true)?,
                letter => {
                    self.next();
                    word.push(letter, true);
                }
            }
        }
    }

    fn expansion(&mut self, word: &mut Word, quoted: bool) -> Result<(), Stuck> {
        self.next();
        if self.eat("(") {
            let text = self.until_closing_parenthesis()?;
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

    fn backquoted(&mut self, word: &mut Word, quoted: bool) -> Result<(), Stuck> {
        self.next();
        let end = self.rest.find('`').ok_or(Stuck::More)?;
        word.parts.push(Part::Command {
            text: self.rest[..end].to_owned(),
            quoted,
        });
        self.rest = &self.rest[end + 1..];
        Ok(())
    }

    /// The text up to the parenthesis that closes a command substitution; quotes and nested parentheses count.
    fn until_closing_parenthesis(&mut self) -> Result<String, Stuck> {
        let start = self.rest;
        let mut depth = 1_usize;
        while let Some(letter) = self.next() {
            match letter {
                '\\' => {
                    self.next();
                }
                '\'' => {
                    let end = self.rest.find('\'').ok_or(Stuck::More)?;
                    self.rest = &self.rest[end + 1..];
                }
                '"' => self.double_quoted(&mut Word::default())?,
                '(' => depth += 1,
                ')' => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(start[..start.len() - self.rest.len() - 1].to_owned());
                    }
                }
                _ => {}
            }
        }
        Err(Stuck::More)
    }
}

impl Word {
    fn push(&mut self, letter: char, quoted: bool) {
        self.push_text(letter.encode_utf8(&mut [0; 4]), quoted);
    }

    fn push_text(&mut self, more: &str, quoted: bool) {
        match self.parts.last_mut() {
            Some(Part::Text { text, quoted: last }) if *last == quoted => text.push_str(more),
            _ => self.parts.push(Part::Text {
                text: more.to_owned(),
                quoted,
            }),
        }
    }

    /// The text of a word without quotes and expansions.
    #[must_use]
    pub fn plain(&self) -> Option<&str> {
        match &self.parts[..] {
            [
                Part::Text {
                    text,
                    quoted: false,
                },
            ] => Some(text),
            _ => None,
        }
    }

    /// A word that stands for a text as it is.
    #[must_use]
    pub fn quoted(text: &str) -> Self {
        Self {
            parts: vec![Part::Text {
                text: text.to_owned(),
                quoted: true,
            }],
        }
    }

    /// The assignment that this word is: its name, and the word of its value.
    #[must_use]
    pub fn assignment(&self) -> Option<(String, Self)> {
        let (
            Part::Text {
                text,
                quoted: false,
            },
            rest,
        ) = self.parts.split_first()?
        else {
            return None;
        };
        let (name, value) = text.split_once('=')?;
        if !is_name(name) {
            return None;
        }
        let mut parts = vec![Part::Text {
            text: value.to_owned(),
            quoted: false,
        }];
        parts.extend_from_slice(rest);
        Some((name.to_owned(), Self { parts }))
    }
}

/// Whether a text may name a variable.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::{Part, Stuck, Token, Word, tokens};

    fn text(text: &str, quoted: bool) -> Part {
        Part::Text {
            text: text.to_owned(),
            quoted,
        }
    }

    fn word(parts: &[Part]) -> Token {
        Token::Word(Word {
            parts: parts.to_vec(),
        })
    }

    #[test]
    fn quotes_protect_blanks_and_operators() {
        assert_eq!(
            tokens(r#"a 'b | c' "d > e" f\ g"#),
            Ok(vec![
                word(&[text("a", false)]),
                word(&[text("b | c", true)]),
                word(&[text("d > e", true)]),
                word(&[text("f", false), text(" ", true), text("g", false)]),
            ])
        );
    }

    #[test]
    fn operators_need_no_blanks_and_comments_end_the_line() {
        assert_eq!(
            tokens("a>b&&c # d"),
            Ok(vec![
                word(&[text("a", false)]),
                Token::Operator(">"),
                word(&[text("b", false)]),
                Token::Operator("&&"),
                word(&[text("c", false)]),
            ])
        );
        assert_eq!(tokens("a#b"), Ok(vec![word(&[text("a#b", false)])]));
    }

    #[test]
    fn open_quotes_and_trailing_backslashes_ask_for_more() {
        for open in ["a \\", "a 'b", "a \"b", "a $(b", "a\\", "a $(b 'c)"] {
            assert_eq!(tokens(open), Err(Stuck::More), "{open}");
        }
        assert_eq!(
            tokens("a \\\n b"),
            Ok(vec![word(&[text("a", false)]), word(&[text("b", false)])])
        );
    }

    #[test]
    fn expansions_remember_whether_they_are_quoted() {
        assert_eq!(
            tokens(r#"$A"${B}"$(c "$(d)")$"#),
            Ok(vec![word(&[
                Part::Variable {
                    name: "A".into(),
                    quoted: false
                },
                text("", true),
                Part::Variable {
                    name: "B".into(),
                    quoted: true
                },
                Part::Command {
                    text: "c \"$(d)\"".into(),
                    quoted: false
                },
                text("$", false),
            ])])
        );
    }
}
