//! What a refused call may change: the log, the event history and the counters that the guides describe, and nothing else.

use keystore_playground::model::{Account, Meter};
use keystore_playground::playground::Playground;

/// The account and its log before something is done.
pub struct Before {
    pub account: Account,
    pub entries: usize,
    last: Option<String>,
}

impl Before {
    pub fn of(playground: &Playground) -> Self {
        Self {
            account: playground.account().clone(),
            entries: playground.log().len(),
            last: playground.log().last().map(|entry| entry.hash()),
        }
    }

    /// Whether the log only grew.
    pub fn grew(&self, playground: &Playground) -> bool {
        let log = playground.log();
        let last = self.entries.checked_sub(1).and_then(|last| log.get(last));
        log.len() >= self.entries && last.map(|entry| entry.hash()) == self.last
    }

    /// Where nothing but refused commands and reads came since, the account is as it was.
    pub fn unchanged_by_refusals(&self, playground: &Playground) -> Result<(), String> {
        let refused = |from: usize| {
            let mut added = playground.log()[from..].iter();
            added.all(|entry| entry.outcome.refused)
        };
        if self.grew(playground) && refused(self.entries) {
            self.unchanged(playground)
        } else {
            Ok(())
        }
    }

    /// The account is as it was, whatever came since.
    pub fn unchanged(&self, playground: &Playground) -> Result<(), String> {
        let account = playground.account();
        if self.account == *account || uncounted(&self.account) == uncounted(account) {
            Ok(())
        } else {
            Err("what only refused or only read has changed the account".to_owned())
        }
    }
}

/// An account without what counts refused calls: the rate of requests, where the reader has them metered, and the failed logins of
/// each HSM.
pub fn uncounted(account: &Account) -> Account {
    let mut account = account.clone();
    account.meter = Meter::default();
    for region in account.regions.values_mut() {
        let hsms = region
            .clusters
            .values_mut()
            .flat_map(|cluster| &mut cluster.hsms);
        for user in hsms.flat_map(|hsm| &mut hsm.contents.users) {
            user.failures = 0;
        }
    }
    account
}
