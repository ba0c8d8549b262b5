//! `--output yaml`: members sorted, list items not indented under their member.

use serde_json::Value;

/// Prints a value.
pub(super) fn print(value: &Value) -> String {
    let mut text = String::new();
    match value {
        Value::Object(members) if !members.is_empty() => block(value, 0, &mut text),
        Value::Array(items) if !items.is_empty() => block(value, 0, &mut text),
        // What is no block is printed as JSON.
        other => {
            text.push_str(&other.to_string());
            text.push('\n');
        }
    }
    text
}

fn block(value: &Value, indent: usize, text: &mut String) {
    let blanks = " ".repeat(indent);
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            for (index, (name, value)) in members.into_iter().enumerate() {
                // The first member stands behind the hyphen of a list item.
                if index > 0 || !text.ends_with("- ") {
                    text.push_str(&blanks);
                }
                text.push_str(&scalar(name, indent));
                text.push(':');
                nested(value, indent, text);
            }
        }
        Value::Array(items) => {
            for item in items {
                if !text.ends_with("- ") {
                    text.push_str(&blanks);
                }
                text.push('-');
                match item {
                    Value::Object(members) if !members.is_empty() => {
                        text.push(' ');
                        block(item, indent + 2, text);
                    }
                    Value::Array(items) if !items.is_empty() => {
                        text.push(' ');
                        block(item, indent + 2, text);
                    }
                    other => {
                        text.push(' ');
                        text.push_str(&inline(other, indent + 2));
                        text.push('\n');
                    }
                }
            }
        }
        _ => {}
    }
}

fn nested(value: &Value, indent: usize, text: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            text.push('\n');
            block(value, indent + 2, text);
        }
        Value::Array(items) if !items.is_empty() => {
            text.push('\n');
            block(value, indent, text);
        }
        other => {
            text.push(' ');
            text.push_str(&inline(other, indent + 2));
            text.push('\n');
        }
    }
}

fn inline(value: &Value, indent: usize) -> String {
    match value {
        Value::String(text) => scalar(text, indent),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
        other => other.to_string(),
    }
}

/// A text: bare where YAML would read a text, else in single quotes, its newlines doubled.
fn scalar(text: &str, indent: usize) -> String {
    let reserved = [
        "", "null", "~", "true", "false", "yes", "no", "on", "off", "y", "n",
    ];
    let bare = !reserved.contains(&text.to_ascii_lowercase().as_str())
        && text.parse::<f64>().is_err()
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains('\n')
        && !text.ends_with(':')
        && text.trim() == text
        && !text.starts_with(|first: char| "!&*-?|>@%`{}[],#'\"=:".contains(first))
        && !looks_like_date(text);
    if bare {
        return text.to_owned();
    }
    let blanks = " ".repeat(indent);
    let lines: Vec<String> = text
        .replace('\'', "''")
        .split('\n')
        .map(str::to_owned)
        .collect();
    let mut quoted = String::from("'");
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            quoted.push_str("\n\n");
            quoted.push_str(&blanks);
        }
        quoted.push_str(line);
    }
    quoted.push('\'');
    quoted
}

fn looks_like_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 10
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && bytes[4] == b'-'
        && bytes[7] == b'-'
}
