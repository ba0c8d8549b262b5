//! The shorthand syntax of structures on the command line: `Key=a,Value=b`, `Values=a,b`, `Values=[a,b]`, `Key={Inner=a}`.

use serde_json::{Map, Value};

use super::failure::TOO_DEEP;
use crate::api::shape::{Kind, Shape};

/// Parses a shorthand text; every scalar is a text.
///
/// # Errors
/// The message of the client.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    let mut parser = Parser {
        letters: text.chars().collect(),
        at: 0,
        deep: 0,
        text,
    };
    parser.parameter()
}

/// Writes a structure or a map in shorthand, unless only JSON can say it.
pub(super) fn write(value: &Value, shape: &Shape) -> Option<String> {
    let pairs = pairs(value, shape, |shape, value| match (shape.kind, value) {
        // Outside of brackets a list of plain texts needs none.
        (Kind::List(item), Value::Array(values)) => {
            let words: Option<Vec<String>> = values
                .iter()
                .map(|value| nested(item, value).filter(|word| is_bare(word)))
                .collect();
            words
                .filter(|words| !words.is_empty())
                .map(|words| words.join(","))
                .or_else(|| nested(shape, value))
        }
        _ => nested(shape, value),
    })?;
    (!pairs.is_empty()).then_some(pairs)
}

fn pairs(
    value: &Value,
    shape: &Shape,
    write: fn(&Shape, &Value) -> Option<String>,
) -> Option<String> {
    let written: Option<Vec<String>> = value
        .as_object()?
        .iter()
        .map(|(name, value)| {
            let item = match shape.kind {
                Kind::Structure(members) => {
                    &members.iter().find(|member| member.name == name)?.shape
                }
                Kind::Map(item) if is_bare(name) && !name.contains('/') => item,
                _ => return None,
            };
            Some(format!("{name}={}", write(item, value)?))
        })
        .collect();
    written.map(|pairs| pairs.join(","))
}

fn nested(shape: &Shape, value: &Value) -> Option<String> {
    match (shape.kind, value) {
        (Kind::Structure(_) | Kind::Map(_), Value::Object(_)) => {
            Some(format!("{{{}}}", pairs(value, shape, nested)?))
        }
        (Kind::List(item), Value::Array(values)) => {
            let words: Option<Vec<String>> =
                values.iter().map(|value| nested(item, value)).collect();
            Some(format!("[{}]", words?.join(",")))
        }
        (Kind::Boolean, Value::Bool(truth)) => Some(truth.to_string()),
        (Kind::Integer, Value::Number(number)) => number.as_i64().map(|number| number.to_string()),
        (Kind::String | Kind::Blob, Value::String(text)) if is_bare(text) => Some(text.clone()),
        (Kind::String | Kind::Blob, Value::String(text)) if !text.contains('\r') => {
            let escaped = text.replace('\\', r"\\").replace('"', "\\\"");
            Some(format!("\"{escaped}\""))
        }
        _ => None,
    }
}

/// Whether a text means itself anywhere in shorthand.
fn is_bare(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_.:/".contains(letter))
}

/// Brackets in one another, at the most; the stack holds no more than some thousands.
const DEEPEST: usize = 100;

struct Parser<'a> {
    letters: Vec<char>,
    at: usize,
    /// Brackets that are open.
    deep: usize,
    text: &'a str,
}

impl Parser<'_> {
    fn parameter(&mut self) -> Result<Value, String> {
        let mut members = Map::new();
        loop {
            let start = self.at;
            let (key, value) = self.pair()?;
            if members.contains_key(&key) {
                return Err(format!(
                    "Second instance of key \"{key}\" encountered for input:\n{}\n{}^\nThis is often because there is a preceding \",\" instead of a space.",
                    self.text,
                    " ".repeat(start)
                ));
            }
            members.insert(key, value);
            if self.peek().is_none() {
                return Ok(Value::Object(members));
            }
            self.expect(',')?;
        }
    }

    fn pair(&mut self) -> Result<(String, Value), String> {
        let key = self.key();
        self.expect('=')?;
        let value = match self.peek() {
            None => Value::String(String::new()),
            Some('[') => self.list()?,
            Some('{') => self.hash()?,
            Some(_) => self.comma_separated()?,
        };
        Ok((key, value))
    }

    fn key(&mut self) -> String {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|letter| letter.is_ascii_alphanumeric() || "-_.#/:".contains(letter))
        {
            self.at += 1;
        }
        self.letters[start..self.at].iter().collect()
    }

    /// One value, or several with commas between them; what looks like the next `Key=` ends them.
    fn comma_separated(&mut self) -> Result<Value, String> {
        let first = self.scalar(true)?;
        self.skip_blanks();
        let mut values = vec![first];
        while self.peek() == Some(',') {
            let comma = self.at;
            self.at += 1;
            self.skip_blanks();
            let value = self.scalar(false);
            self.skip_blanks();
            match value {
                Ok(value)
                    if value != "" && self.peek().is_none_or(|letter| letter == ',')
                        || self.peek().is_none() && self.letters[comma + 1..].is_empty() =>
                {
                    values.push(value);
                }
                Err(problem) if self.peek().is_none() => return Err(problem),
                _ => {
                    self.at = comma;
                    break;
                }
            }
        }
        Ok(if values.len() == 1 {
            values.swap_remove(0)
        } else {
            Value::Array(values)
        })
    }

    fn scalar(&mut self, first: bool) -> Result<Value, String> {
        match self.peek() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote),
            _ => Ok(Value::String(self.bare(first))),
        }
    }

    /// Text without quotes. `\,` is a comma; `=` may stand in the first value only.
    fn bare(&mut self, first: bool) -> String {
        let mut text = String::new();
        while let Some(letter) = self.peek() {
            if letter == '\\' && self.letters.get(self.at + 1) == Some(&',') {
                text.push(',');
                self.at += 2;
                continue;
            }
            let ends = match letter {
                ',' | '"' | '\'' => true,
                '=' => !first || text.is_empty(),
                ']' | '}' => !text.is_empty(),
                '[' | '{' => text.is_empty(),
                other => text.is_empty() && other.is_whitespace(),
            };
            if ends {
                break;
            }
            text.push(letter);
            self.at += 1;
        }
        text.trim_end().to_owned()
    }

    fn quoted(&mut self, quote: char) -> Result<Value, String> {
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.peek() {
                None => return Err(self.expected(quote)),
                Some('\\') if matches!(self.letters.get(self.at + 1), Some(next) if *next == quote || *next == '\\') =>
                {
                    text.push(self.letters[self.at + 1]);
                    self.at += 2;
                }
                Some(letter) => {
                    self.at += 1;
                    if letter == quote {
                        return Ok(Value::String(text));
                    }
                    text.push(letter);
                }
            }
        }
    }

    fn list(&mut self) -> Result<Value, String> {
        self.expect('[')?;
        let mut values = Vec::new();
        self.skip_blanks();
        while self.peek() != Some(']') {
            values.push(self.nested()?);
            self.skip_blanks();
            if self.peek() != Some(']') {
                self.expect(',')?;
                self.skip_blanks();
            }
        }
        self.expect(']')?;
        Ok(Value::Array(values))
    }

    fn hash(&mut self) -> Result<Value, String> {
        self.expect('{')?;
        let mut members = Map::new();
        self.skip_blanks();
        while self.peek() != Some('}') {
            let key = self.key();
            self.expect('=')?;
            let value = self.nested()?;
            self.skip_blanks();
            if self.peek() != Some('}') {
                self.expect(',')?;
                self.skip_blanks();
            }
            members.insert(key, value);
        }
        self.expect('}')?;
        Ok(Value::Object(members))
    }

    fn nested(&mut self) -> Result<Value, String> {
        if self.deep == DEEPEST {
            return Err(TOO_DEEP.to_owned());
        }
        self.deep += 1;
        let value = match self.peek() {
            Some('[') => self.list(),
            Some('{') => self.hash(),
            _ => self.scalar(true),
        };
        self.deep -= 1;
        value
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn expect(&mut self, letter: char) -> Result<(), String> {
        self.skip_blanks();
        if self.peek() == Some(letter) {
            self.at += 1;
            self.skip_blanks();
            Ok(())
        } else {
            Err(self.expected(letter))
        }
    }

    fn expected(&self, letter: char) -> String {
        let found = self.peek().map_or("EOF".to_owned(), String::from);
        format!(
            "Expected: '{letter}', received: '{found}' for input:\n {}\n{}^",
            self.text,
            " ".repeat(self.at)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use serde_json::json;

    #[test]
    fn structures_lists_and_quotes() {
        for (text, value) in [
            (
                "TagKey=a,TagValue=b c",
                json!({"TagKey": "a", "TagValue": "b c"}),
            ),
            (
                "Name=vpc-id,Values=a,b",
                json!({"Name": "vpc-id", "Values": ["a", "b"]}),
            ),
            (
                "clusterIds=a,b,states=ACTIVE",
                json!({"clusterIds": ["a", "b"], "states": "ACTIVE"}),
            ),
            (
                "A=[b,c],D={E=f,G=[h]}",
                json!({"A": ["b", "c"], "D": {"E": "f", "G": ["h"]}}),
            ),
            ("A='b,c',D=\"e=f\"", json!({"A": "b,c", "D": "e=f"})),
            ("TagKey=a,TagValue", json!({"TagKey": ["a", "TagValue"]})),
            ("A=b\\,c", json!({"A": "b,c"})),
            ("Key=,Value=x", json!({"Key": "", "Value": "x"})),
            ("A=", json!({"A": ""})),
            ("A=b=c", json!({"A": "b=c"})),
            (
                "ResourceType=vpc,Tags=[{Key=Name,Value=x}]",
                json!({"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "x"}]}),
            ),
        ] {
            assert_eq!(parse(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn errors_show_the_place() {
        for (text, message) in [
            ("x", "Expected: '=', received: 'EOF' for input:\n x\n ^"),
            (
                "Name=a,Values=[b",
                "Expected: ',', received: 'EOF' for input:\n Name=a,Values=[b\n                ^",
            ),
            (
                "Name=a,Name=b",
                "Second instance of key \"Name\" encountered for input:\nName=a,Name=b\n       ^\nThis is often because there is a preceding \",\" instead of a space.",
            ),
        ] {
            assert_eq!(parse(text), Err(message.to_owned()));
        }
    }
}
