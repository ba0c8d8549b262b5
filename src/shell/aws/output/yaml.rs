//! `--output yaml`: members sorted, list items not indented under their member.

use std::sync::LazyLock;

use regex_lite::Regex;
use serde_json::Value;

use crate::model::Sort;

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
            members.order_by_key(|(name, _)| *name);
            for (index, (name, value)) in members.into_iter().enumerate() {
                // The first member stands behind the hyphen of a list item.
                if index > 0 || !text.ends_with("- ") {
                    text.push_str(&blanks);
                }
                write(name, indent, text);
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
                        inline(other, indent + 2, text);
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
            inline(other, indent + 2, text);
        }
    }
}

fn inline(value: &Value, indent: usize, text: &mut String) {
    match value {
        Value::String(value) => write(value, indent, text),
        Value::Array(_) => text.push_str("[]"),
        Value::Object(_) => text.push_str("{}"),
        other => text.push_str(&other.to_string()),
    }
    text.push('\n');
}

/// Columns after which a long text goes on in the next line, where it has a blank.
const WIDTH: usize = 80;

/// Texts that YAML would read as something else: truth values, nothing, numbers, dates and moments.
static OTHERWISE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|=|<<",
        r"|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?0o[0-7_]+|[-+]?[0-9][0-9_]*",
        r"|[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+",
        r"|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        r"|[0-9]{4}-[0-9]{2}-[0-9]{2}",
        r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?",
        r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$",
    ))
    .ok()
});

/// How a text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Bare,
    Single,
    Double,
}

/// The plainest style in which a text can be read back.
fn style(text: &str) -> Style {
    let printable = |letter: char| {
        letter == '\n'
            || matches!(letter, ' '..='~' | '\u{a0}'..='\u{fffd}') && letter != '\u{feff}'
    };
    let letters: Vec<char> = text.chars().collect();
    let pair = |one: char, other: char| letters.windows(2).any(|pair| pair == [one, other]);
    if !letters.iter().all(|letter| printable(*letter)) || pair(' ', '\n') || pair('\n', ' ') {
        return Style::Double;
    }
    let blank = |letter: Option<&char>| matches!(letter, None | Some(' ' | '\n'));
    let indicator = match letters[..] {
        ['-' | '?' | ':', ..] => blank(letters.get(1)),
        [first, ..] => "#,[]{}&*!|>'\"%@`".contains(first),
        [] => true,
    };
    let marked = indicator
        || letters.contains(&'\n')
        || blank(letters.first())
        || blank(letters.last())
        || text.starts_with("---")
        || text.starts_with("...")
        || pair(':', ' ')
        || pair(' ', '#')
        || text.ends_with(':');
    let otherwise = || {
        OTHERWISE
            .as_ref()
            .is_some_and(|otherwise| otherwise.is_match(text))
    };
    if marked || otherwise() {
        Style::Single
    } else {
        Style::Bare
    }
}

/// Writes a text; lines after its first begin with `indent` blanks.
fn write(value: &str, indent: usize, text: &mut String) {
    let style = style(value);
    let quote = match style {
        Style::Bare => "",
        Style::Single => "'",
        Style::Double => "\"",
    };
    text.push_str(quote);
    let letters: Vec<char> = value.chars().collect();
    let mut column = text
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count());
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| letters[index]);
        let after = letters.get(index + 1);
        let breaks = *letter == ' '
            && before.is_some_and(|before| before != ' ')
            && after.is_some()
            && column > WIDTH
            && (style == Style::Double || after != Some(&' '));
        let start = text.len();
        if breaks {
            text.push('\n');
            text.push_str(&" ".repeat(indent));
            column = indent;
            if after == Some(&' ') {
                text.push('\\');
                column += 1;
            }
            continue;
        }
        match (style, letter) {
            (Style::Double, _) => escaped(*letter, text),
            (Style::Single, '\'') => text.push_str("''"),
            // A single newline would be read as a blank.
            (_, '\n') if before != Some('\n') => text.push_str("\n\n"),
            _ => text.push(*letter),
        }
        if style != Style::Double && *letter == '\n' {
            column = 0;
            if after != Some(&'\n') {
                text.push_str(&" ".repeat(indent));
                column = indent;
            }
        } else {
            column += text[start..].chars().count();
        }
    }
    text.push_str(quote);
}

/// A letter between double quotes.
fn escaped(letter: char, text: &mut String) {
    match letter {
        '"' | '\\' => text.extend(['\\', letter]),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        '\u{85}' => text.push_str("\\N"),
        ' '..='~' | '\u{a0}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' => text.push(letter),
        _ => {
            let code = u32::from(letter);
            text.push_str(&match code {
                0..=0xff => format!("\\x{code:02X}"),
                0x100..=0xffff => format!("\\u{code:04X}"),
                _ => format!("\\U{code:08X}"),
            });
        }
    }
}
