//! Several accounts: switching to another account does not change this one.

use sha2::{Digest, Sha256};

use super::genesis;
use crate::model::Account;

/// Makes the account of that id the one that calls, a new one where there is none yet. The clock and the numbers of commands go on, so
/// that no id is drawn twice; what fell due in the meantime is made up for when the clock is advanced. `seed` is that of the playground.
pub fn enter(account: &mut Account, seed: u64, id: &str) {
    if account.id == id {
        return;
    }
    let mut others = std::mem::take(&mut account.others);
    let known = others.iter().position(|other| other.id == id);
    let mut entered = known.map_or_else(|| new(seed, id, account), |place| others.remove(place));
    entered.number = account.number;
    others.push(std::mem::replace(account, entered));
    account.others = others;
}

/// A new account at this moment. Its default VPCs are its own.
fn new(seed: u64, id: &str, beside: &Account) -> Account {
    let digest = Sha256::digest(format!("{seed}/{id}").as_bytes());
    let seed = digest
        .iter()
        .take(8)
        .fold(0, |seed, byte| seed << 8 | u64::from(*byte));
    genesis::account(id, seed, beside.now)
}
