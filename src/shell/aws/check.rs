//! What the real client checks before it sends: required members, types and least sizes. Never the greatest size, a pattern or the words
//! of an enumeration: those reach the service.

use serde_json::Value;

use super::arguments::Problem;
use crate::api::Operation;
use crate::api::shape::{Kind, Member, Shape};

/// Checks the parameters of an operation.
pub(super) fn parameters(operation: &Operation, input: &Value) -> Result<(), Problem> {
    let mut faults = Vec::new();
    structure(operation.input, input, "input", "", &mut faults);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Problem::Parameters(format!(
            "Parameter validation failed:\n{}",
            faults.join("\n")
        )))
    }
}

fn structure(members: &[Member], value: &Value, at: &str, path: &str, faults: &mut Vec<String>) {
    let Some(object) = value.as_object() else {
        return;
    };
    for member in members {
        if member.required && !object.contains_key(member.name) {
            faults.push(format!(
                "Missing required parameter in {at}: \"{}\"",
                member.name
            ));
        }
    }
    for (name, value) in object {
        match members.iter().find(|member| member.name == name) {
            Some(member) => {
                let path = if path.is_empty() {
                    member.name.to_owned()
                } else {
                    format!("{path}.{}", member.name)
                };
                check(&member.shape, value, &path, faults);
            }
            None => {
                let known: Vec<&str> = members.iter().map(|member| member.name).collect();
                faults.push(format!(
                    "Unknown parameter in {at}: \"{name}\", must be one of: {}",
                    known.join(", ")
                ));
            }
        }
    }
}

fn check(shape: &Shape, value: &Value, path: &str, faults: &mut Vec<String>) {
    let mut too_small = |noun: &str, size: i64, least: &str| {
        if let Some(min) = shape.min.filter(|min| size < *min) {
            faults.push(format!(
                "Invalid {noun} for parameter {path}, value: {size}, {least}: {min}"
            ));
        }
    };
    let size = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    match (shape.kind, value) {
        (Kind::String, Value::String(text)) => {
            too_small("length", size(text.chars().count()), "valid min length");
        }
        (Kind::Integer, Value::Number(number)) => {
            too_small("value", number.as_i64().unwrap_or(0), "valid min value");
        }
        (Kind::Blob, Value::String(text)) => {
            too_small("length", size(text.len()), "valid min length")
        }
        (Kind::List(item), Value::Array(items)) => {
            too_small("length", size(items.len()), "valid min length");
            for (index, value) in items.iter().enumerate() {
                check(item, value, &format!("{path}[{index}]"), faults);
            }
        }
        (Kind::Map(item), Value::Object(object)) => {
            for (key, value) in object {
                check(item, value, &format!("{path}.{key}"), faults);
            }
        }
        (Kind::Structure(members), Value::Object(_)) => {
            structure(members, value, path, path, faults);
        }
        (Kind::Boolean, Value::Bool(_)) | (Kind::Timestamp, _) => {}
        (kind, value) => faults.push(wrong_type(kind, value, path)),
    }
}

fn wrong_type(kind: Kind, value: &Value, path: &str) -> String {
    let (class, shown) = match value {
        Value::Null => ("NoneType", "None".to_owned()),
        Value::Bool(value) => ("bool", if *value { "True" } else { "False" }.to_owned()),
        Value::Number(number) if number.is_i64() => ("int", number.to_string()),
        Value::Number(number) => ("float", number.to_string()),
        Value::String(text) => ("str", text.clone()),
        Value::Array(_) => ("list", value.to_string()),
        Value::Object(_) => ("dict", value.to_string()),
    };
    let valid = match kind {
        Kind::String => "<class 'str'>",
        Kind::Blob => "<class 'bytes'>, <class 'bytearray'>, file-like object",
        Kind::Integer => "<class 'int'>",
        Kind::Boolean => "<class 'bool'>",
        Kind::Timestamp => "<class 'datetime.datetime'>",
        Kind::List(_) => "<class 'list'>, <class 'tuple'>",
        Kind::Map(_) | Kind::Structure(_) => "<class 'dict'>",
    };
    format!(
        "Invalid type for parameter {path}, value: {shown}, type: <class '{class}'>, valid types: {valid}"
    )
}
