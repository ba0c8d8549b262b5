//! Saves: the options and the log, from which everything else follows.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::log::Entry;
use super::opening::{FORMAT, Recorded, Source};
use super::{Opening, Options, Playground, Unopened};
use crate::model::Timestamp;
use crate::sim::Memo;
use crate::text::opening as words;

/// A save as it is written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Save<'a> {
    /// Always `keystore-playground`.
    kind: &'static str,
    format: u64,
    options: &'a Options,
    /// The clock.
    now: Timestamp,
    /// Number of entries in force.
    head: usize,
    log: &'a [Entry],
    /// Hash of the last entry.
    tail: String,
    /// RSA key pairs; absent from older saves, made again when needed.
    keys: &'a Memo,
}

const KIND: &str = "keystore-playground";

/// What every save begins with, whatever its format.
#[derive(Deserialize)]
struct Kind {
    kind: String,
    format: u64,
}

/// A save as it is read: its entries are looked at later.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    options: Options,
    now: Timestamp,
    head: usize,
    #[serde(borrow)]
    log: Vec<&'a RawValue>,
    /// Absent from format 1.
    #[serde(default)]
    tail: Option<String>,
    #[serde(default)]
    keys: Memo,
}

impl Playground {
    /// The account as a text from which [`Playground::import`] makes it again. It holds no secret in clear.
    #[must_use]
    pub fn export(&self) -> String {
        let save = Save {
            kind: KIND,
            format: FORMAT,
            options: &self.world.options,
            now: self.world.account.now,
            head: self.head,
            log: &self.log,
            tail: self.log.tail(self.log.len()),
            keys: &self.world.memo,
        };
        serde_json::to_string(&save).unwrap_or_default()
    }

    /// Makes an account from an exported text.
    ///
    /// # Errors
    /// [`Unopened`].
    pub fn import(text: &str) -> Result<Self, Unopened> {
        Opening::of_save(text)?.finish()?.whole()
    }
}

impl Opening {
    /// Sets out to open an account from an exported text.
    ///
    /// # Errors
    /// [`Unopened`].
    pub fn of_save(text: &str) -> Result<Self, Unopened> {
        let not = |error: serde_json::Error| Unopened::NotASave(error.to_string());
        let text = text.trim_start_matches('\u{feff}');
        let Kind { kind, format } = serde_json::from_str(text).map_err(not)?;
        if kind != KIND {
            return Err(Unopened::NotASave(words::OTHER_KIND.to_owned()));
        }
        if format > FORMAT {
            return Err(Unopened::Newer(format));
        }
        let save: Written<'_> = serde_json::from_str(text).map_err(not)?;
        if format > 1 && save.tail.is_none() {
            return Err(Unopened::NotASave(words::NO_TAIL.to_owned()));
        }
        Self::foreign(Source {
            options: save.options,
            memo: save.keys,
            texts: save
                .log
                .iter()
                .map(|entry| entry.get().to_owned())
                .collect(),
            entries: Vec::new(),
            head: save.head,
            now: save.now,
            format,
            recorded: Recorded::Entries,
            end: save.tail,
        })
    }
}
