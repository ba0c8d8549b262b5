//! `--query`: JMESPath over the answer.

use std::cell::Cell;
use std::collections::BTreeMap;

use jmespath::ast::Ast;
use jmespath::{ErrorReason, Expression, JmespathError, Rcvar, RuntimeError, Variable};
use serde_json::{Map, Value};

use super::evaluate::{Evaluation, Problem};
use super::failure::{Failure, TOO_DEEP};
use crate::model::Sort;
use crate::text::shell as words;

/// Steps of an evaluation that are one of a line's.
const PART: usize = 16;

/// A parsed expression.
pub(super) struct Query {
    expression: Expression<'static>,
    /// Member orders of the objects that the expression makes, by their sorted members.
    made: Orders,
    /// What applying it took so far, in steps of an evaluation.
    took: Cell<usize>,
}

/// Members in their order, by the same members sorted. The library keeps objects sorted; the client keeps the order of the data.
type Orders = BTreeMap<Vec<String>, Vec<String>>;

impl Query {
    /// Parses an expression.
    ///
    /// # Errors
    /// [`Failure::Parameter`] in the words of the client.
    pub(super) fn parse(text: &str) -> Result<Self, Failure> {
        let wrong = |problem: String| {
            Failure::Parameter(format!("Bad value for --query {text}: {problem}"))
        };
        if text.is_empty() {
            return Err(wrong(
                "Invalid JMESPath expression: cannot be empty.".to_owned(),
            ));
        }
        let strict = strict_literals(text).map_err(wrong)?;
        let expression =
            jmespath::compile(&strict).map_err(|error| wrong(parse_problem(text, &error)))?;
        let mut made = Orders::new();
        orders_of_expression(expression.as_ast(), &mut made);
        Ok(Self {
            expression,
            made,
            took: Cell::default(),
        })
    }

    /// The work of applying it, so far.
    pub(super) fn work(&self) -> u64 {
        (self.took.get() / PART) as u64
    }

    /// Applies the expression.
    ///
    /// # Errors
    /// [`Failure::Other`] when a function refuses.
    pub(super) fn search(&self, data: &Value) -> Result<Value, Failure> {
        let library = |error: JmespathError| Failure::Other(runtime_problem(&error));
        let input = Rcvar::new(Variable::from_serializable(data).map_err(library)?);
        let mut evaluation = Evaluation::new(self.expression.as_str());
        let found = evaluation.of(&input, self.expression.as_ast());
        self.took.set(self.took.get() + evaluation.took());
        let found = found.map_err(|problem| match problem {
            Problem::Refused(error) => library(error),
            Problem::TooMuch => Failure::Other(words::QUERY_TOO_LONG.to_owned()),
        })?;
        let found =
            serde_json::to_value(&*found).map_err(|error| Failure::Other(error.to_string()))?;
        let mut orders = Orders::new();
        orders_of_data(data, &mut orders);
        orders.extend(self.made.clone());
        Ok(reordered(found, &orders))
    }
}

/// Operators of an expression, at the most. Each may be inside the one before it, and take its place on the stack where the expression is
/// parsed, applied and dropped; the stack holds no more than some hundreds.
const OPERATORS: usize = 64;

fn operators(text: &str) -> usize {
    let operator = |letter: &char| "[({!&|.=<>".contains(*letter);
    text.chars().filter(operator).count()
}

/// The client takes a literal that is no JSON for a text (`` `ACTIVE` ``), the library does not: such literals become JSON texts.
fn strict_literals(text: &str) -> Result<String, String> {
    let mut strict = String::new();
    let mut rest = text;
    let mut count = 0;
    while let Some(start) = rest.find(['`', '\'', '"']) {
        let quote = &rest[start..=start];
        let Some(length) = closing(&rest[start + 1..], quote) else {
            let place = text.len() - rest.len() + start;
            return Err(format!(
                "Bad jmespath expression: Unclosed {quote} delimiter:\n{text}\n{}^",
                " ".repeat(text[..place].chars().count())
            ));
        };
        let inner = &rest[start + 1..start + 1 + length];
        strict.push_str(&rest[..start]);
        count += operators(&rest[..start]);
        if quote == "`" && serde_json::from_str::<Value>(inner).is_err() {
            strict.push_str(&format!("`{}`", Value::from(inner.trim_start())));
        } else {
            strict.push_str(&rest[start..start + length + 2]);
        }
        rest = &rest[start + length + 2..];
    }
    if count + operators(rest) > OPERATORS {
        return Err(TOO_DEEP.to_owned());
    }
    Ok(strict + rest)
}

/// Length of the text up to the quote that ends it.
fn closing(text: &str, quote: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            letter if quote.starts_with(letter) => return Some(at),
            _ => {}
        }
    }
    None
}

fn note(names: Vec<String>, orders: &mut Orders) {
    let mut sorted = names.clone();
    sorted.order();
    orders.insert(sorted, names);
}

fn orders_of_data(data: &Value, orders: &mut Orders) {
    match data {
        Value::Object(members) => {
            note(members.keys().cloned().collect(), orders);
            for value in members.values() {
                orders_of_data(value, orders);
            }
        }
        Value::Array(items) => {
            for item in items {
                orders_of_data(item, orders);
            }
        }
        _ => {}
    }
}

fn orders_of_expression(ast: &Ast, orders: &mut Orders) {
    match ast {
        Ast::MultiHash { elements, .. } => {
            note(
                elements.iter().map(|pair| pair.key.clone()).collect(),
                orders,
            );
            for pair in elements {
                orders_of_expression(&pair.value, orders);
            }
        }
        Ast::MultiList { elements, .. } => {
            for element in elements {
                orders_of_expression(element, orders);
            }
        }
        Ast::Function { args, .. } => {
            for argument in args {
                orders_of_expression(argument, orders);
            }
        }
        Ast::Comparison { lhs, rhs, .. }
        | Ast::Projection { lhs, rhs, .. }
        | Ast::And { lhs, rhs, .. }
        | Ast::Or { lhs, rhs, .. }
        | Ast::Subexpr { lhs, rhs, .. } => {
            orders_of_expression(lhs, orders);
            orders_of_expression(rhs, orders);
        }
        Ast::Condition {
            predicate, then, ..
        } => {
            orders_of_expression(predicate, orders);
            orders_of_expression(then, orders);
        }
        Ast::Expref { ast: node, .. }
        | Ast::Flatten { node, .. }
        | Ast::Not { node, .. }
        | Ast::ObjectValues { node, .. } => orders_of_expression(node, orders),
        Ast::Identity { .. }
        | Ast::Field { .. }
        | Ast::Index { .. }
        | Ast::Literal { .. }
        | Ast::Slice { .. } => {}
    }
}

fn reordered(value: Value, orders: &Orders) -> Value {
    match value {
        Value::Array(items) => items
            .into_iter()
            .map(|item| reordered(item, orders))
            .collect(),
        Value::Object(mut members) => {
            let mut sorted: Vec<String> = members.keys().cloned().collect();
            sorted.order();
            let order = orders.get(&sorted).unwrap_or(&sorted);
            let mut result = Map::new();
            for name in order {
                if let Some(value) = members.remove(name) {
                    result.insert(name.clone(), reordered(value, orders));
                }
            }
            Value::Object(result)
        }
        other => other,
    }
}

/// A parse error in the words of the client's own library.
fn parse_problem(text: &str, error: &JmespathError) -> String {
    let letters: Vec<char> = text.chars().collect();
    let Some(letter) = letters.get(error.offset) else {
        return format!(
            "Invalid jmespath expression: Incomplete expression:\n\"{text}\"\n{}^",
            " ".repeat(letters.len() + 1)
        );
    };
    let name_letter = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
    let (token, kind) = match letter {
        letter if letter.is_ascii_digit() => ("", "NUMBER"),
        letter if name_letter(letter) => ("", "UNQUOTED_IDENTIFIER"),
        '"' => ("", "QUOTED_IDENTIFIER"),
        '`' | '\'' => ("", "LITERAL"),
        ']' => ("]", "RBRACKET"),
        '[' => ("[", "LBRACKET"),
        '}' => ("}", "RBRACE"),
        '{' => ("{", "LBRACE"),
        ')' => (")", "RPAREN"),
        '(' => ("(", "LPAREN"),
        '.' => (".", "DOT"),
        ',' => (",", "COMMA"),
        ':' => (":", "COLON"),
        '*' => ("*", "STAR"),
        '|' => ("|", "PIPE"),
        '@' => ("@", "CURRENT"),
        '?' => ("?", "FILTER"),
        '<' | '>' | '=' | '!' | '&' => ("", "COMPARATOR"),
        letter => {
            return format!(
                "Bad jmespath expression: Unknown token {letter}:\n{text}\n{}^",
                " ".repeat(error.offset)
            );
        }
    };
    let token = if token.is_empty() {
        letters[error.offset..]
            .iter()
            .take_while(|letter| name_letter(letter))
            .collect()
    } else {
        token.to_owned()
    };
    let problem = match &error.reason {
        ErrorReason::Parse(reason) if reason.contains("nud") => "invalid token".to_owned(),
        _ => format!("Unexpected token: {token}"),
    };
    format!(
        "{problem}: Parse error at column {}, token \"{token}\" ({kind}), for expression:\n\"{text}\"\n{}^",
        error.offset,
        " ".repeat(error.offset + 1)
    )
}

fn runtime_problem(error: &JmespathError) -> String {
    match &error.reason {
        ErrorReason::Runtime(RuntimeError::UnknownFunction(name)) => {
            format!("Unknown function: {name}()")
        }
        other => other.to_string(),
    }
}
