//! Saves that could not be read: taken off the list, and kept as they are.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::keys::{exactly, key, under};
use super::{Shelf, without};
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
        let parts = ["sandbox", "entry", "key"];
        let mut found = self
            .read(vec![
                exactly(&[parts[0], id]),
                under(&[parts[1], id]),
                under(&[parts[2], id]),
            ])
            .await?;
        let head = found(0);
        let name = head
            .first()
            .and_then(|(_, text)| serde_json::from_str::<Value>(text).ok())
            .and_then(|record| Some(record.get("name")?.as_str()?.to_owned()))
            .unwrap_or_else(|| id.to_owned());
        let all: Map<String, Value> = head
            .into_iter()
            .chain(found(1))
            .chain(found(2))
            .map(|(key, text)| (key, Value::String(text)))
            .collect();
        let mut changes = without(id);
        changes.extend(aside(id, name, Value::Object(all).to_string(), why, at));
        self.rows.write(None, changes).await.map(|_| ())
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
