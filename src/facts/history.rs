//! What was called so far, for those who look back.

use std::fmt::Debug;

use serde_json::Value;

use crate::model::{Timestamp, Trail};

/// A call that was recorded.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// Number of the entries before it: its ids follow from it.
    pub entry: usize,
    /// When.
    pub at: Timestamp,
    /// Service word.
    pub service: &'a str,
    /// Operation name.
    pub operation: &'a str,
    /// Region.
    pub region: &'a str,
    /// Input, its secrets sealed.
    pub input: &'a Value,
    /// Error code; empty where the call was accepted.
    pub code: &'a str,
    /// Message of the error.
    pub message: &'a str,
    /// What was taken down besides.
    pub trail: Option<&'a Trail>,
}

/// The calls of an account that are recorded.
pub trait History: Debug {
    /// The seed that their ids follow from.
    fn seed(&self) -> u64;
    /// Those in a Region, the newest first.
    fn calls(&self, region: &str) -> Box<dyn Iterator<Item = Recorded<'_>> + '_>;
}
