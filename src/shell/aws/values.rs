//! From the words behind a flag to a value of the member's shape.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::failure::Failure;
use super::json;
use super::shorthand;
use crate::api::shape::{Kind, Member, Shape};
use crate::model::Timestamp;
use crate::model::json::number;
use crate::shell::bytes::to_bytes;
use crate::shell::files;
use crate::shell::program::Context;

/// Reads the words of a flag.
///
/// # Errors
/// [`Failure`] in the words of the client.
pub(super) fn read(
    context: &Context<'_>,
    flag: &str,
    words: &[String],
    shape: &Shape,
    raw_blobs: bool,
) -> Result<Value, Failure> {
    let words = match words {
        [only] => &[loaded(context, flag, only, shape, raw_blobs)?],
        words => words,
    };
    let first = words.first().map_or("", |word| word.trim_start());
    match shape.kind {
        Kind::List(item) => {
            if words.len() == 1 && first.starts_with('[') {
                return json::parse_parameter(flag, &words[0]);
            }
            words
                .iter()
                .map(|word| match item.kind {
                    Kind::Structure(_) | Kind::Map(_) | Kind::List(_) => complex(flag, word, item),
                    _ => scalar(word, item),
                })
                .collect()
        }
        Kind::Structure(_) | Kind::Map(_) => {
            complex(flag, words.first().map_or("", String::as_str), shape)
        }
        _ => scalar(words.first().map_or("", String::as_str), shape),
    }
}

/// The content of the file that a word names with `file://` or `fileb://`; else the word. Bytes come as base64 text.
fn loaded(
    context: &Context<'_>,
    flag: &str,
    word: &str,
    shape: &Shape,
    raw_blobs: bool,
) -> Result<String, Failure> {
    let blob = matches!(shape.kind, Kind::Blob);
    let (name, bytes) = match (word.strip_prefix("file://"), word.strip_prefix("fileb://")) {
        (Some(name), _) => (name, false),
        (_, Some(name)) => (name, true),
        _ if blob && raw_blobs => return Ok(STANDARD.encode(to_bytes(word))),
        _ => return Ok(word.to_owned()),
    };
    let text = paramfile(context, flag, word, name)?;
    if !bytes && String::from_utf8(to_bytes(&text)).is_err() {
        return Err(Failure::Parameter(format!(
            "Error parsing parameter '{flag}': Unable to load paramfile ({name}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix."
        )));
    }
    Ok(if blob && (bytes || raw_blobs) {
        STANDARD.encode(to_bytes(&text))
    } else {
        text
    })
}

/// The content of a file that a parameter names.
///
/// # Errors
/// [`Failure::Parameter`] when it cannot be read.
pub(super) fn paramfile(
    context: &Context<'_>,
    flag: &str,
    word: &str,
    name: &str,
) -> Result<String, Failure> {
    let place = match name.strip_prefix("~/") {
        Some(rest) => format!("{}/{rest}", crate::shell::session::HOME),
        None => name.to_owned(),
    };
    files::read(context, &place).map_err(|problem| {
        let number = if problem == "Is a directory" { 21 } else { 2 };
        Failure::Parameter(format!(
            "Error parsing parameter '{flag}': Unable to load paramfile {word}: [Errno {number}] {problem}: '{place}'"
        ))
    })
}

fn complex(flag: &str, word: &str, shape: &Shape) -> Result<Value, Failure> {
    if word.trim_start().starts_with(['{', '[']) {
        return json::parse_parameter(flag, word);
    }
    if let Kind::Structure([only]) = shape.kind {
        // A structure around a single value takes the value itself.
        if only.name == "Value" && matches!(only.shape.kind, Kind::String) && !word.contains('=') {
            return Ok(serde_json::json!({ "Value": word }));
        }
    }
    let value = shorthand::parse(word).map_err(|problem| {
        Failure::Parameter(format!("Error parsing parameter '{flag}': {problem}"))
    })?;
    typed(value, shape)
}

/// Shorthand knows texts only: turns them into what the shape wants.
fn typed(value: Value, shape: &Shape) -> Result<Value, Failure> {
    match (shape.kind, value) {
        (Kind::Structure(members), Value::Object(given)) => given
            .into_iter()
            .map(|(name, value)| {
                let value = match members.iter().find(|member| member.name == name) {
                    Some(member) => typed(value, &member.shape)?,
                    None => value,
                };
                Ok((name, value))
            })
            .collect::<Result<Map<_, _>, _>>()
            .map(Value::Object),
        (Kind::Map(item), Value::Object(given)) => given
            .into_iter()
            .map(|(name, value)| Ok((name, typed(value, item)?)))
            .collect::<Result<Map<_, _>, _>>()
            .map(Value::Object),
        (Kind::List(item), Value::Array(given)) => {
            given.into_iter().map(|value| typed(value, item)).collect()
        }
        (Kind::List(item), single) => Ok(Value::Array(vec![typed(single, item)?])),
        (Kind::Boolean, Value::String(text)) => Ok(match text.to_ascii_lowercase().as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => Value::String(text),
        }),
        (Kind::Integer, Value::String(text)) => integer(&text),
        (_, value) => Ok(value),
    }
}

fn scalar(word: &str, shape: &Shape) -> Result<Value, Failure> {
    match shape.kind {
        Kind::Integer => integer(word),
        Kind::Blob => {
            let text: String = word.trim_end_matches('\n').to_owned();
            match STANDARD.decode(&text) {
                Ok(_) => Ok(text.into()),
                Err(_) => Err(Failure::Other(format!("Invalid base64: \"{word}\""))),
            }
        }
        _ => Ok(word.into()),
    }
}

/// Turns the texts of moments into what is sent; a text of none stays, and the client refuses it. A moment without its zone is one of the
/// client host, whose clock is UTC.
pub(super) fn read_moments(members: &[Member], input: &mut Map<String, Value>) {
    for member in members {
        if matches!(member.shape.kind, Kind::Timestamp)
            && let Some(value) = input.get_mut(member.name)
            && let Some(text) = value.as_str()
            && let Some(moment) = match number(text.trim()) {
                Some(seconds) => Timestamp::of_seconds(seconds),
                None => Timestamp::parse(text),
            }
        {
            *value = moment.epoch_number();
        }
    }
}

fn integer(word: &str) -> Result<Value, Failure> {
    word.trim().parse::<i64>().map(Value::from).map_err(|_| {
        Failure::Other(format!(
            "invalid literal for int() with base 10: {}",
            json::python_text(word)
        ))
    })
}
