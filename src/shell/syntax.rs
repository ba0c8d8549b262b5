//! The shell's language: a subset of bash, enough for every command line of the guides. Text becomes pipelines; nothing is run here.

/// One part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text as it stands.
    Text {
        /// The text.
        text: String,
        /// Whether it was quoted.
        quoted: bool,
    },
    /// A variable, such as `$CLUSTER`.
    Variable {
        /// Its name.
        name: String,
        /// Whether it stands between double quotes.
        quoted: bool,
    },
    /// The output of a command, `$(…)`.
    Output {
        /// The command line.
        line: String,
        /// Whether it stands between double quotes.
        quoted: bool,
    },
}

/// A word: parts without blanks between them.
pub type Word = Vec<Part>;

/// Where a redirection goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// `>`
    Write,
    /// `>>`
    Append,
    /// `<`
    Read,
    /// `2>`
    WriteErrors,
}

/// A command with its assignments and redirections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Simple {
    /// `NAME=value` before the command.
    pub assignments: Vec<(String, Word)>,
    /// The command and its arguments.
    pub words: Vec<Word>,
    /// Redirections in order.
    pub redirects: Vec<(Redirect, Word)>,
}

/// How a pipeline depends on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// `;` or nothing.
    Always,
    /// `&&`
    And,
    /// `||`
    Or,
}

/// Commands joined by `|`.
pub type Pipeline = Vec<Simple>;

/// What a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Pipelines to run.
    Complete(Vec<(Link, Pipeline)>),
    /// More lines are needed: an open quote, or a line that ends in a backslash or an operator.
    Incomplete,
    /// It cannot be; what bash says after `bash: `.
    Wrong(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(Word),
    Operator(&'static str),
}

/// Operators, the longest first.
const OPERATORS: [&str; 9] = ["&&", "||", ">>", "2>", ">", "<", "|", ";", "&"];

/// Parses a text.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    match tokens(text) {
        Ok(tokens) => pipelines(tokens),
        Err(Trouble::Incomplete) => Parsed::Incomplete,
    }
}

enum Trouble {
    Incomplete,
}

fn tokens(text: &str) -> Result<Vec<Token>, Trouble> {
    let mut found = Vec::new();
    let mut rest = Reader::new(text);
    loop {
        rest.skip_blanks();
        let Some(next) = rest.peek() else {
            return Ok(found);
        };
        if next == '#' {
            rest.skip_line();
        } else if next == '\n' {
            rest.next();
            found.push(Token::Operator(";"));
        } else if let Some(operator) = rest.operator() {
            found.push(Token::Operator(operator));
        } else {
            found.push(Token::Word(rest.word()?));
        }
    }
}

/// Reads a text from its beginning.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    fn skip_blanks(&mut self) {
        loop {
            let trimmed = self.rest.trim_start_matches([' ', '\t', '\r']);
            // A backslash before the line end joins the lines.
            let joined = trimmed.strip_prefix("\\\n").unwrap_or(trimmed);
            if joined.len() == self.rest.len() {
                return;
            }
            self.rest = joined;
        }
    }

    fn skip_line(&mut self) {
        let end = self.rest.find('\n').unwrap_or(self.rest.len());
        self.rest = &self.rest[end..];
    }

    fn operator(&mut self) -> Option<&'static str> {
        let operator = OPERATORS
            .into_iter()
            .find(|operator| self.rest.starts_with(operator))?;
        self.rest = &self.rest[operator.len()..];
        Some(operator)
    }

    fn word(&mut self) -> Result<Word, Trouble> {
        let mut word = Word::new();
        let mut text = String::new();
        while let Some(next) = self.peek() {
            match next {
                ' ' | '\t' | '\r' | '\n' | '|' | '&' | ';' | '<' | '>' => break,
                '\'' => {
                    flush(&mut word, &mut text);
                    self.next();
                    let end = self.rest.find('\'').ok_or(Trouble::Incomplete)?;
                    word.push(Part::Text {
                        text: self.rest[..end].to_owned(),
                        quoted: true,
                    });
                    self.rest = &self.rest[end + 1..];
                }
                '"' => {
                    flush(&mut word, &mut text);
                    self.next();
                    self.double_quoted(&mut word)?;
                }
                '\\' => {
                    self.next();
                    match self.next() {
                        Some('\n') => {}
                        Some(escaped) => {
                            flush(&mut word, &mut text);
                            word.push(Part::Text {
                                text: escaped.to_string(),
                                quoted: true,
                            });
                        }
                        None => return Err(Trouble::Incomplete),
                    }
                }
                '$' => {
                    self.next();
                    if let Some(part) = self.expansion(false)? {
                        flush(&mut word, &mut text);
                        word.push(part);
                    } else {
                        text.push('$');
                    }
                }
                other => {
                    self.next();
                    text.push(other);
                }
            }
        }
        flush(&mut word, &mut text);
        Ok(word)
    }

    fn double_quoted(&mut self, word: &mut Word) -> Result<(), Trouble> {
        let mut text = String::new();
        let push = |text: &mut String, word: &mut Word| {
            word.push(Part::Text {
                text: std::mem::take(text),
                quoted: true,
            });
        };
        loop {
            match self.next().ok_or(Trouble::Incomplete)? {
                '"' => {
                    push(&mut text, word);
                    return Ok(());
                }
                '\\' => match self.next().ok_or(Trouble::Incomplete)? {
                    '\n' => {}
                    escaped @ ('"' | '\\' | '$' | '`') => text.push(escaped),
                    other => {
                        text.push('\\');
                        text.push(other);
                    }
                },
                '$' => match self.expansion(true)? {
                    Some(part) => {
                        push(&mut text, word);
                        word.push(part);
                    }
                    None => text.push('$'),
                },
                other => text.push(other),
            }
        }
    }

    /// What follows a dollar sign; `None` when the dollar stands for itself.
    fn expansion(&mut self, quoted: bool) -> Result<Option<Part>, Trouble> {
        if let Some(rest) = self.rest.strip_prefix('(') {
            let end = closing(rest).ok_or(Trouble::Incomplete)?;
            let line = rest[..end].to_owned();
            self.rest = &rest[end + 1..];
            return Ok(Some(Part::Output { line, quoted }));
        }
        if let Some(rest) = self.rest.strip_prefix('{') {
            let end = rest.find('}').ok_or(Trouble::Incomplete)?;
            let name = rest[..end].to_owned();
            self.rest = &rest[end + 1..];
            return Ok(Some(Part::Variable { name, quoted }));
        }
        if let Some(rest) = self.rest.strip_prefix('?') {
            self.rest = rest;
            return Ok(Some(Part::Variable {
                name: "?".to_owned(),
                quoted,
            }));
        }
        let end = self
            .rest
            .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
            .unwrap_or(self.rest.len());
        if end == 0 {
            return Ok(None);
        }
        let name = self.rest[..end].to_owned();
        self.rest = &self.rest[end..];
        Ok(Some(Part::Variable { name, quoted }))
    }
}

fn flush(word: &mut Word, text: &mut String) {
    if !text.is_empty() {
        word.push(Part::Text {
            text: std::mem::take(text),
            quoted: false,
        });
    }
}

/// Where the parenthesis that was opened before `text` closes.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0_usize, None);
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        if escaped {
            escaped = false;
            continue;
        }
        match (quote, letter) {
            (None | Some('"'), '\\') => escaped = true,
            (Some(open), letter) if letter == open => quote = None,
            (None, '\'' | '"') => quote = Some(letter),
            (None, '(') => depth += 1,
            (None, ')') if depth == 0 => return Some(at),
            (None, ')') => depth -= 1,
            _ => {}
        }
    }
    None
}

fn pipelines(tokens: Vec<Token>) -> Parsed {
    let mut done = Vec::new();
    let mut link = Link::Always;
    let mut pipeline = Pipeline::new();
    let mut simple = Simple::default();
    let mut tokens = tokens.into_iter().peekable();
    let unexpected =
        |token: &str| Parsed::Wrong(format!("syntax error near unexpected token `{token}'"));
    while let Some(token) = tokens.next() {
        let operator = match token {
            Token::Word(word) => {
                match assignment(&word).filter(|_| simple.words.is_empty()) {
                    Some(assigned) => simple.assignments.push(assigned),
                    None => simple.words.push(word),
                }
                continue;
            }
            Token::Operator(operator) => operator,
        };
        let redirect = match operator {
            ">" => Some(Redirect::Write),
            ">>" => Some(Redirect::Append),
            "<" => Some(Redirect::Read),
            "2>" => Some(Redirect::WriteErrors),
            _ => None,
        };
        if let Some(redirect) = redirect {
            match tokens.next() {
                Some(Token::Word(word)) => simple.redirects.push((redirect, word)),
                Some(Token::Operator(";")) | None => return unexpected("newline"),
                Some(Token::Operator(operator)) => return unexpected(operator),
            }
            continue;
        }
        let empty = simple == Simple::default();
        if empty && !(operator == ";" && pipeline.is_empty()) {
            return unexpected(operator);
        }
        if !empty {
            pipeline.push(std::mem::take(&mut simple));
        }
        match operator {
            "|" => {
                if tokens.peek().is_none() {
                    return Parsed::Incomplete;
                }
                continue;
            }
            "&" => return Parsed::Wrong("background jobs are not simulated here".to_owned()),
            _ => {}
        }
        if !pipeline.is_empty() {
            done.push((link, std::mem::take(&mut pipeline)));
        }
        link = match operator {
            "&&" => Link::And,
            "||" => Link::Or,
            _ => Link::Always,
        };
        if link != Link::Always && tokens.peek().is_none() {
            return Parsed::Incomplete;
        }
    }
    if simple != Simple::default() {
        pipeline.push(simple);
    }
    if !pipeline.is_empty() {
        done.push((link, pipeline));
    }
    Parsed::Complete(done)
}

/// The assignment that a word is, if it is one.
fn assignment(word: &Word) -> Option<(String, Word)> {
    let Part::Text {
        text,
        quoted: false,
    } = word.first()?
    else {
        return None;
    };
    let (name, rest) = text.split_once('=')?;
    let mut letters = name.chars();
    let first = letters.next()?;
    if !(first.is_ascii_alphabetic() || first == '_')
        || !letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    {
        return None;
    }
    let mut value = Word::new();
    if !rest.is_empty() {
        value.push(Part::Text {
            text: rest.to_owned(),
            quoted: false,
        });
    }
    value.extend(word[1..].iter().cloned());
    Some((name.to_owned(), value))
}
