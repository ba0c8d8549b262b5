//! The record of a sandbox: the row that every commit compares and replaces.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::keys::key;
use crate::model::Timestamp;
use crate::playground::opening::in_range;
use crate::playground::{FORMAT, Options};
use crate::ports::{Problem, Row, Write};

/// The version of the layout that is written. What carries a higher one is never touched.
pub(super) const LAYOUT: u64 = FORMAT;

/// A sandbox without its entries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Version of the layout.
    pub(in crate::playground) format: u64,
    /// Its id.
    pub id: String,
    /// The reader's name for it.
    pub name: String,
    /// When it was made: real time, in milliseconds since the epoch.
    pub created: i64,
    /// When it was last changed.
    pub saved: i64,
    /// Grows with every change.
    pub revision: u64,
    /// Number of its entries.
    pub entries: usize,
    /// Number of its entries in force.
    pub head: usize,
    /// Hash of its last entry.
    pub(in crate::playground) tail: String,
    /// The simulated clock.
    pub now: Timestamp,
    /// What the account is made from.
    pub options: Options,
}

impl Record {
    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn put(&self) -> Write {
        Write::Put(key(&["sandbox", &self.id]), self.text())
    }
}

pub(super) fn record(text: &str) -> Result<Record, Problem> {
    let damaged = |error: serde_json::Error| Problem::Damaged(error.to_string());
    let value: Value = serde_json::from_str(text).map_err(damaged)?;
    match value.get("format").and_then(Value::as_u64) {
        Some(format) if format > LAYOUT => Err(Problem::Newer(format)),
        _ => {
            let record: Record = serde_json::from_value(value).map_err(damaged)?;
            for time in [record.now, record.options.start_time] {
                in_range(None, time)?;
            }
            Ok(record)
        }
    }
}

/// The record that a key led to, and its text.
pub(super) fn only(rows: Vec<Row>) -> Result<(Record, String), Problem> {
    let (_, text) = rows.into_iter().next().ok_or(Problem::Gone)?;
    Ok((record(&text)?, text))
}
