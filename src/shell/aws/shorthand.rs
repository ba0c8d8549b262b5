//! The command line's shorthand for structures, maps and lists: `Key=a,Value=b`, `Name=x,Values=a,b`, `A=[b,c]`, `A=[{B=c}]`.

use serde_json::{Map, Value};

use crate::api::shape::{Kind, Shape};

/// Parses a value of a shape: JSON, shorthand, or the text itself.
///
/// # Errors
/// What is wrong, in the words of the real command line where they are known.
pub(super) fn parse(shape: &Shape, flag: &str, text: &str) -> Result<Value, String> {
    let trimmed = text.trim_start();
    if trimmed.starts_with('{') || (trimmed.starts_with('[') && !matches!(shape.kind, Kind::String))
    {
        return serde_json::from_str(text)
            .map_err(|_| format!("Error parsing parameter '{flag}': Invalid JSON:\n{text}"));
    }
    match shape.kind {
        Kind::Structure(_) | Kind::Map(_) => {
            let mut reader = Reader { rest: text };
            let pairs = reader
                .pairs(None)
                .map_err(|(expected, received)| {
                    format!(
                        "Error parsing parameter '{flag}': Expected: '{expected}', received: '{received}' for input:\n{text}\n{}^",
                        " ".repeat(text.len() - reader.rest.len())
                    )
                })?;
            Ok(fit(shape, Value::Object(pairs)))
        }
        _ => Ok(fit(shape, Value::String(text.to_owned()))),
    }
}

/// Gives a parsed value the JSON types of its shape: shorthand knows text only.
fn fit(shape: &Shape, value: Value) -> Value {
    match (shape.kind, value) {
        (Kind::Integer, Value::String(text)) => text
            .parse::<i64>()
            .map_or_else(|_| Value::String(text), Value::from),
        (Kind::Boolean, Value::String(text)) => match text.as_str() {
            "true" => true.into(),
            "false" => false.into(),
            _ => text.into(),
        },
        (Kind::List(item), Value::Array(items)) => {
            items.into_iter().map(|value| fit(item, value)).collect()
        }
        (Kind::List(item), value) => Value::Array(vec![fit(item, value)]),
        (Kind::Structure(members), Value::Object(object)) => object
            .into_iter()
            .map(|(name, value)| {
                let value = match members.iter().find(|member| member.name == name) {
                    Some(member) => fit(&member.shape, value),
                    None => value,
                };
                (name, value)
            })
            .collect(),
        (Kind::Map(item), Value::Object(object)) => object
            .into_iter()
            .map(|(name, value)| (name, fit(item, value)))
            .collect(),
        (_, value) => value,
    }
}

struct Reader<'a> {
    rest: &'a str,
}

/// What was expected and what was there.
type Surprise = (&'static str, String);

impl Reader<'_> {
    fn received(&self) -> String {
        self.rest
            .chars()
            .next()
            .map_or_else(|| "EOF".to_owned(), |letter| letter.to_string())
    }

    fn eat(&mut self, letter: char) -> bool {
        match self.rest.strip_prefix(letter) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// `name=value,…` up to the end or a closing brace.
    fn pairs(&mut self, end: Option<char>) -> Result<Map<String, Value>, Surprise> {
        let mut object = Map::new();
        loop {
            let name = self.name();
            if !self.eat('=') {
                return Err(("=", self.received()));
            }
            let mut value = self.value(end)?;
            // A comma continues the list of values unless a name follows.
            while self.rest.starts_with(',') && !self.name_follows() {
                self.eat(',');
                let next = self.value(end)?;
                value = match value {
                    Value::Array(mut items) => {
                        items.push(next);
                        Value::Array(items)
                    }
                    one => Value::Array(vec![one, next]),
                };
            }
            object.insert(name, value);
            if !self.eat(',') {
                break;
            }
        }
        if let Some(end) = end {
            if !self.eat(end) {
                return Err((",", self.received()));
            }
        } else if !self.rest.is_empty() {
            return Err((",", self.received()));
        }
        Ok(object)
    }

    fn name(&mut self) -> String {
        let end = self
            .rest
            .find(|letter: char| {
                !(letter.is_alphanumeric()
                    || matches!(letter, '_' | '-' | ':' | '.' | '/' | '#' | ' '))
            })
            .unwrap_or(self.rest.len());
        let name = self.rest[..end].trim().to_owned();
        self.rest = &self.rest[end..];
        name
    }

    fn name_follows(&self) -> bool {
        let mut ahead = Reader {
            rest: self.rest.trim_start_matches(','),
        };
        !ahead.name().is_empty() && ahead.rest.starts_with('=')
    }

    fn value(&mut self, end: Option<char>) -> Result<Value, Surprise> {
        self.rest = self.rest.trim_start();
        if self.eat('[') {
            let mut items = Vec::new();
            while !self.eat(']') {
                if self.rest.is_empty() {
                    return Err(("]", self.received()));
                }
                items.push(self.value(Some(']'))?);
                self.eat(',');
            }
            return Ok(Value::Array(items));
        }
        if self.eat('{') {
            return Ok(Value::Object(self.pairs(Some('}'))?));
        }
        for quote in ['\'', '"'] {
            if self.eat(quote) {
                let close = self
                    .rest
                    .find(quote)
                    .ok_or_else(|| ("'", self.received()))?;
                let text = self.rest[..close].to_owned();
                self.rest = &self.rest[close + 1..];
                return Ok(text.into());
            }
        }
        let stop = self
            .rest
            .find(|letter| letter == ',' || Some(letter) == end || (end.is_some() && letter == ']'))
            .unwrap_or(self.rest.len());
        let text = self.rest[..stop].trim().to_owned();
        self.rest = &self.rest[stop..];
        Ok(text.into())
    }
}
