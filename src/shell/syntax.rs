//! From tokens to commands: pipelines, lists and redirections.

use super::lexer::{Stuck, Token, Word, is_name, tokens};

/// A line: pipelines with what joins each to the one before it.
pub type List = Vec<(Joint, Vec<Simple>)>;

/// When a pipeline runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// In any case.
    Always,
    /// When the one before it succeeded.
    And,
    /// When the one before it failed.
    Or,
}

/// A simple command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Simple {
    /// Assignments before the command's name.
    pub assignments: Vec<(String, Word)>,
    /// Name and arguments.
    pub words: Vec<Word>,
    /// Redirections in order.
    pub redirects: Vec<Redirect>,
    /// What a `for` loop does for each of its words; `words` are those of the loop then.
    pub each: Option<Box<Loop>>,
}

/// The rest of a `for` loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// The variable.
    pub name: String,
    /// What is done.
    pub body: List,
}

/// A redirection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// `<`
    Input(Word),
    /// `<<<`
    Text(Word),
    /// `>`, `>>`, `2>`, `2>>` and `&>`.
    Output {
        /// Which streams.
        stream: Stream,
        /// Whether it adds to the file.
        append: bool,
        /// The file.
        target: Word,
    },
    /// `2>&1`
    ErrorToOutput,
    /// `>&2`
    OutputToError,
}

/// What a redirection takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
    /// Both.
    Both,
}

/// Parses a text.
///
/// # Errors
/// [`Stuck::More`] while something is open; else the message of bash.
pub fn parse(text: &str) -> Result<List, Stuck> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        loops: 0,
    };
    parser.list()
}

/// Loops inside each other that a text may hold: more are a paste gone wrong, and would exhaust the stack.
const MOST_LOOPS: usize = 50;

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    /// Loops that are open.
    loops: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn eat_newlines(&mut self) {
        while self.peek() == Some(&Token::Newline) {
            self.at += 1;
        }
    }

    fn list(&mut self) -> Result<List, Stuck> {
        let mut list = Vec::new();
        let mut joint = Joint::Always;
        self.eat_newlines();
        while self.peek().is_some() && !(self.loops > 0 && self.is_word("done")) {
            list.push((joint, self.pipeline()?));
            joint = match self.peek() {
                None => break,
                Some(Token::Operator("&&")) => Joint::And,
                Some(Token::Operator("||")) => Joint::Or,
                Some(Token::Operator(";") | Token::Newline) => Joint::Always,
                Some(_) => return Err(self.unexpected()),
            };
            self.at += 1;
            self.eat_newlines();
            if joint != Joint::Always && self.peek().is_none() {
                return Err(Stuck::More);
            }
        }
        Ok(list)
    }

    fn pipeline(&mut self) -> Result<Vec<Simple>, Stuck> {
        let mut commands = vec![self.simple()?];
        while self.peek() == Some(&Token::Operator("|")) {
            self.at += 1;
            self.eat_newlines();
            if self.peek().is_none() {
                return Err(Stuck::More);
            }
            commands.push(self.simple()?);
        }
        Ok(commands)
    }

    /// Whether the next token is this word, as it stands.
    fn is_word(&self, wanted: &str) -> bool {
        matches!(self.peek(), Some(Token::Word(word)) if word.plain() == Some(wanted))
    }

    fn eat_word(&mut self, wanted: &str) -> Result<(), Stuck> {
        if self.peek().is_none() {
            return Err(Stuck::More);
        }
        if !self.is_word(wanted) {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(())
    }

    /// `for NAME in word…; do list; done`
    fn each(&mut self) -> Result<Simple, Stuck> {
        self.at += 1;
        let name = match self.peek() {
            Some(Token::Word(word)) => word.plain().map(str::to_owned),
            None => return Err(Stuck::More),
            Some(_) => return Err(self.unexpected()),
        };
        let Some(name) = name.filter(|name| is_name(name)) else {
            return Err(Stuck::Error(
                "bash: `for': not a valid identifier".to_owned(),
            ));
        };
        self.at += 1;
        self.eat_newlines();
        self.eat_word("in")?;
        let mut command = Simple::default();
        while let Some(Token::Word(word)) = self.peek() {
            command.words.push(word.clone());
            self.at += 1;
        }
        match self.peek() {
            Some(Token::Operator(";") | Token::Newline) => self.at += 1,
            None => return Err(Stuck::More),
            Some(_) => return Err(self.unexpected()),
        }
        self.eat_newlines();
        self.eat_word("do")?;
        self.loops += 1;
        if self.loops > MOST_LOOPS {
            return Err(Stuck::Error("bash: too many loops in one line".to_owned()));
        }
        let body = self.list()?;
        self.loops -= 1;
        self.eat_word("done")?;
        if body.is_empty() {
            self.at -= 1;
            return Err(self.unexpected());
        }
        command.each = Some(Box::new(Loop { name, body }));
        while let Some(make) = self.redirection() {
            self.at += 1;
            command.redirects.push(make(self)?);
        }
        Ok(command)
    }

    fn redirection(&self) -> Option<MakeRedirect> {
        match self.peek() {
            Some(Token::Operator(operator)) => redirection(operator),
            _ => None,
        }
    }

    fn simple(&mut self) -> Result<Simple, Stuck> {
        if self.is_word("for") {
            return self.each();
        }
        if self.is_word("do") || self.is_word("done") {
            return Err(self.unexpected());
        }
        let mut command = Simple::default();
        let start = self.at;
        while let Some(token) = self.peek().cloned() {
            match token {
                Token::Word(word) => {
                    self.at += 1;
                    match word.assignment() {
                        Some(assignment) if command.words.is_empty() => {
                            command.assignments.push(assignment);
                        }
                        _ => command.words.push(word),
                    }
                }
                Token::Operator(operator) => match redirection(operator) {
                    Some(make) => {
                        self.at += 1;
                        let redirect = make(self)?;
                        command.redirects.push(redirect);
                    }
                    None => break,
                },
                Token::Newline => break,
            }
        }
        if self.at == start {
            return Err(self.unexpected());
        }
        Ok(command)
    }

    fn target(&mut self) -> Result<Word, Stuck> {
        match self.peek() {
            Some(Token::Word(word)) => {
                let word = word.clone();
                self.at += 1;
                Ok(word)
            }
            _ => Err(self.unexpected()),
        }
    }

    fn output(&mut self, stream: Stream, append: bool) -> Result<Redirect, Stuck> {
        Ok(Redirect::Output {
            stream,
            append,
            target: self.target()?,
        })
    }

    fn unexpected(&self) -> Stuck {
        let token = match self.peek() {
            Some(Token::Operator(operator)) => operator,
            Some(Token::Word(word)) => word.plain().unwrap_or("word"),
            None | Some(Token::Newline) => "newline",
        };
        Stuck::Error(format!(
            "bash: syntax error near unexpected token `{token}'"
        ))
    }
}

type MakeRedirect = fn(&mut Parser) -> Result<Redirect, Stuck>;

fn redirection(operator: &str) -> Option<MakeRedirect> {
    Some(match operator {
        "<" => |parser| parser.target().map(Redirect::Input),
        "<<<" => |parser| parser.target().map(Redirect::Text),
        ">" | "1>" => |parser| parser.output(Stream::Output, false),
        ">>" => |parser| parser.output(Stream::Output, true),
        "2>" => |parser| parser.output(Stream::Error, false),
        "2>>" => |parser| parser.output(Stream::Error, true),
        "&>" => |parser| parser.output(Stream::Both, false),
        "2>&1" => |_| Ok(Redirect::ErrorToOutput),
        ">&2" | "1>&2" => |_| Ok(Redirect::OutputToError),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Joint, Redirect, parse};
    use crate::shell::lexer::Stuck;

    fn error(text: &str) -> String {
        match parse(text) {
            Err(Stuck::Error(message)) => message,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn lists_pipelines_and_assignments() {
        let list = parse("A=1 B=$(x) c | d && e; f").unwrap();
        let joints: Vec<_> = list.iter().map(|(joint, _)| *joint).collect();
        assert_eq!(joints, [Joint::Always, Joint::And, Joint::Always]);
        assert_eq!(list[0].1.len(), 2);
        assert_eq!(list[0].1[0].assignments.len(), 2);
    }

    #[test]
    fn the_placeholder_of_the_guide_is_two_redirections() {
        let list = parse("aws x --certificate <goes-here> --password y").unwrap();
        let command = &list[0].1[0];
        assert_eq!(command.words.len(), 4);
        assert!(matches!(command.redirects[0], Redirect::Input(_)));
        assert!(matches!(command.redirects[1], Redirect::Output { .. }));
    }

    #[test]
    fn errors_are_those_of_bash() {
        assert_eq!(
            error("aws x <goes-here>"),
            "bash: syntax error near unexpected token `newline'"
        );
        assert_eq!(error("| a"), "bash: syntax error near unexpected token `|'");
        assert_eq!(
            error("a ; ; b"),
            "bash: syntax error near unexpected token `;'"
        );
        assert_eq!(
            error("a (b)"),
            "bash: syntax error near unexpected token `('"
        );
        assert_eq!(
            error("done"),
            "bash: syntax error near unexpected token `done'"
        );
        assert_eq!(
            error("for a in b; do done"),
            "bash: syntax error near unexpected token `done'"
        );
        for open in [
            "a &&",
            "a |",
            "a 'b",
            "for a in b",
            "for a in b;",
            "for a in b; do c",
            "for a in b; do c;",
        ] {
            assert_eq!(parse(open), Err(Stuck::More), "{open}");
        }
    }
}
