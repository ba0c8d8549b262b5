//! Answers as they are printed.

mod table;
mod text;
mod yaml;

use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::json::pretty;
use super::pages::Fetched;
use super::query::Query;
use crate::api::Operation;
use crate::api::shape::{Kind, Member, Shape};
use crate::model::Timestamp;

/// The forms of `--output`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// JSON.
    Json,
    /// Tab-separated lines.
    Text,
    /// A drawn table.
    Table,
    /// YAML.
    Yaml,
    /// YAML, a list item for each page.
    YamlStream,
    /// Nothing.
    Off,
}

impl Format {
    /// Reads the word of `--output`.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "json" => Self::Json,
            "text" => Self::Text,
            "table" => Self::Table,
            "yaml" => Self::Yaml,
            "yaml-stream" => Self::YamlStream,
            "off" => Self::Off,
            _ => return None,
        })
    }
}

/// Prints the answer of an operation.
pub(super) struct Printer<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// The form.
    pub format: Format,
    /// `--query`
    pub query: Option<&'a Query>,
}

impl Printer<'_> {
    /// The text on standard output.
    ///
    /// # Errors
    /// [`Failure`] of the query.
    pub(super) fn print(&self, fetched: Fetched) -> Result<String, Failure> {
        let mut pages: Vec<Value> = fetched
            .pages
            .iter()
            .map(|page| structure(self.operation.output, page))
            .collect();
        // A walked list is printed without the members that only serve paging.
        if let Some(items) = fetched.items {
            for page in &mut pages {
                *page = json!({ items: page.get(items).cloned().unwrap_or_else(|| json!([])) });
            }
        }
        if self.format == Format::Text {
            let mut text = String::new();
            for page in &pages {
                text.push_str(&text::print(&self.picked(page)?));
            }
            if let Some(token) = fetched.resume {
                let page = json!({ "NextToken": { "NextToken": token } });
                text.push_str(&text::print(&self.picked(&page)?));
            }
            return Ok(text);
        }
        if self.format == Format::YamlStream {
            let picked: Result<Vec<Value>, Failure> =
                pages.iter().map(|page| self.picked(page)).collect();
            return drawn(self.format, "", &Value::Array(picked?));
        }
        let mut whole = joined(pages, fetched.items);
        if let Some(token) = fetched.resume {
            whole["NextToken"] = token.into();
        }
        let value = self.picked(&whole)?;
        if value == json!({}) {
            return Ok(String::new());
        }
        drawn(self.format, self.operation.name, &value)
    }

    fn picked(&self, value: &Value) -> Result<Value, Failure> {
        match self.query {
            Some(query) => query.search(value),
            None => Ok(value.clone()),
        }
    }
}

/// A value in a form of output; a table stands under the title.
///
/// # Errors
/// [`Failure::Other`] for a table whose rows do not fit together.
pub(super) fn drawn(format: Format, title: &str, value: &Value) -> Result<String, Failure> {
    Ok(match format {
        Format::Json => pretty(value) + "\n",
        Format::Text => text::print(value),
        Format::Table => table::print(title, value)?,
        Format::Yaml | Format::YamlStream => yaml::print(value),
        Format::Off => String::new(),
    })
}

fn joined(pages: Vec<Value>, items: Option<&str>) -> Value {
    let mut pages = pages.into_iter();
    let mut whole = pages.next().unwrap_or_else(|| json!({}));
    if let Some(items) = items {
        for mut page in pages {
            if let (Some(all), Some(more)) =
                (whole[items].as_array_mut(), page[items].as_array_mut())
            {
                all.append(more);
            }
        }
    }
    whole
}

/// The members that are there, in the order of the service model; moments in the client's form.
fn structure(members: &[Member], value: &Value) -> Value {
    let shown: Map<String, Value> = members
        .iter()
        .filter_map(|member| {
            let value = value.get(member.name).filter(|value| !value.is_null())?;
            Some((member.name.to_owned(), shaped(&member.shape, value)))
        })
        .collect();
    Value::Object(shown)
}

fn shaped(shape: &Shape, value: &Value) -> Value {
    match (shape.kind, value) {
        (Kind::Structure(members), Value::Object(_)) => structure(members, value),
        (Kind::List(item), Value::Array(items)) => {
            items.iter().map(|value| shaped(item, value)).collect()
        }
        (Kind::Map(item), Value::Object(members)) => members
            .iter()
            .map(|(name, value)| (name.clone(), shaped(item, value)))
            .collect::<Map<_, _>>()
            .into(),
        (Kind::Timestamp, Value::Number(_)) => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "milliseconds of the years 1970 to 9999 fit 53 bits"
            )]
            let millis = (value.as_f64().unwrap_or_default() * 1_000.0).round() as i64;
            Timestamp(millis).cli().into()
        }
        _ => value.clone(),
    }
}

/// A scalar as text and table print it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => super::json::python(other),
    }
}

fn is_scalar(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}
