//! `test` and `[`: conditions on texts, numbers and files, with the messages of bash.

use super::budget::DEEPEST;
use super::program::{Context, Ran};
use super::{files, hsm_tools};
use crate::text::shell as words;

/// Operators between two words.
const BINARY: &[&str] = &[
    "=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge",
];
/// Operators before a word.
const UNARY: &[&str] = &[
    "-n", "-z", "-v", "-a", "-e", "-f", "-d", "-s", "-r", "-w", "-x",
];

/// Runs `test`.
pub(super) fn test(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    ran("test", context, arguments)
}

/// Runs `[`.
pub(super) fn bracket(context: &mut Context<'_>, arguments: &[String]) -> Ran {
    match arguments.split_last() {
        Some((last, condition)) if last == "]" => ran("[", context, condition),
        _ => failed("[", "missing `]'"),
    }
}

fn ran(name: &str, context: &Context<'_>, arguments: &[String]) -> Ran {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match whole(context, &words) {
        Ok(holds) => Ran::failed(i32::from(!holds), ""),
        Err(problem) => failed(name, &problem),
    }
}

fn failed(name: &str, problem: &str) -> Ran {
    Ran::failed(2, format!("bash: {name}: {problem}\n"))
}

/// Whether a condition holds, or what is wrong with it.
type Verdict = Result<bool, String>;

/// A whole condition. How many words it has says what they mean, as POSIX wants it; what is longer is read from the left.
fn whole(context: &Context<'_>, words: &[&str]) -> Verdict {
    match words {
        [] => Ok(false),
        [word] => Ok(!word.is_empty()),
        ["!", word] => Ok(word.is_empty()),
        [operator, word] if UNARY.contains(operator) => unary(context, operator, word),
        [operator, _] => Err(format!("{operator}: unary operator expected")),
        [left, operator, right] if BINARY.contains(operator) => binary(left, operator, right),
        [left, "-a", right] => Ok(!left.is_empty() && !right.is_empty()),
        [left, "-o", right] => Ok(!left.is_empty() || !right.is_empty()),
        ["!", rest @ ..] if rest.len() < 4 => whole(context, rest).map(|holds| !holds),
        ["(", word, ")"] => Ok(!word.is_empty()),
        [_, operator, _] => Err(format!("{operator}: binary operator expected")),
        ["(", inner @ .., ")"] if inner.len() == 2 => whole(context, inner),
        _ => {
            let mut reader = Reader {
                context,
                words,
                at: 0,
                deep: 0,
            };
            let holds = reader.any()?;
            match reader.peek() {
                Some(_) => Err("too many arguments".to_owned()),
                None => Ok(holds),
            }
        }
    }
}

/// What is left of a long condition.
struct Reader<'a, 'b> {
    context: &'a Context<'b>,
    words: &'a [&'a str],
    at: usize,
    /// Parentheses that are open.
    deep: usize,
}

impl<'a> Reader<'a, '_> {
    fn peek(&self) -> Option<&'a str> {
        self.words.get(self.at).copied()
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self) -> Verdict {
        let mut holds = self.all()?;
        while self.eat("-o") {
            holds |= self.all()?;
        }
        Ok(holds)
    }

    fn all(&mut self) -> Verdict {
        let mut holds = self.one()?;
        while self.eat("-a") {
            holds &= self.one()?;
        }
        Ok(holds)
    }

    fn one(&mut self) -> Verdict {
        let mut negated = false;
        while self.eat("!") {
            negated = !negated;
        }
        let holds = match &self.words[self.at..] {
            [] => return Err("argument expected".to_owned()),
            ["(", ..] => {
                self.at += 1;
                self.deep += 1;
                if self.deep > DEEPEST {
                    return Err(words::TOO_DEEP_CONDITION.to_owned());
                }
                let holds = self.any()?;
                self.deep -= 1;
                match self.peek() {
                    Some(")") => self.at += 1,
                    Some(other) => return Err(format!("`)' expected, found {other}")),
                    None => return Err("`)' expected".to_owned()),
                }
                holds
            }
            [left, operator, right, ..] if BINARY.contains(operator) => {
                self.at += 3;
                binary(left, operator, right)?
            }
            [operator, word, ..] if UNARY.contains(operator) => {
                self.at += 2;
                unary(self.context, operator, word)?
            }
            [word, ..] => {
                self.at += 1;
                !word.is_empty()
            }
        };
        Ok(holds != negated)
    }
}

fn binary(left: &str, operator: &str, right: &str) -> Verdict {
    let number = |text: &str| {
        text.trim()
            .parse::<i64>()
            .map_err(|_| format!("{text}: integer expression expected"))
    };
    Ok(match operator {
        "=" | "==" => left == right,
        "!=" => left != right,
        "<" => left < right,
        ">" => left > right,
        _ => {
            let (left, right) = (number(left)?, number(right)?);
            match operator {
                "-eq" => left == right,
                "-ne" => left != right,
                "-lt" => left < right,
                "-le" => left <= right,
                "-gt" => left > right,
                _ => left >= right,
            }
        }
    })
}

fn unary(context: &Context<'_>, operator: &str, word: &str) -> Verdict {
    let path = context.path(word);
    let file = context.file(&path);
    let directory = !word.is_empty() && files::is_directory(context, &path);
    let program = hsm_tools::command(&path).is_some();
    Ok(match operator {
        "-n" => !word.is_empty(),
        "-z" => word.is_empty(),
        "-v" => context.variables.contains_key(word),
        "-f" => file.is_some() || program,
        "-d" => directory,
        "-s" => file.is_some_and(|text| !text.is_empty()) || directory || program,
        "-x" => directory || program,
        _ => file.is_some() || directory || program,
    })
}
