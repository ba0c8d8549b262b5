//! What the client checks before it sends anything: required members, types, and least lengths and values. Greatest lengths, words and
//! patterns always reach the service.

use serde_json::Value;

use super::json::python;
use crate::api::shape::{Kind, Member, Shape};
use crate::model::Timestamp;

/// Checks a request; returns the faults.
#[must_use]
pub(super) fn faults(members: &[Member], input: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    structure(members, input, "", &mut faults);
    faults
}

fn structure(members: &[Member], value: &Value, path: &str, faults: &mut Vec<String>) {
    let Some(given) = value.as_object() else {
        faults.push(wrong_type(path, value, "<class 'dict'>"));
        return;
    };
    let place = if path.is_empty() { "input" } else { path };
    for member in members.iter().filter(|member| member.required) {
        if !given.contains_key(member.name) {
            faults.push(format!(
                "Missing required parameter in {place}: \"{}\"",
                member.name
            ));
        }
    }
    for name in given.keys() {
        if !members.iter().any(|member| member.name == name) {
            let known: Vec<&str> = members.iter().map(|member| member.name).collect();
            faults.push(format!(
                "Unknown parameter in {place}: \"{name}\", must be one of: {}",
                known.join(", ")
            ));
        }
    }
    for (name, value) in given {
        if let Some(member) = members.iter().find(|member| member.name == name) {
            let at = if path.is_empty() {
                name.clone()
            } else {
                format!("{path}.{name}")
            };
            check(&member.shape, value, &at, faults);
        }
    }
}

fn check(shape: &Shape, value: &Value, path: &str, faults: &mut Vec<String>) {
    let mut wrong = |valid: &str| faults.push(wrong_type(path, value, valid));
    match shape.kind {
        Kind::String => match value.as_str() {
            Some(text) => at_least(shape, text.chars().count(), path, faults),
            None => wrong("<class 'str'>"),
        },
        Kind::Blob => match value.as_str() {
            Some(text) => {
                let padding = text.bytes().rev().take_while(|byte| *byte == b'=').count();
                at_least(
                    shape,
                    (text.len() * 3 / 4).saturating_sub(padding),
                    path,
                    faults,
                );
            }
            None => wrong("<class 'bytes'>, <class 'bytearray'>, file-like object"),
        },
        Kind::Integer => match value.as_i64() {
            Some(number) => {
                if let Some(min) = shape.min.filter(|min| number < *min) {
                    faults.push(format!(
                        "Invalid value for parameter {path}, value: {number}, valid min value: {min}"
                    ));
                }
            }
            None => wrong("<class 'int'>"),
        },
        Kind::Boolean if !value.is_boolean() => wrong("<class 'bool'>"),
        Kind::Timestamp if value.as_f64().and_then(Timestamp::of_seconds).is_none() => {
            wrong("<class 'datetime.datetime'>, timestamp-string")
        }
        Kind::Boolean | Kind::Timestamp => {}
        Kind::List(item) => match value.as_array() {
            Some(items) => {
                at_least(shape, items.len(), path, faults);
                for (index, value) in items.iter().enumerate() {
                    check(item, value, &format!("{path}[{index}]"), faults);
                }
            }
            None => wrong("<class 'list'>, <class 'tuple'>"),
        },
        Kind::Map(item) => match value.as_object() {
            Some(members) => {
                for (name, value) in members {
                    check(item, value, &format!("{path}.{name}"), faults);
                }
            }
            None => wrong("<class 'dict'>"),
        },
        Kind::Structure(members) => structure(members, value, path, faults),
    }
}

fn at_least(shape: &Shape, length: usize, path: &str, faults: &mut Vec<String>) {
    let found = i64::try_from(length).unwrap_or(i64::MAX);
    if let Some(min) = shape.min.filter(|min| found < *min) {
        faults.push(format!(
            "Invalid length for parameter {path}, value: {found}, valid min length: {min}"
        ));
    }
}

fn wrong_type(path: &str, value: &Value, valid: &str) -> String {
    let class = match value {
        Value::Null => "NoneType",
        Value::Bool(_) => "bool",
        Value::Number(number) if number.is_f64() => "float",
        Value::Number(_) => "int",
        Value::String(_) => "str",
        Value::Array(_) => "list",
        Value::Object(_) => "dict",
    };
    let shown = match value {
        Value::String(text) => text.clone(),
        other => python(other),
    };
    let place = if path.is_empty() { "input" } else { path };
    format!(
        "Invalid type for parameter {place}, value: {shown}, type: <class '{class}'>, valid types: {valid}"
    )
}
