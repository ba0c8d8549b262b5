//! JSON as the client reads it and as it prints values in messages.

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{PrettyFormatter, Serializer};

use super::failure::Failure;

/// Parses the JSON text of a flag.
///
/// # Errors
/// [`Failure::Parameter`] with the place.
pub(super) fn parse_parameter(flag: &str, text: &str) -> Result<Value, Failure> {
    serde_json::from_str(text).map_err(|error| {
        let offset: usize = text
            .split_inclusive('\n')
            .take(error.line().saturating_sub(1))
            .map(str::len)
            .sum::<usize>()
            + error.column();
        let at_end = error.is_eof();
        let (column, place) = if at_end {
            (text.chars().count() + 1, text.chars().count())
        } else {
            (error.column(), offset.saturating_sub(1))
        };
        Failure::Parameter(format!(
            "Error parsing parameter '{flag}': Invalid JSON: {}: line {} column {column} (char {place})\nJSON received: {text}",
            reason(&error.to_string()),
            error.line().max(1),
        ))
    })
}

/// The reason in the words of the client's parser.
fn reason(message: &str) -> &'static str {
    if message.contains("key must be a string")
        || message.contains("EOF while parsing an object") && message.contains("key")
    {
        "Expecting property name enclosed in double quotes"
    } else if message.contains("`:`") {
        "Expecting ':' delimiter"
    } else if message.contains("EOF while parsing a value")
        || message.contains("expected value")
        || message.contains("expected ident")
    {
        "Expecting value"
    } else if message.contains("trailing characters") {
        "Extra data"
    } else if message.contains("EOF while parsing a string") {
        "Unterminated string starting at"
    } else {
        "Expecting ',' delimiter"
    }
}

/// A value with an indent of four blanks.
#[must_use]
pub(super) fn pretty(value: &Value) -> String {
    let mut bytes = Vec::new();
    let mut serializer =
        Serializer::with_formatter(&mut bytes, PrettyFormatter::with_indent(b"    "));
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => String::new(),
    }
}

/// A value as Python prints it.
#[must_use]
pub(super) fn python(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => python_text(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(python).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) => {
            let members: Vec<String> = members
                .iter()
                .map(|(name, value)| format!("{}: {}", python_text(name), python(value)))
                .collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

/// A text as Python prints it inside other values.
#[must_use]
pub(super) fn python_text(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut result = String::from(quote);
    for letter in text.chars() {
        match letter {
            '\\' => result.push_str("\\\\"),
            '\n' => result.push_str("\\n"),
            '\r' => result.push_str("\\r"),
            '\t' => result.push_str("\\t"),
            letter if letter == quote => result.extend(['\\', letter]),
            letter => result.push(letter),
        }
    }
    result.push(quote);
    result
}
