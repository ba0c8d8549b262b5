//! `$((…))`: whole numbers as bash computes them.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::budget::{Budget, DEEPEST};
use crate::text::shell as words;

/// Operators between two numbers, from those that bind least.
const LEVELS: &[&[&str]] = &[
    &["||"],
    &["&&"],
    &["==", "!="],
    &["<=", ">=", "<", ">"],
    &["+", "-"],
    &["*", "/", "%"],
];

/// The longest that an expression may be with the values of its variables in their places, in bytes.
const LONGEST: usize = 100_000;

/// Operators of bash that are not simulated.
const ABSENT: &[&str] = &[
    "<<", ">>", "++", "--", "**", "&", "|", "=", "^", "~", "?", ",",
];

/// The number that an expression stands for.
///
/// # Errors
/// What bash says.
pub(super) fn value(
    text: &str,
    variables: &BTreeMap<String, String>,
    budget: &Budget,
) -> Result<i64, String> {
    let two = ["&&", "||", "==", "!=", "<=", ">="];
    let others = two
        .iter()
        .fold(text.to_owned(), |text, known| text.replace(known, " "));
    if let Some(operator) = ABSENT.iter().find(|operator| others.contains(**operator)) {
        return Err(words::not_in_this_shell(operator));
    }
    let scope = Scope {
        variables,
        budget,
        read: Cell::new(0),
    };
    inside(text, &scope, 0)
}

/// What the names in an expression stand for, and how much may be read for it.
struct Scope<'a> {
    variables: &'a BTreeMap<String, String>,
    budget: &'a Budget,
    /// Bytes that were read so far.
    read: Cell<usize>,
}

/// The number that an expression inside others stands for.
fn inside(text: &str, scope: &Scope<'_>, deep: usize) -> Result<i64, String> {
    scope.read.set(scope.read.get() + text.len() + 1);
    scope.budget.spend_bytes(text.len());
    if scope.read.get() > LONGEST {
        return Err(words::expression_too_long(LONGEST));
    }
    let text = text.trim_start();
    let mut reader = Reader {
        rest: text.trim_end(),
        token: "",
        scope,
        deep,
    };
    if reader.rest.is_empty() {
        return Ok(0);
    }
    let number = match reader.level(LEVELS) {
        Ok(number) if reader.rest.is_empty() => Ok(number),
        Ok(_) => Err(reader.problem("syntax error in expression")),
        Err(problem) => Err(problem),
    };
    number.map_err(|problem| match problem {
        Problem::Here(message) => format!("bash: {text}: {message}"),
        Problem::Inside(message) => message,
    })
}

/// What is wrong with an expression.
enum Problem {
    /// The expression itself; the message lacks its text.
    Here(String),
    /// The value of one of its variables; the whole message.
    Inside(String),
}

struct Reader<'a> {
    rest: &'a str,
    /// The operator before it.
    token: &'a str,
    scope: &'a Scope<'a>,
    deep: usize,
}

impl<'a> Reader<'a> {
    fn problem(&self, what: &str) -> Problem {
        let token = if self.rest.is_empty() {
            self.token
        } else {
            self.rest
        };
        Problem::Here(format!("{what} (error token is \"{token}\")"))
    }

    /// Takes one of the operators, where it is next.
    fn operator(&mut self, operators: &'static [&'static str]) -> Option<&'static str> {
        let found = operators
            .iter()
            .copied()
            .find(|operator| self.rest.starts_with(operator))?;
        let (token, rest) = self.rest.split_at(found.len());
        self.token = token;
        self.rest = rest.trim_start();
        Some(found)
    }

    fn level(&mut self, levels: &'static [&'static [&'static str]]) -> Result<i64, Problem> {
        let Some((operators, tighter)) = levels.split_first() else {
            return self.number();
        };
        let mut left = self.level(tighter)?;
        while let Some(operator) = self.operator(operators) {
            let token = self.rest;
            let right = self.level(tighter)?;
            left = match operator {
                "||" => i64::from(left != 0 || right != 0),
                "&&" => i64::from(left != 0 && right != 0),
                "==" => i64::from(left == right),
                "!=" => i64::from(left != right),
                "<=" => i64::from(left <= right),
                ">=" => i64::from(left >= right),
                "<" => i64::from(left < right),
                ">" => i64::from(left > right),
                "+" => left.wrapping_add(right),
                "-" => left.wrapping_sub(right),
                "*" => left.wrapping_mul(right),
                _ if right == 0 => {
                    let message = format!("division by 0 (error token is \"{token}\")");
                    return Err(Problem::Here(message));
                }
                "/" => left.wrapping_div(right),
                _ => left.wrapping_rem(right),
            };
        }
        Ok(left)
    }

    fn number(&mut self) -> Result<i64, Problem> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return Err(self.problem("expression recursion level exceeded"));
        }
        let number = match self.operator(&["(", "-", "+", "!"]) {
            Some("(") => {
                let number = self.level(LEVELS)?;
                if self.operator(&[")"]).is_none() {
                    return Err(self.problem("missing `)'"));
                }
                number
            }
            Some("-") => self.number()?.wrapping_neg(),
            Some("+") => self.number()?,
            Some(_) => i64::from(self.number()? == 0),
            None => self.operand()?,
        };
        self.deep -= 1;
        Ok(number)
    }

    /// A number, or a variable, whose value is an expression of its own.
    fn operand(&mut self) -> Result<i64, Problem> {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let length = self.rest.find(|letter| !plain(letter));
        let (word, after) = self.rest.split_at(length.unwrap_or(self.rest.len()));
        if word.is_empty() {
            return Err(self.problem("syntax error: operand expected"));
        }
        let number = if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            let octal = word.len() > 1 && word.starts_with('0');
            let number = i64::from_str_radix(word, if octal { 8 } else { 10 });
            number.map_err(|_| {
                Problem::Here(format!(
                    "value too great for base (error token is \"{word}\")"
                ))
            })?
        } else {
            let value = self.scope.variables.get(word).map_or("", String::as_str);
            inside(value, self.scope, self.deep).map_err(Problem::Inside)?
        };
        self.rest = after.trim_start();
        Ok(number)
    }
}
