//! Saves that could not be read: taken off the list, and kept as they are.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::keys::{exactly, key, under};
use super::{Known, Shelf, without};
use crate::ports::{Problem, Write};

/// A save that could not be read and was put aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aside {
    /// Its id.
    pub id: String,
    /// The name it had.
    pub name: String,
    /// When it was put aside: real time, in milliseconds since the epoch.
    pub at: i64,
    /// What was wrong with it.
    pub why: String,
    /// Its bytes.
    pub size: usize,
}

impl Shelf {
    /// Takes a sandbox that cannot be read off the list and keeps its raw text, to be exported.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn put_aside(&self, id: &str, why: &str, at: i64) -> Result<(), Problem> {
        let (name, text) = self.as_stored(id).await?;
        let mut changes = without(id);
        changes.extend(aside(id, name, text, why, at));
        self.rows.write(None, changes).await.map(|_| ())
    }

    /// The rows of a sandbox as they are stored, readable or not, as one JSON text.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn raw(&self, id: &str) -> Result<String, Problem> {
        self.as_stored(id).await.map(|(_, text)| text)
    }

    /// The name of a sandbox, and its rows as one text.
    async fn as_stored(&self, id: &str) -> Result<(String, String), Problem> {
        let mut found = self
            .read(vec![
                exactly(&["sandbox", id]),
                under(&["entry", id]),
                under(&["key", id]),
            ])
            .await?;
        let record = found(0);
        let name = record
            .first()
            .and_then(|(_, text)| named(text))
            .unwrap_or_else(|| id.to_owned());
        let rows = record.into_iter().chain(found(1)).chain(found(2));
        let all: Map<String, Value> = rows.map(|(key, text)| (key, Value::String(text))).collect();
        Ok((name, Value::Object(all).to_string()))
    }

    /// Puts a copy of a sandbox aside as it is stored, before the next commit writes it anew; answers `false`, and changes nothing, where
    /// it is no longer as this tab knows it.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn keep_original(&self, known: &Known, why: &str, at: i64) -> Result<bool, Problem> {
        let id = &known.record.id;
        let (name, text) = self.as_stored(id).await?;
        // Whoever opens it again puts the same copy aside again.
        let copy = format!("{id}-{}", known.record.revision);
        let changes = aside(&copy, name, text, why, at);
        self.rows
            .write(Some(known.expected()), changes.into())
            .await
    }

    /// Keeps a text that cannot be read, to be exported.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn keep_aside(
        &self,
        id: &str,
        name: &str,
        text: String,
        why: &str,
        at: i64,
    ) -> Result<(), Problem> {
        let changes = aside(id, name.to_owned(), text, why, at);
        self.rows.write(None, changes.into()).await.map(|_| ())
    }

    /// The raw text of what was put aside.
    ///
    /// # Errors
    /// [`Problem`] of the storage, or [`Problem::Gone`].
    pub async fn aside(&self, id: &str) -> Result<String, Problem> {
        let mut found = self.read(vec![exactly(&["raw", id])]).await?;
        found(0).pop().map(|(_, text)| text).ok_or(Problem::Gone)
    }

    /// Deletes what was put aside.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn delete_aside(&self, id: &str) -> Result<(), Problem> {
        let changes = ["aside", "raw"].map(|part| Write::Delete(exactly(&[part, id])));
        self.rows.write(None, changes.into()).await.map(|_| ())
    }
}

/// What keeps a text aside.
fn aside(id: &str, name: String, text: String, why: &str, at: i64) -> [Write; 2] {
    let about = Aside {
        id: id.to_owned(),
        name,
        at,
        why: why.to_owned(),
        size: text.len(),
    };
    let about = serde_json::to_string(&about).unwrap_or_default();
    [
        Write::Put(key(&["aside", id]), about),
        Write::Put(key(&["raw", id]), text),
    ]
}

/// The name in the text of a record, which may be unreadable otherwise.
pub(super) fn named(record: &str) -> Option<String> {
    let record: Value = serde_json::from_str(record).ok()?;
    Some(record.get("name")?.as_str()?.to_owned())
}
