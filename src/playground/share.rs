//! Links: an account as a text that is short enough to stand behind the `#` of an address. It carries the commands, and of what came
//! of them only as much as tells whether it is the same when they are run again.

use std::collections::VecDeque;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::difference::Verdict;
use super::log::{Entry, Summary};
use super::opening::{Recorded, Source};
use super::{Opening, Options, Playground, Unopened};
use crate::command::{Command, LONGEST_LINK};
use crate::model::Timestamp;
use crate::model::json;
use crate::sim::Memo;

/// What stands before it in an address.
pub const SHARE_ADDRESS: &str = "#/share/";
/// The version of the form that is written: the first byte of what a link holds.
pub const SHARE_FORMAT: u8 = 2;

/// Bytes of the longest text that a link is unpacked to: far more than one that is made here holds.
const LONGEST_TEXT: usize = 16 << 20;
/// How hard the packing tries, of 10.
const EFFORT: i32 = 9;
/// Bytes of the hash by which a damaged link is known.
const CHECK: usize = 4;
/// Bytes of the longest packed text for which a link has room: each three become four characters.
const PACKED: usize = (LONGEST_LINK - SHARE_ADDRESS.len()) / 4 * 3 - 1 - CHECK;

/// What a link holds.
#[derive(Serialize, Deserialize)]
struct Shared {
    options: Options,
    /// The clock.
    now: Timestamp,
    /// The commands in force, each with the milliseconds that passed before it.
    log: Vec<(i64, Command)>,
    /// What came of them, from format 2 on: for each command [`ACCEPTED`], [`REFUSED`], or the first characters of the digest of the ids
    /// that it made.
    #[serde(default)]
    outcomes: String,
    /// The rules of those that were refused.
    #[serde(default)]
    rules: Vec<String>,
}

/// A command that was accepted and made nothing that has an id.
const ACCEPTED: char = '.';
/// A command that was refused.
const REFUSED: char = '!';
/// Characters of a digest that stand for the whole.
const PART: usize = 2;

/// What a link says before its commands are run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedSummary {
    /// Number of commands.
    pub commands: usize,
    /// The clock.
    pub now: Timestamp,
    /// Whether an earlier version made it.
    pub older: bool,
}

impl Shared {
    /// What came of the commands; `None` where that is not to be made out.
    fn verdicts(&self) -> Option<VecDeque<Verdict>> {
        let mut rules = self.rules.iter().cloned();
        let mut rest = self.outcomes.as_str();
        let mut verdicts = VecDeque::new();
        while let Some(first) = rest.chars().next() {
            let length = if [ACCEPTED, REFUSED].contains(&first) {
                1
            } else {
                PART
            };
            let (own, others) = rest.split_at_checked(length)?;
            rest = others;
            verdicts.push_back(match first {
                REFUSED => Verdict::Refused(rules.next()?),
                ACCEPTED => Verdict::Accepted(String::new()),
                _ => Verdict::Accepted(own.to_owned()),
            });
        }
        (verdicts.len() == self.log.len()).then_some(verdicts)
    }
}

impl Playground {
    /// The account as the part of an address that begins with [`SHARE_ADDRESS`]; [`Playground::from_share`] makes it again. What was
    /// undone stays behind, and so does what a scenario replaced. It holds no secret in clear.
    ///
    /// # Errors
    /// About how many characters it has, where they are more than [`LONGEST_LINK`].
    pub fn share(&self) -> Result<String, usize> {
        let options = &self.world.options;
        let first = self.last_scenario().unwrap_or_default();
        let mut shared = Shared {
            options: Options {
                earlier: options.earlier + first,
                ..options.clone()
            },
            now: self.now(),
            log: Vec::new(),
            outcomes: String::new(),
            rules: Vec::new(),
        };
        let mut before = options.start_time;
        for entry in &self.log()[first..] {
            let passed = entry.at.0 - before.0;
            before = entry.at;
            shared.log.push((passed, entry.command.clone()));
            match Verdict::of(&entry.outcome) {
                Verdict::Accepted(made) if made.is_empty() => shared.outcomes.push(ACCEPTED),
                Verdict::Accepted(made) => shared.outcomes.extend(made.chars().take(PART)),
                Verdict::Refused(rule) | Verdict::Impossible(rule) => {
                    shared.outcomes.push(REFUSED);
                    shared.rules.push(rule);
                }
            }
        }
        let text = serde_json::to_vec(&shared).unwrap_or_default();
        let packed = packed(&text)?;
        let mut bytes = vec![SHARE_FORMAT];
        bytes.extend_from_slice(&Sha256::digest(&packed)[..CHECK]);
        bytes.extend_from_slice(&packed);
        Ok(format!("{SHARE_ADDRESS}{}", URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// Makes an account from a link: all of it, or what follows [`SHARE_ADDRESS`].
    ///
    /// # Errors
    /// [`Unopened`].
    pub fn from_share(link: &str) -> Result<Self, Unopened> {
        Opening::of_link(link)?.finish()?.whole()
    }
}

/// A text, packed as far as a link has room for it.
fn packed(text: &[u8]) -> Result<Vec<u8>, usize> {
    let flags = create_comp_flags_from_zip_params(EFFORT, 0, 0);
    let mut packer = CompressorOxide::new(flags);
    let mut bytes = vec![0; PACKED];
    let (status, read, written) = compress(&mut packer, text, &mut bytes, TDEFLFlush::Finish);
    if status != TDEFLStatus::Done || text.len() > LONGEST_TEXT {
        let length = LONGEST_LINK as u64 * text.len() as u64 / read.max(1) as u64;
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        return Err(length.max(LONGEST_LINK + 1));
    }
    bytes.truncate(written);
    Ok(bytes)
}

impl Opening {
    /// Sets out to open an account from a link: all of it, or what follows [`SHARE_ADDRESS`].
    ///
    /// # Errors
    /// [`Unopened`].
    pub fn of_link(link: &str) -> Result<Self, Unopened> {
        let (format, shared) = read(link)?;
        let recorded = match format {
            1 => Recorded::Nothing,
            _ => Recorded::Verdicts(shared.verdicts().ok_or(Unopened::Cut)?),
        };
        let mut at = shared.options.start_time;
        let entries = shared.log.into_iter().map(|(passed, command)| {
            // A scenario may turn the clock back.
            at = at.plus(passed);
            Entry {
                at,
                parent: String::new(),
                command,
                outcome: Summary::default(),
            }
        });
        let entries: Vec<Entry> = entries.collect();
        Self::foreign(Source {
            options: shared.options,
            memo: Memo::default(),
            texts: Vec::new(),
            head: entries.len(),
            entries,
            now: shared.now,
            format: format.into(),
            recorded,
            end: None,
        })
    }
}

/// What a link says, without running its commands.
///
/// # Errors
/// [`Unopened`].
pub fn shared_summary(link: &str) -> Result<SharedSummary, Unopened> {
    read(link).map(|(format, shared)| SharedSummary {
        commands: shared.log.len(),
        now: shared.now,
        older: format < SHARE_FORMAT,
    })
}

fn read(link: &str) -> Result<(u8, Shared), Unopened> {
    let text = link
        .find(SHARE_ADDRESS)
        .map_or(link, |at| &link[at + SHARE_ADDRESS.len()..]);
    if text.len() + SHARE_ADDRESS.len() > LONGEST_LINK {
        return Err(Unopened::TooLong(text.len() + SHARE_ADDRESS.len()));
    }
    let bytes = URL_SAFE_NO_PAD
        .decode(text.trim())
        .map_err(|_| Unopened::Cut)?;
    let (format, rest) = bytes.split_first().ok_or(Unopened::Cut)?;
    let (check, packed) = rest.split_at_checked(CHECK).ok_or(Unopened::Cut)?;
    if *format == 0 || Sha256::digest(packed)[..CHECK] != *check {
        return Err(Unopened::Cut);
    }
    if *format > SHARE_FORMAT {
        return Err(Unopened::Newer((*format).into()));
    }
    inflate::decompress_to_vec_with_limit(packed, LONGEST_TEXT)
        .ok()
        .and_then(|text| String::from_utf8(text).ok())
        .and_then(|text| json::read(&text).ok())
        .map(|shared| (*format, shared))
        .ok_or(Unopened::Cut)
}
