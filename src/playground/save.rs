//! Saves: the options and the log, from which everything else follows.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::log::Entry;
use super::{Options, Playground};
use crate::api::Bug;
use crate::command::LONGEST_ADVANCE;
use crate::model::{SECOND, Timestamp};
use crate::sim::Memo;
use crate::text::problems as words;

/// The version of the save format that is written.
pub const FORMAT: u32 = 1;

/// A save as it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Save {
    /// Always `keystore-playground`.
    kind: String,
    format: u32,
    options: Options,
    /// The clock.
    now: Timestamp,
    /// Number of entries in force.
    head: usize,
    log: Vec<Entry>,
    /// RSA key pairs; absent from older saves, made again when needed.
    #[serde(default)]
    keys: Memo,
}

const KIND: &str = "keystore-playground";

/// Why a text cannot be imported. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportProblem {
    /// It is not a save; what the parser said.
    #[error("{}", words::not_a_save(.0))]
    NotASave(String),
    /// It was written by a newer version; its format.
    #[error("{}", words::newer(u64::from(*.0)))]
    Newer(u32),
    /// Its entries do not follow each other; index of the first that does not.
    #[error("{}", words::broken_at(.0 + 1))]
    Broken(usize),
    /// It cannot be replayed.
    #[error("{}", words::not_replayed(&.0.0))]
    Replay(Bug),
}

/// Whether there is more between two moments than one command moves the clock, however the page's own clock ran besides: nobody waited
/// for that, and replaying it would never end.
pub(super) fn leaps(from: Timestamp, to: Timestamp) -> bool {
    to > from.plus(2 * LONGEST_ADVANCE * SECOND)
}

impl Playground {
    /// The account as a text from which [`Playground::import`] makes it again. It holds no secret in clear.
    #[must_use]
    pub fn export(&self) -> String {
        let save = Save {
            kind: KIND.to_owned(),
            format: FORMAT,
            options: self.options.clone(),
            now: self.account.now,
            head: self.head,
            log: self.log.to_vec(),
            keys: self.memo.clone(),
        };
        serde_json::to_string(&save).unwrap_or_default()
    }

    /// Makes an account from an exported text.
    ///
    /// # Errors
    /// [`ImportProblem`].
    pub fn import(text: &str) -> Result<Self, ImportProblem> {
        let value: serde_json::Value = serde_json::from_str(text)
            .map_err(|error| ImportProblem::NotASave(error.to_string()))?;
        if value.get("kind").and_then(serde_json::Value::as_str) != Some(KIND) {
            return Err(ImportProblem::NotASave(words::NO_KIND.to_owned()));
        }
        let format = value
            .get("format")
            .and_then(serde_json::Value::as_u64)
            .unwrap_or_default();
        if format > u64::from(FORMAT) {
            return Err(ImportProblem::Newer(
                u32::try_from(format).unwrap_or(u32::MAX),
            ));
        }
        let save: Save = serde_json::from_value(value)
            .map_err(|error| ImportProblem::NotASave(error.to_string()))?;
        let mut parent = String::new();
        let mut at = save.options.start_time;
        for (index, entry) in save.log.iter().enumerate() {
            if entry.parent != parent || leaps(at, entry.at) {
                return Err(ImportProblem::Broken(index));
            }
            at = entry.at;
            parent = entry.hash();
        }
        // The clock stands where the entries in force left it, or a little later.
        let last = save.head.checked_sub(1).and_then(|last| save.log.get(last));
        let last = last.map_or(save.options.start_time, |entry| entry.at);
        if save.head > save.log.len() || leaps(last, save.now) {
            return Err(ImportProblem::Broken(save.log.len()));
        }
        let mut playground = Self::new(save.options);
        playground.remember(save.keys);
        playground.log.extend(save.log);
        // What was undone can be redone, so it too must be what can be replayed.
        if let Some(end) = playground.log.last().map(|entry| entry.at) {
            playground
                .rebuild(playground.log.len(), end)
                .map_err(ImportProblem::Replay)?;
        }
        playground.head = save.head;
        playground
            .rebuild(save.head, save.now)
            .map_err(ImportProblem::Replay)?;
        Ok(playground)
    }
}
