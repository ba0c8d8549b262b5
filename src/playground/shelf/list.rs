//! What a storage holds.

use std::ops::Range;

use super::keys::{exactly, last_part, under};
use super::record::record;
use super::{Aside, Record, Shelf, aside};
use crate::model::Sort;
use crate::model::json;
use crate::ports::Problem;
use crate::text::opening as words;

/// A sandbox of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// The reader's name for it; its id where that cannot be read.
    pub name: String,
    /// Its record, or what keeps it from being read.
    pub record: Result<Record, Problem>,
}

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The sandboxes, the one saved last first.
    pub sandboxes: Vec<Listed>,
    /// Saves that were put aside.
    pub aside: Vec<Aside>,
}

impl Shelf {
    /// All that is kept, without the entries.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn list(&self) -> Result<Listing, Problem> {
        let mut found = self
            .read(vec![under(&["sandbox"]), under(&["aside"])])
            .await?;
        let rows = found(0);
        let ids: Vec<String> = rows.iter().map(|(key, _)| last_part(key)).collect();
        let mut sandboxes: Vec<Listed> = ids
            .iter()
            .zip(&rows)
            .map(|(id, (_, text))| Listed {
                name: aside::named(text).unwrap_or_else(|| id.clone()),
                id: id.clone(),
                record: record(text),
            })
            .collect();
        sandboxes.extend(self.without_record(&ids).await?);
        sandboxes.order_by_key(|listed| {
            std::cmp::Reverse(listed.record.as_ref().map_or(0, |record| record.saved))
        });
        let aside = found(1)
            .iter()
            .filter_map(|(_, text)| json::read(text).ok())
            .collect();
        Ok(Listing { sandboxes, aside })
    }

    /// Sandboxes of which there are entries and no record: their entries lie between those of these.
    async fn without_record(&self, ids: &[String]) -> Result<Vec<Listed>, Problem> {
        let mut from = under(&["entry"]).start;
        let mut gaps = Vec::new();
        let mut owned: Vec<Range<String>> = ids.iter().map(|id| under(&["entry", id])).collect();
        owned.order_by(|one, other| one.start.cmp(&other.start));
        for own in owned {
            gaps.push(std::mem::replace(&mut from, own.end)..own.start);
        }
        gaps.push(from..under(&["entry"]).end);
        let rows = self.rows.read(gaps).await?.into_iter().flatten();
        let mut lost: Vec<String> = rows
            .filter_map(|(key, _)| Some(key.split('/').nth(1)?.to_owned()))
            .collect();
        lost.dedup();
        // One that was made a moment ago has one.
        let records = lost.iter().map(|id| exactly(&["sandbox", id])).collect();
        let mut found = self.read(records).await?;
        let mut listed = Vec::new();
        for (place, id) in lost.into_iter().enumerate() {
            if found(place).is_empty() {
                listed.push(Listed {
                    name: id.clone(),
                    id,
                    record: Err(Problem::Damaged(words::NO_RECORD.to_owned())),
                });
            }
        }
        Ok(listed)
    }

    /// Whether it holds no sandbox.
    ///
    /// # Errors
    /// [`Problem`] of the storage.
    pub async fn is_empty(&self) -> Result<bool, Problem> {
        Ok(self.read(vec![under(&["sandbox"])]).await?(0).is_empty())
    }
}
