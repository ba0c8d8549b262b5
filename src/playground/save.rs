//! Saves: the options and the log, from which everything else follows.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::log::Entry;
use super::opening::Source;
use super::{Opening, Options, Playground, Unopened};
use crate::model::Timestamp;
use crate::sim::Memo;

/// The version of the save format that is written.
pub const FORMAT: u32 = 1;

/// A save as it is written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Save<'a> {
    /// Always `keystore-playground`.
    kind: &'static str,
    format: u32,
    options: &'a Options,
    /// The clock.
    now: Timestamp,
    /// Number of entries in force.
    head: usize,
    log: &'a [Entry],
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
            keys: &self.world.memo,
        };
        serde_json::to_string(&save).unwrap_or_default()
    }

    /// Makes an account from an exported text.
    ///
    /// # Errors
    /// [`Unopened`].
    pub fn import(text: &str) -> Result<Self, Unopened> {
        Ok(Opening::of_save(text)?.finish()?.playground)
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
            return Err(Unopened::NotASave("`kind` is another one".to_owned()));
        }
        if format > u64::from(FORMAT) {
            return Err(Unopened::Newer(format));
        }
        let save: Written<'_> = serde_json::from_str(text).map_err(not)?;
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
        })
    }
}
