//! What makes the account a pure function of seed and log: entropy that is drawn from (seed, number of the command, purpose), and the
//! memo of RSA keys, which cost too much to make twice; and the budget of
//! those who make an account again from its log.

mod budget;
pub mod cipher;
mod entropy;
mod memo;
mod token;

use crate::model::Account;
pub use budget::{Budget, COMMAND_WORK};
pub use entropy::{Entropy, hex, seal, unhex};
pub use memo::Memo;

pub use token::{continues, fingerprint, offset, token};

/// Counts an accepted command: what the next one draws comes from the number.
pub fn count(account: &mut Account) {
    account.number += 1;
}
