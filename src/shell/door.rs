//! What a terminal session needs of the account it works in, and what it answers.

use serde_json::Value;

use super::program::Offered;
use crate::api::wire::{Request, Response};
use crate::api::{Bug, CallError, Explanation};
use crate::command::{Command, Outcome};
use crate::model::{Account, Secret, Timestamp};
use crate::pki::RsaKey;

/// What takes long to make, and is made a little at a time before the command runs that needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needed {
    /// The RSA key pair of the next command, of so many bits.
    Key(usize),
    /// The key pair of the authority that `lab sign` makes next.
    Authority,
    /// The key pairs of the HSMs that are being created.
    Hsms,
    /// The account of a named scenario.
    Scenario(String),
}

/// The facade as a terminal session sees it.
pub trait Door {
    /// Runs a command and writes its entry.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    fn run(&mut self, command: Command) -> Result<Outcome, Bug>;
    /// Calls an AWS operation; a read leaves no entry.
    ///
    /// # Errors
    /// The refusal, or a bug of ours.
    fn call(
        &mut self,
        service: &str,
        operation: &str,
        region: &str,
        input: Value,
    ) -> Result<Value, CallError>;
    /// Takes a request as it comes over the wire.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    fn handle(&mut self, request: &Request) -> Result<Response, Bug>;
    /// Lets time pass without an entry, for a command that looks again and again.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    fn pass(&mut self, seconds: i64) -> Result<(), Bug>;
    /// Writes one entry for the time that passed since a moment.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    fn passed(&mut self, since: Timestamp) -> Result<(), Bug>;
    /// Seals a secret for the next command.
    fn seal(&mut self, clear: &[u8]) -> Secret;
    /// 32 random bytes of the next command for a purpose; the same purpose gives the same bytes.
    fn draw(&self, purpose: &str) -> [u8; 32];
    /// A new RSA key pair of the next command with a modulus of so many bits; made on first use, which takes up to seconds.
    fn rsa(&mut self, bits: usize) -> RsaKey;
    /// Goes on making something until `pause` asks for a break; returns whether it is made. Where the breaks fall changes nothing.
    fn make(&mut self, needed: &Needed, pause: &mut dyn FnMut() -> bool) -> bool;
    /// Whether it is made.
    fn has(&self, needed: &Needed) -> bool;
    /// The account, to look at.
    fn account(&self) -> &Account;
    /// The explanation of the last refusal.
    fn last_refusal(&self) -> Option<&Explanation>;
    /// Keeps the explanation of what a tool of the terminal refused by itself, without the account.
    fn explain(&mut self, explanation: Explanation);
    /// How often something was refused so far.
    fn refusals(&self) -> u64;
    /// Takes back the last entry; returns whether there was one.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    fn undo(&mut self) -> Result<bool, Bug>;
    /// Brings back what undo took back; returns whether there was anything.
    ///
    /// # Errors
    /// [`Bug`] of ours.
    fn redo(&mut self) -> Result<bool, Bug>;
    /// Starts over with an empty log.
    fn reset(&mut self);
    /// Ids of the named scenarios.
    fn scenarios(&self) -> Vec<&'static str>;
    /// The account as a link within the page.
    ///
    /// # Errors
    /// About how many characters it has, where there are too many.
    fn share(&self) -> Result<String, usize>;
    /// The account as an importable text.
    ///
    /// # Errors
    /// About how many bytes it has, where it has more than `most`.
    fn export(&self, most: usize) -> Result<String, usize>;
}

/// What a line printed, and how the terminal goes on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit code.
    pub exit_code: i32,
    /// The prompt for the next line.
    pub prompt: String,
    /// Whether the next line is a secret, not to be shown or remembered.
    pub hidden: bool,
    /// The explanation of what was refused while the line ran.
    pub refused: Option<Explanation>,
    /// A file for the reader's own computer.
    pub offered: Option<Offered>,
}
