//! Answers as the command line prints them.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::ser::PrettyFormatter;
use serde_json::{Map, Value};

use super::arguments::Globals;
use crate::api::shape::{Kind, Member, Shape};
use crate::model::Timestamp;

/// An answer with its members in the order of the service model and its moments as text.
pub(super) fn shaped(members: &[Member], value: &Value) -> Value {
    let Some(object) = value.as_object() else {
        return value.clone();
    };
    let mut ordered = Map::new();
    for member in members {
        if let Some(value) = object.get(member.name) {
            ordered.insert(member.name.to_owned(), shaped_as(&member.shape, value));
        }
    }
    Value::Object(ordered)
}

fn shaped_as(shape: &Shape, value: &Value) -> Value {
    match (shape.kind, value) {
        (Kind::Structure(members), _) => shaped(members, value),
        (Kind::List(item), Value::Array(items)) => {
            items.iter().map(|value| shaped_as(item, value)).collect()
        }
        (Kind::Map(item), Value::Object(object)) => object
            .iter()
            .map(|(key, value)| (key.clone(), shaped_as(item, value)))
            .collect(),
        (Kind::Timestamp, Value::Number(number)) => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "moments of this simulation are far below the limit"
            )]
            let millis = (number.as_f64().unwrap_or(0.0) * 1_000.0).round() as i64;
            Timestamp(millis).cli().into()
        }
        _ => value.clone(),
    }
}

/// Prints an answer, or what the query picks from it.
///
/// # Errors
/// What is wrong with the query.
pub(super) fn print(
    answer: &Value,
    query: Option<&jmespath::Expression<'static>>,
    globals: &Globals,
) -> Result<String, String> {
    let picked = match query {
        None => answer.clone(),
        Some(query) => {
            let data = jmespath::Variable::from_json(&answer.to_string())
                .map_err(|error| format!("Bad value for --query: {error}"))?;
            let found = query
                .search(data)
                .map_err(|error| format!("Bad value for --query: {error}"))?;
            let found: Value = serde_json::to_value(&*found).map_err(|error| error.to_string())?;
            Order::of(globals.query_text(), answer).apply(whole_numbers(found))
        }
    };
    Ok(if globals.text() {
        let mut out = String::new();
        text(&picked, None, None, &mut out);
        out
    } else {
        json(&picked)
    })
}

fn json(value: &Value) -> String {
    let mut out = Vec::new();
    let mut serializer =
        serde_json::Serializer::with_formatter(&mut out, PrettyFormatter::with_indent(b"    "));
    // Writing into memory does not fail.
    let _ = value.serialize(&mut serializer);
    out.push(b'\n');
    String::from_utf8_lossy(&out).into_owned()
}

/// Queries count in floating point; whole numbers are printed without a fraction.
fn whole_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "checked to be whole and small"
            )]
            Some(float) if float.fract() == 0.0 && float.abs() < 9e15 => (float as i64).into(),
            _ => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(whole_numbers).collect(),
        Value::Object(object) => object
            .into_iter()
            .map(|(key, value)| (key, whole_numbers(value)))
            .collect(),
        other => other,
    }
}

/// The query library sorts the members of objects; this is the order in which they stand in the data, and before that in the query.
struct Order(Vec<String>);

impl Order {
    fn of(query: &str, data: &Value) -> Self {
        let mut names = Vec::new();
        for part in query.split(['{', ',']) {
            if let Some((name, _)) = part.split_once(':') {
                names.push(name.trim().trim_matches('"').to_owned());
            }
        }
        Self::collect(data, &mut names);
        Self(names)
    }

    fn collect(data: &Value, names: &mut Vec<String>) {
        match data {
            Value::Object(object) => {
                for (name, value) in object {
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                    Self::collect(value, names);
                }
            }
            Value::Array(items) => items.iter().for_each(|value| Self::collect(value, names)),
            _ => {}
        }
    }

    fn apply(&self, value: Value) -> Value {
        match value {
            Value::Array(items) => items.into_iter().map(|value| self.apply(value)).collect(),
            Value::Object(object) => {
                let mut members: Vec<(String, Value)> = object
                    .into_iter()
                    .map(|(name, value)| (name, self.apply(value)))
                    .collect();
                members.sort_by_key(|(name, _)| {
                    self.0
                        .iter()
                        .position(|known| known == name)
                        .unwrap_or(usize::MAX)
                });
                Value::Object(members.into_iter().collect())
            }
            other => other,
        }
    }
}

/// The text form: one line per structure, scalars sorted by name and separated by tabs, what is nested on lines of its own below.
fn text(value: &Value, name: Option<&str>, columns: Option<&BTreeSet<String>>, out: &mut String) {
    match value {
        Value::Object(object) => structure(object, name, columns, out),
        Value::Array(items) => list(items, name, out),
        scalar => {
            *out += &plain(scalar);
            out.push('\n');
        }
    }
}

fn list(items: &[Value], name: Option<&str>, out: &mut String) {
    if items.iter().any(Value::is_object) {
        let columns: BTreeSet<String> = items
            .iter()
            .filter_map(Value::as_object)
            .flatten()
            .filter(|(_, value)| !nested(value))
            .map(|(name, _)| name.clone())
            .collect();
        for item in items {
            text(item, name, Some(&columns), out);
        }
        return;
    }
    let scalars: Vec<String> = items
        .iter()
        .filter(|item| !item.is_array())
        .map(plain)
        .collect();
    if !scalars.is_empty() {
        match name {
            Some(name) => {
                for scalar in scalars {
                    *out += &format!("{}\t{scalar}\n", name.to_uppercase());
                }
            }
            None => {
                *out += &scalars.join("\t");
                out.push('\n');
            }
        }
    }
    for item in items.iter().filter(|item| item.is_array()) {
        text(item, name, None, out);
    }
}

fn structure(
    object: &Map<String, Value>,
    name: Option<&str>,
    columns: Option<&BTreeSet<String>>,
    out: &mut String,
) {
    let mut names: Vec<&String> = object.keys().collect();
    names.sort();
    let mut line: Vec<String> = match columns {
        Some(columns) => columns
            .iter()
            .map(|column| object.get(column).map(plain).unwrap_or_default())
            .collect(),
        None => names
            .iter()
            .filter(|name| !nested(&object[**name]))
            .map(|name| plain(&object[*name]))
            .collect(),
    };
    if !line.is_empty() {
        if let Some(name) = name {
            line.insert(0, name.to_uppercase());
        }
        *out += &line.join("\t");
        out.push('\n');
    }
    for name in names {
        if nested(&object[name]) {
            text(&object[name], Some(name), None, out);
        }
    }
}

fn nested(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

/// A scalar as Python prints it.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
