//! From tokens to commands.

use std::rc::Rc;

use super::budget::DEEPEST;
use super::lexer::{Stuck, Token, tokens};
use super::tree::{
    Body, Choice, Command, Each, Joint, List, Pipeline, Redirect, Simple, Stream, While,
};
use super::word::{Word, is_name};
use crate::text::shell as words;

/// Words that end a list inside another command, and begin none.
const CLOSING: &[&str] = &["do", "done", "then", "elif", "else", "fi", "}"];

/// Words that begin commands which are not simulated.
const ABSENT: &[&str] = &["case", "select", "function", "coproc", "[[", "time"];

/// Parses a text.
///
/// # Errors
/// [`Stuck::More`] while something is open; else the message of bash.
pub fn parse(text: &str) -> Result<List, Stuck> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        deep: 0,
    };
    parser.list()
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    /// Commands that are open.
    deep: usize,
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

    /// Pipelines up to the end, or up to a word that closes the command around them.
    fn list(&mut self) -> Result<List, Stuck> {
        let mut list = List::new();
        let mut joint = Joint::Always;
        self.eat_newlines();
        while self.peek().is_some() && !(self.deep > 0 && joint == Joint::Always && self.closes()) {
            list.push(Rc::new(self.pipeline(joint)?));
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

    fn pipeline(&mut self, joint: Joint) -> Result<Pipeline, Stuck> {
        let mut negated = false;
        while self.is_word("!") {
            self.at += 1;
            negated = !negated;
        }
        let mut commands = vec![self.command()?];
        while self.peek() == Some(&Token::Operator("|")) {
            self.at += 1;
            self.eat_newlines();
            if self.peek().is_none() {
                return Err(Stuck::More);
            }
            commands.push(self.command()?);
        }
        Ok(Pipeline {
            joint,
            negated,
            commands,
        })
    }

    /// The next token, where it is a word that stands as it is.
    fn plain(&self) -> Option<&str> {
        match self.peek() {
            Some(Token::Word(word)) => word.plain(),
            _ => None,
        }
    }

    /// Whether the next token is this word, as it stands.
    fn is_word(&self, wanted: &str) -> bool {
        self.plain() == Some(wanted)
    }

    fn closes(&self) -> bool {
        self.plain().is_some_and(|word| CLOSING.contains(&word))
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

    /// A list inside a command, up to the word behind it, which is not taken.
    fn inner(&mut self) -> Result<List, Stuck> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return Err(Stuck::Error(words::TOO_DEEP.to_owned()));
        }
        let list = self.list()?;
        self.deep -= 1;
        match self.peek() {
            None => Err(Stuck::More),
            Some(_) if list.is_empty() => Err(self.unexpected()),
            Some(_) => Ok(list),
        }
    }

    fn command(&mut self) -> Result<Command, Stuck> {
        let body = match self.plain() {
            Some("for") => self.each()?,
            Some("if") => self.choice()?,
            Some("while") => self.repeated(false)?,
            Some("until") => self.repeated(true)?,
            Some("{") => self.group()?,
            Some(word) if ABSENT.contains(&word) => {
                return Err(Stuck::Error(words::not_in_this_shell(word)));
            }
            Some(word) if CLOSING.contains(&word) => return Err(self.unexpected()),
            _ => return self.simple(),
        };
        let mut redirects = Vec::new();
        while let Some(redirect) = self.redirect()? {
            redirects.push(redirect);
        }
        Ok(Command { body, redirects })
    }

    fn group(&mut self) -> Result<Body, Stuck> {
        self.at += 1;
        let list = self.inner()?;
        self.eat_word("}")?;
        Ok(Body::Group(list))
    }

    fn choice(&mut self) -> Result<Body, Stuck> {
        let mut branches = Vec::new();
        let mut otherwise = List::new();
        loop {
            // `if` or `elif`.
            self.at += 1;
            let condition = self.inner()?;
            self.eat_word("then")?;
            branches.push((condition, self.inner()?));
            if self.is_word("elif") {
                continue;
            }
            if self.is_word("else") {
                self.at += 1;
                otherwise = self.inner()?;
            }
            self.eat_word("fi")?;
            return Ok(Body::If(Rc::new(Choice {
                branches,
                otherwise,
            })));
        }
    }

    fn repeated(&mut self, until: bool) -> Result<Body, Stuck> {
        self.at += 1;
        let condition = self.inner()?;
        Ok(Body::While(Rc::new(While {
            until,
            condition,
            body: self.body()?,
        })))
    }

    /// `do list; done`
    fn body(&mut self) -> Result<List, Stuck> {
        self.eat_word("do")?;
        let body = self.inner()?;
        self.eat_word("done")?;
        Ok(body)
    }

    fn each(&mut self) -> Result<Body, Stuck> {
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
        let mut words = Vec::new();
        // Without `in` the words are those that the shell was started with, and there are none.
        if self.is_word("in") {
            self.at += 1;
            while let Some(Token::Word(word)) = self.peek() {
                words.push(word.clone());
                self.at += 1;
            }
        }
        match self.peek() {
            Some(Token::Operator(";") | Token::Newline) => self.at += 1,
            None => return Err(Stuck::More),
            Some(_) if self.is_word("do") => {}
            Some(_) => return Err(self.unexpected()),
        }
        self.eat_newlines();
        Ok(Body::Each(Rc::new(Each {
            name,
            words,
            body: self.body()?,
        })))
    }

    fn simple(&mut self) -> Result<Command, Stuck> {
        let mut simple = Simple::default();
        let mut redirects = Vec::new();
        let start = self.at;
        loop {
            if let Some(redirect) = self.redirect()? {
                redirects.push(redirect);
                continue;
            }
            let Some(Token::Word(word)) = self.peek().cloned() else {
                break;
            };
            self.at += 1;
            match word.assignment() {
                Some(assignment) if simple.words.is_empty() => simple.assignments.push(assignment),
                _ => simple.words.push(word),
            }
        }
        if self.at == start {
            return Err(self.unexpected());
        }
        Ok(Command {
            body: Body::Simple(simple),
            redirects,
        })
    }

    /// A redirection, where one is next.
    fn redirect(&mut self) -> Result<Option<Redirect>, Stuck> {
        let operator = match self.peek() {
            Some(Token::Operator(operator)) => *operator,
            Some(Token::Here(text)) => {
                let text = text.clone();
                self.at += 1;
                return Ok(Some(Redirect::Here(text)));
            }
            _ => return Ok(None),
        };
        let (stream, append) = match operator {
            "2>&1" | ">&2" | "1>&2" => {
                self.at += 1;
                return Ok(Some(match operator {
                    "2>&1" => Redirect::ErrorToOutput,
                    _ => Redirect::OutputToError,
                }));
            }
            "<" | "<<<" | "<<" | "<<-" => {
                self.at += 1;
                let word = self.target()?;
                return Ok(Some(match operator {
                    "<" => Redirect::Input(word),
                    _ => Redirect::Text(word),
                }));
            }
            ">" | "1>" => (Stream::Output, false),
            ">>" => (Stream::Output, true),
            "2>" => (Stream::Error, false),
            "2>>" => (Stream::Error, true),
            "&>" => (Stream::Both, false),
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(Redirect::Output {
            stream,
            append,
            target: self.target()?,
        }))
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

    fn unexpected(&self) -> Stuck {
        let token = match self.peek() {
            Some(Token::Operator(operator)) => operator,
            Some(Token::Here(_)) => "<<",
            Some(Token::Word(word)) => word.plain().unwrap_or("word"),
            None | Some(Token::Newline) => "newline",
        };
        Stuck::Error(format!(
            "bash: syntax error near unexpected token `{token}'"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::shell::lexer::Stuck;
    use crate::shell::tree::{Body, Command, Joint, Redirect, Simple};

    fn simple(command: &Command) -> &Simple {
        match &command.body {
            Body::Simple(simple) => simple,
            other => panic!("{other:?}"),
        }
    }

    fn error(text: &str) -> String {
        match parse(text) {
            Err(Stuck::Error(message)) => message,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn lists_pipelines_and_assignments() {
        let list = parse("A=1 B=$(x) c | d && e; f").unwrap();
        let joints: Vec<_> = list.iter().map(|pipeline| pipeline.joint).collect();
        assert_eq!(joints, [Joint::Always, Joint::And, Joint::Always]);
        assert_eq!(list[0].commands.len(), 2);
        assert_eq!(simple(&list[0].commands[0]).assignments.len(), 2);
    }

    #[test]
    fn the_placeholder_of_the_guide_is_two_redirections() {
        let list = parse("aws x --certificate <goes-here> --password y").unwrap();
        let command = &list[0].commands[0];
        assert_eq!(simple(command).words.len(), 4);
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
        for (text, token) in [
            ("if a; then fi", "fi"),
            ("if a; fi", "fi"),
            ("while a; done", "done"),
            ("fi", "fi"),
            ("then", "then"),
            ("if ; then b; fi", ";"),
            ("a && done", "done"),
            ("for a in b; do c && done", "done"),
            ("cat <<", "newline"),
            ("{ a; }; }", "}"),
        ] {
            assert_eq!(
                error(text),
                format!("bash: syntax error near unexpected token `{token}'"),
                "{text}"
            );
        }
        for open in [
            "a &&",
            "a |",
            "a 'b",
            "for a in b",
            "for a in b;",
            "for a in b; do c",
            "for a in b; do c;",
            "if a",
            "if a; then b; else",
            "if a; then b; elif c; then",
            "while a; do b",
            "until a",
            "{ a;",
            "a <<END",
            "a <<END\nb\nEN",
            "a $(b <<END\n)\n",
        ] {
            assert_eq!(parse(open), Err(Stuck::More), "{open}");
        }
    }
}
