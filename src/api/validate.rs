//! Requests against their shapes: the constraints that the service enforces itself, all violations in one answer. The messages have the
//! form that real services were seen to answer.

use std::collections::BTreeMap;

use base64::Engine;
use regex_lite::Regex;
use serde_json::Value;
use thiserror::Error;

use super::shape::{Kind, Member, Shape};
use crate::model::Secret;
use crate::text::service as words;

/// Why a request is not well formed; its `Display` is the message of the service.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Malformed {
    /// A value has the wrong JSON type (SerializationException); what was found where.
    #[error("{0}")]
    Type(String),
    /// Constraints are violated (ValidationException); one clause each.
    #[error("{}", words::violations(.0))]
    Constraints(Vec<String>),
}

/// Checks `input` against the members of an operation.
///
/// # Errors
/// [`Malformed::Type`] for the first value of a wrong type, else [`Malformed::Constraints`] with every violation.
pub fn validate(members: &'static [Member], input: &Value) -> Result<(), Malformed> {
    let mut found = Found::default();
    structure(members, input, "", &mut found)?;
    if found.clauses.is_empty() {
        Ok(())
    } else {
        Err(Malformed::Constraints(found.clauses))
    }
}

/// Letters of a text that is too long up to which its pattern is looked at as well.
const PATTERN_LOOKED_AT: usize = 10_000;

/// What was found so far.
#[derive(Default)]
struct Found {
    /// Violations, one clause each.
    clauses: Vec<String>,
    /// Patterns that were read: a list asks for the same one again and again.
    patterns: BTreeMap<&'static str, Option<Regex>>,
}

fn structure(
    members: &[Member],
    value: &Value,
    path: &str,
    found: &mut Found,
) -> Result<(), Malformed> {
    let Some(object) = value.as_object() else {
        return Err(wrong_type(path, "a structure", value));
    };
    for member in members {
        let at = if path.is_empty() {
            lower_camel(member.name)
        } else {
            format!("{path}.{}", lower_camel(member.name))
        };
        match object.get(member.name).filter(|value| !value.is_null()) {
            Some(value) => check(&member.shape, value, &at, found)?,
            None if member.required => found.clauses.push(words::null(&at)),
            None => {}
        }
    }
    Ok(())
}

fn check(shape: &Shape, value: &Value, path: &str, found: &mut Found) -> Result<(), Malformed> {
    match shape.kind {
        Kind::String | Kind::Blob => {
            if let Some(secret) = Secret::from_value(value) {
                length(shape, secret.length, "", path, found);
                return Ok(());
            }
            let Some(text) = value.as_str() else {
                return Err(wrong_type(path, "a string", value));
            };
            let size = if matches!(shape.kind, Kind::Blob) {
                base64::engine::general_purpose::STANDARD
                    .decode(text)
                    .map_err(|_| wrong_type(path, "base64", value))?
                    .len()
            } else {
                text.chars().count()
            };
            length(shape, size, text, path, found);
            let too_long = is_more(shape, size) && size > PATTERN_LOOKED_AT;
            if !too_long {
                words_and_pattern(shape, text, path, found);
            }
        }
        Kind::Integer => {
            let Some(number) = value.as_i64() else {
                return Err(wrong_type(path, "an integer", value));
            };
            bounds(
                shape,
                number,
                "value",
                &format!("Value '{number}'"),
                path,
                found,
            );
        }
        Kind::Boolean if !value.is_boolean() => return Err(wrong_type(path, "a boolean", value)),
        Kind::Timestamp if !value.is_number() => {
            return Err(wrong_type(path, "a timestamp", value));
        }
        Kind::Boolean | Kind::Timestamp => {}
        Kind::List(item) => {
            let Some(items) = value.as_array() else {
                return Err(wrong_type(path, "a list", value));
            };
            many(shape, items.len(), value, path, found);
            if is_more(shape, items.len()) {
                return Ok(());
            }
            for (index, value) in items.iter().enumerate() {
                check(item, value, &format!("{path}.{}.member", index + 1), found)?;
            }
        }
        Kind::Map(item) => {
            let Some(object) = value.as_object() else {
                return Err(wrong_type(path, "a map", value));
            };
            many(shape, object.len(), value, path, found);
            if is_more(shape, object.len()) {
                return Ok(());
            }
            for (key, value) in object {
                check(item, value, &format!("{path}.{key}.member"), found)?;
            }
        }
        Kind::Structure(members) => structure(members, value, path, found)?,
    }
    Ok(())
}

/// Whether something is more than its shape allows: what it consists of is not looked at then.
fn is_more(shape: &Shape, length: usize) -> bool {
    shape
        .max
        .is_some_and(|max| usize::try_from(max).is_ok_and(|max| length > max))
}

/// Holds the number of items to its limits.
fn many(shape: &Shape, count: usize, value: &Value, path: &str, found: &mut Found) {
    let fewer = shape
        .min
        .is_some_and(|min| usize::try_from(min).is_ok_and(|min| count < min));
    if fewer || is_more(shape, count) {
        length(shape, count, &value.to_string(), path, found);
    }
}

fn length(shape: &Shape, length: usize, text: &str, path: &str, found: &mut Found) {
    let shown = if shape.sensitive {
        "Value".to_owned()
    } else {
        format!("Value '{text}'")
    };
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    bounds(shape, length, "length", &shown, path, found);
}

fn bounds(shape: &Shape, number: i64, noun: &str, shown: &str, path: &str, found: &mut Found) {
    if let Some(min) = shape.min.filter(|min| number < *min) {
        found.clauses.push(words::too_small(shown, path, noun, min));
    }
    if let Some(max) = shape.max.filter(|max| number > *max) {
        found.clauses.push(words::too_large(shown, path, noun, max));
    }
}

fn words_and_pattern(shape: &Shape, text: &str, path: &str, found: &mut Found) {
    if !shape.words.is_empty() && !shape.words.contains(&text) {
        found
            .clauses
            .push(words::other_word(text, path, shape.words));
    }
    if let Some(pattern) = shape.pattern
        && !found
            .patterns
            .entry(pattern)
            .or_insert_with(|| whole(pattern))
            .as_ref()
            .is_some_and(|regex| regex.is_match(text))
    {
        found
            .clauses
            .push(words::other_pattern(text, path, pattern));
    }
}

/// Whether the whole of `text` matches a pattern of the service models.
#[must_use]
pub fn matches_whole(pattern: &str, text: &str) -> bool {
    whole(pattern).is_some_and(|regex| regex.is_match(text))
}

fn whole(pattern: &str) -> Option<Regex> {
    Regex::new(&format!(r"^(?:{pattern})$")).ok()
}

fn wrong_type(path: &str, expected: &str, value: &Value) -> Malformed {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "a structure",
    };
    let place = if path.is_empty() { "the request" } else { path };
    Malformed::Type(words::wrong_type(expected, place, found))
}

/// A name with its first letter small, as messages and events have it.
pub(super) fn lower_camel(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_lowercase())
            .chain(letters)
            .collect()
    })
}
