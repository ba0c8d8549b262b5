//! Links: an account as a text that is short enough to stand behind the `#` of an address. It carries the commands alone; what came of
//! them, and their hashes, is made again by running them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::{deflate, inflate};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::save::leaps;
use super::{Options, Pace, Playground};
use crate::api::Bug;
use crate::command::{Command, LONGEST_LINK};
use crate::model::Timestamp;
use crate::text::problems as words;

/// What stands before it in an address.
pub const SHARE_ADDRESS: &str = "#/share/";
/// The version of the form that is written: the first byte of what a link holds.
pub const SHARE_FORMAT: u8 = 1;

/// Bytes of the longest text that a link is unpacked to: far more than one that is made here holds.
const LONGEST_TEXT: usize = 16 << 20;
/// How hard the packing tries, of 10.
const EFFORT: u8 = 9;
/// Bytes of the hash by which a damaged link is known.
const CHECK: usize = 4;

/// What a link holds.
#[derive(Serialize, Deserialize)]
struct Shared {
    options: Options,
    /// The clock.
    now: Timestamp,
    /// The commands in force, each with the milliseconds that passed before it.
    log: Vec<(i64, Command)>,
}

/// Why a link opens no account.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ShareProblem {
    /// Part of it is missing or was changed.
    #[error("{}", words::LINK_DAMAGED)]
    Damaged,
    /// It was made by a newer version; its form.
    #[error("{}", words::link_newer(*.0))]
    Newer(u8),
    /// It cannot be replayed.
    #[error("{}", words::link_not_run(&.0.0))]
    Replay(Bug),
}

/// What a link says before its commands are run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSummary {
    /// Number of commands.
    pub commands: usize,
    /// The clock.
    pub now: Timestamp,
}

impl Playground {
    /// The account as the part of an address that begins with [`SHARE_ADDRESS`]; [`Playground::from_share`] makes it again. What was
    /// undone stays behind. It holds no secret in clear.
    ///
    /// # Errors
    /// The number of its characters, where they are more than [`LONGEST_LINK`].
    pub fn share(&self) -> Result<String, usize> {
        let mut before = self.options.start_time;
        let log = self.log().iter().map(|entry| {
            let passed = entry.at.0 - before.0;
            before = entry.at;
            (passed, entry.command.clone())
        });
        let shared = Shared {
            options: self.options.clone(),
            now: self.now(),
            log: log.collect(),
        };
        let text = serde_json::to_vec(&shared).unwrap_or_default();
        let packed = deflate::compress_to_vec(&text, EFFORT);
        let mut bytes = vec![SHARE_FORMAT];
        bytes.extend_from_slice(&Sha256::digest(&packed)[..CHECK]);
        bytes.extend_from_slice(&packed);
        let link = format!("{SHARE_ADDRESS}{}", URL_SAFE_NO_PAD.encode(bytes));
        match link.len() {
            length if length > LONGEST_LINK => Err(length),
            _ => Ok(link),
        }
    }

    /// Makes an account from a link: all of it, or what follows [`SHARE_ADDRESS`].
    ///
    /// # Errors
    /// [`ShareProblem`].
    pub fn from_share(link: &str) -> Result<Self, ShareProblem> {
        let shared = read(link)?;
        let pace = shared.options.pace;
        let mut playground = Self::new(Options {
            pace: Pace::Manual,
            ..shared.options
        });
        let mut at = playground.options.start_time;
        for (passed, command) in shared.log {
            at = playground.go_to(at, Timestamp(at.0.saturating_add(passed)))?;
            playground.run(command).map_err(ShareProblem::Replay)?;
        }
        playground.go_to(at, shared.now)?;
        playground.options.pace = pace;
        // Nobody here was refused anything.
        playground.last_refusal = None;
        playground.refusals = 0;
        Ok(playground)
    }

    /// Lets time pass between two moments of a link; returns the second. A scenario may turn the clock back.
    fn go_to(&mut self, from: Timestamp, to: Timestamp) -> Result<Timestamp, ShareProblem> {
        if leaps(from, to) {
            return Err(ShareProblem::Damaged);
        }
        self.advance_clock(to).map_err(ShareProblem::Replay)?;
        Ok(to)
    }
}

/// What a link says, without running its commands.
///
/// # Errors
/// [`ShareProblem`].
pub fn shared_summary(link: &str) -> Result<SharedSummary, ShareProblem> {
    read(link).map(|shared| SharedSummary {
        commands: shared.log.len(),
        now: shared.now,
    })
}

fn read(link: &str) -> Result<Shared, ShareProblem> {
    let text = link
        .find(SHARE_ADDRESS)
        .map_or(link, |at| &link[at + SHARE_ADDRESS.len()..]);
    let bytes = URL_SAFE_NO_PAD
        .decode(text.trim())
        .map_err(|_| ShareProblem::Damaged)?;
    let (format, rest) = bytes.split_first().ok_or(ShareProblem::Damaged)?;
    let (check, packed) = rest.split_at_checked(CHECK).ok_or(ShareProblem::Damaged)?;
    if *format == 0 || Sha256::digest(packed)[..CHECK] != *check {
        return Err(ShareProblem::Damaged);
    }
    if *format > SHARE_FORMAT {
        return Err(ShareProblem::Newer(*format));
    }
    inflate::decompress_to_vec_with_limit(packed, LONGEST_TEXT)
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .ok_or(ShareProblem::Damaged)
}
