//! From a typed line to tokens: quotes, escapes, expansions, operators and here-documents as bash reads them.

use super::here::Announced;
use super::reader::Reader;
use super::word::Word;

/// A token of the shell language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word, its expansions not yet made.
    Word(Word),
    /// An operator, such as `&&` or `2>`.
    Operator(&'static str),
    /// A here-document with its text, which stands on the lines that follow.
    Here(Word),
    /// The end of a line inside the text.
    Newline,
}

/// Why a text gives no tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// More lines are needed: a quote, a parenthesis or a here-document is open, or the line ends in a backslash.
    More,
    /// No further line can complete it; the message of bash.
    Error(String),
}

/// Operators, longer ones before those they begin with.
pub(super) const OPERATORS: &[&str] = &[
    "<<<", "<<-", "2>&1", "2>>", "1>&2", ">&2", "&>", "&&", "||", ">>", "<<", "2>", "1>", "|", ";",
    ">", "<", "(", ")", "&",
];

/// Reads a text into tokens.
///
/// # Errors
/// [`Stuck`].
pub fn tokens(text: &str) -> Result<Vec<Token>, Stuck> {
    let mut reader = Reader {
        rest: text,
        deep: 0,
    };
    reader.tokens()
}

impl Reader<'_> {
    /// Tokens up to the end, or up to the parenthesis that closes the command substitution around them.
    pub(super) fn tokens(&mut self) -> Result<Vec<Token>, Stuck> {
        let mut tokens = Vec::new();
        let mut announced: Vec<Announced> = Vec::new();
        let mut open = 0_usize;
        loop {
            self.skip_blanks()?;
            if self.rest.is_empty() {
                let complete = announced.is_empty() && self.deep == 0;
                return if complete {
                    Ok(tokens)
                } else {
                    Err(Stuck::More)
                };
            }
            if self.rest.starts_with('#') {
                self.skip_comment();
            } else if self.eat("\n") {
                tokens.push(Token::Newline);
                for here in announced.drain(..) {
                    self.document(here, &mut tokens)?;
                }
            } else if let Some(operator) = OPERATORS.iter().find(|operator| self.eat(operator)) {
                match *operator {
                    ")" if open == 0 && self.deep > 0 => return Ok(tokens),
                    ")" => open = open.saturating_sub(1),
                    "(" => open += 1,
                    "<<" | "<<-" => {
                        self.announce(*operator == "<<-", tokens.len(), &mut announced)?;
                    }
                    _ => {}
                }
                tokens.push(Token::Operator(operator));
            } else {
                tokens.push(Token::Word(self.word()?));
            }
        }
    }

    pub(super) fn skip_blanks(&mut self) -> Result<(), Stuck> {
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
}

#[cfg(test)]
mod tests {
    use super::{Stuck, Token, tokens};
    use crate::shell::word::{Part, Word};

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
