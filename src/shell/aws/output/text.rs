//! `--output text`: one line a list element or structure, tab-separated, members sorted by name.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{is_scalar, plain};
use crate::model::{Sort, set_of};

/// Prints a value.
pub(super) fn print(value: &Value) -> String {
    let mut text = String::new();
    any(value, None, None, &mut text);
    text
}

fn any(value: &Value, label: Option<&str>, columns: Option<&BTreeSet<&str>>, text: &mut String) {
    match value {
        Value::Object(members) => structure(members, label, columns, text),
        Value::Array(items) => list(items, label, text),
        scalar => {
            text.push_str(&plain(scalar));
            text.push('\n');
        }
    }
}

fn list(items: &[Value], label: Option<&str>, text: &mut String) {
    if items.iter().any(Value::is_object) {
        // All elements show the columns that any of them has.
        let columns = scalars(items.iter().filter_map(Value::as_object));
        for item in items {
            any(item, label, Some(&columns), text);
        }
    } else if items.iter().any(Value::is_array) {
        let (scalars, lists): (Vec<&Value>, Vec<&Value>) =
            items.iter().partition(|item| is_scalar(item));
        row(&scalars, label, text);
        for item in lists {
            any(item, label, None, text);
        }
    } else {
        row(&items.iter().collect::<Vec<_>>(), label, text);
    }
}

/// Scalars: one line each behind a label, else one line together.
fn row(scalars: &[&Value], label: Option<&str>, text: &mut String) {
    if scalars.is_empty() {
        return;
    }
    match label {
        Some(label) => {
            for scalar in scalars {
                text.push_str(&format!(
                    "{}\t{}\n",
                    label.to_ascii_uppercase(),
                    plain(scalar)
                ));
            }
        }
        None => {
            let cells: Vec<String> = scalars.iter().map(|scalar| plain(scalar)).collect();
            text.push_str(&cells.join("\t"));
            text.push('\n');
        }
    }
}

fn structure(
    members: &Map<String, Value>,
    label: Option<&str>,
    columns: Option<&BTreeSet<&str>>,
    text: &mut String,
) {
    let own: BTreeSet<&str>;
    let columns = match columns {
        Some(columns) => columns,
        None => {
            own = scalars([members]);
            &own
        }
    };
    let mut cells: Vec<String> = columns
        .iter()
        .map(|name| members.get(*name).map_or_else(String::new, plain))
        .collect();
    if !cells.is_empty() {
        if let Some(label) = label {
            cells.insert(0, label.to_ascii_uppercase());
        }
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    let mut rest: Vec<(&String, &Value)> = members
        .iter()
        .filter(|(name, _)| !columns.contains(name.as_str()))
        .collect();
    rest.order_by_key(|(name, _)| *name);
    for (name, value) in rest {
        any(value, Some(name), None, text);
    }
}

/// The names of scalar members that any of the structures has.
fn scalars<'a>(structures: impl IntoIterator<Item = &'a Map<String, Value>>) -> BTreeSet<&'a str> {
    let scalars = structures.into_iter().flatten();
    let scalars = scalars.filter(|(_, value)| is_scalar(value));
    set_of(scalars.map(|(name, _)| name.as_str()))
}
