//! From a call to the command line that makes it: what the flags of an operation read, written. It is derived from the same shapes, so
//! an operation needs nothing of its own here.

use serde_json::Value;

use super::ec2::opposite;
use super::names::kebab;
use super::{flag_name, shorthand};
use crate::api;
use crate::api::shape::{Kind, Member, Shape};

/// Longer lines are broken, one flag a line.
const WIDTH: usize = 80;

/// The `aws …` line that makes a call. It names the Region where that is not `home`, the Region of the shell that the line is meant for.
///
/// What is secret stands as a hole such as `"$KMSUSER_PASSWORD"`, a certificate or a plaintext as the file that a reader has it in.
#[must_use]
pub fn command_line(
    service: &str,
    operation: &str,
    region: &str,
    input: &Value,
    home: &str,
) -> String {
    let members = api::operation(service, operation).map_or(&[][..], |operation| operation.input);
    let mut given = input.as_object().cloned().unwrap_or_default();
    let mut options = Vec::new();
    let cluster = given
        .get("ClusterId")
        .and_then(Value::as_str)
        .map(str::to_owned);
    for member in members {
        let Some(value) = given.get(member.name) else {
            continue;
        };
        if let Some(option) = option(member, value, cluster.as_deref()) {
            options.push(option);
            given.shift_remove(member.name);
        }
    }
    given.retain(|_, value| !value.is_null());
    if !given.is_empty() {
        let json = Value::Object(given).to_string();
        options.push(format!("--cli-input-json {}", quoted(&json)));
    }
    if region != home {
        options.push(format!("--region {}", quoted(region)));
    }
    laid_out(&format!("aws {service} {}", kebab(operation)), &options)
}

fn laid_out(command: &str, options: &[String]) -> String {
    let parts: Vec<&str> = std::iter::once(command)
        .chain(options.iter().map(String::as_str))
        .collect();
    let line = parts.join(" ");
    if line.chars().count() <= WIDTH {
        line
    } else {
        parts.join(" \\\n    ")
    }
}

/// The flag of a member with its words; none where only JSON says it.
fn option(member: &Member, value: &Value, cluster: Option<&str>) -> Option<String> {
    let flag = flag_name(member.name);
    let shape = &member.shape;
    if value.is_null() {
        return None;
    }
    if shape.sensitive {
        return Some(format!("{flag} {}", hole(member)));
    }
    if shape.certificate {
        return Some(format!("{flag} file://{}", file(member, cluster)));
    }
    match (shape.kind, value) {
        (Kind::Boolean, Value::Bool(truth)) => Some(switch(member, *truth)),
        (Kind::List(item), Value::Array(values)) => Some(format!("{flag} {}", list(item, values))),
        (Kind::Structure([only]), Value::Object(members)) if only.name == "Value" => {
            match (only.shape.kind, members.get("Value"), members.len()) {
                (Kind::Boolean, Some(Value::Bool(truth)), 1) => Some(switch(member, *truth)),
                (Kind::String, Some(Value::String(text)), 1)
                    if !text.contains('=') && !text.trim_start().starts_with(['{', '[']) =>
                {
                    one(&flag, text)
                }
                _ => Some(format!("{flag} {}", complex(shape, value))),
            }
        }
        (Kind::Structure(_) | Kind::Map(_), Value::Object(_)) => {
            Some(format!("{flag} {}", complex(shape, value)))
        }
        _ => one(&flag, &scalar(shape, value)?),
    }
}

fn switch(member: &Member, truth: bool) -> String {
    let name = kebab(member.name);
    if truth {
        format!("--{name}")
    } else {
        opposite(&name)
    }
}

/// What stands for a secret: a variable that the reader sets; for bytes, which the client takes as base64 only, a file.
fn hole(member: &Member) -> String {
    match (member.shape.kind, member.name) {
        (Kind::Blob, name) => format!("fileb://{}", kebab(name)),
        (_, "KeyStorePassword") => "\"$KMSUSER_PASSWORD\"".to_owned(),
        (_, name) => format!(
            "\"${}\"",
            kebab(name).replace('-', "_").to_ascii_uppercase()
        ),
    }
}

/// The file in which the guides keep a certificate.
fn file(member: &Member, cluster: Option<&str>) -> String {
    match (member.name, cluster) {
        ("SignedCert", Some(cluster)) => quoted(&format!("{cluster}_CustomerHsmCertificate.crt")),
        _ => "customerCA.crt".to_owned(),
    }
}

/// A flag with one word. A word that could be taken for a flag or for a request of help is tied to its flag.
fn one(flag: &str, word: &str) -> Option<String> {
    if !sayable(word) {
        return None;
    }
    let tie = if word.starts_with('-') || word == "help" {
        '='
    } else {
        ' '
    };
    Some(format!("{flag}{tie}{}", quoted(word)))
}

/// Whether a word arrives as it is: the client would read a file, and the terminal drops a carriage return.
fn sayable(word: &str) -> bool {
    !word.starts_with("file://") && !word.starts_with("fileb://") && !word.contains('\r')
}

/// The word of a value that is neither list nor structure.
fn scalar(shape: &Shape, value: &Value) -> Option<String> {
    match (shape.kind, value) {
        (Kind::String, Value::String(text)) => Some(text.clone()),
        (Kind::Blob, Value::String(text)) if is_base64(text) => Some(text.clone()),
        (Kind::Integer | Kind::Timestamp, Value::Number(number)) => {
            number.as_i64().map(|number| number.to_string())
        }
        _ => None,
    }
}

fn is_base64(text: &str) -> bool {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD
        .decode(text)
        .is_ok()
}

/// The words of a list: one for each item, or one of JSON.
fn list(item: &Shape, values: &[Value]) -> String {
    let words: Option<Vec<String>> = values
        .iter()
        .map(|value| match item.kind {
            Kind::Structure(_) | Kind::Map(_) => shorthand::write(value, item),
            _ => scalar(item, value).filter(|word| {
                sayable(word) && !word.trim_start().starts_with(['-', '[']) && word != "help"
            }),
        })
        .collect();
    match words {
        Some(words) if !words.is_empty() => {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            words.join(" ")
        }
        _ => quoted(&Value::Array(values.to_vec()).to_string()),
    }
}

/// The word of a structure or a map: shorthand, or JSON.
fn complex(shape: &Shape, value: &Value) -> String {
    quoted(&shorthand::write(value, shape).unwrap_or_else(|| value.to_string()))
}

/// A word as bash needs it.
fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_@%+=:,./-".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
