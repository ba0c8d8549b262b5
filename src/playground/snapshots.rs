//! Accounts in memory, so that going back need not replay everything: many close to the present, few far back, so that their number
//! grows with the logarithm of the log; and those through which the last way back has led.

use std::collections::BTreeMap;

use crate::model::Account;
use crate::sim::COMMAND_WORK;

/// The distance to the next one may be as large as this part of the distance to the newest.
const PART: usize = 2;

/// Work between two that are kept for good: to go back costs at most as much where they lie close.
pub(super) const SNAPSHOT_WORK: u64 = 64 * COMMAND_WORK;

/// How many are kept of those through which the last way back has led: one step back in so many goes a longer way.
pub(super) const NEAR: usize = 64;

/// Accounts after so many entries.
#[derive(Default)]
pub(super) struct Snapshots {
    far: BTreeMap<usize, Account>,
    near: BTreeMap<usize, Account>,
}

impl Snapshots {
    /// The last one after at most so many entries that is kept for good.
    pub(super) fn last(&self, entries: usize) -> Option<(usize, &Account)> {
        let found = self.far.range(..=entries).next_back();
        found.map(|(after, account)| (*after, account))
    }

    /// The closest one before a place, or the one that lies there.
    pub(super) fn closest(&self, entries: usize) -> Option<(usize, &Account)> {
        let near = self.near.range(..=entries).next_back();
        let near = near.map(|(after, account)| (*after, account));
        let found = [self.last(entries), near].into_iter().flatten();
        found.max_by_key(|(after, _)| *after)
    }

    /// Keeps one, and gives up those that lie close together far back.
    pub(super) fn add(&mut self, entries: usize, account: Account) {
        self.far.insert(entries, account);
        let places: Vec<usize> = self.far.keys().copied().collect();
        for place in superfluous(&places) {
            self.far.remove(&place);
        }
    }

    /// Keeps one of the way back.
    pub(super) fn pass(&mut self, entries: usize, account: Account) {
        self.near.insert(entries, account);
        if self.near.len() <= NEAR {
            return;
        }
        let place = |found: Option<(&usize, &Account)>| found.map_or(entries, |(place, _)| *place);
        let first = place(self.near.first_key_value());
        let last = place(self.near.last_key_value());
        if entries - first < last - entries {
            self.near.pop_last();
        } else {
            self.near.pop_first();
        }
    }

    /// Forgets what comes after so many entries.
    pub(super) fn forget(&mut self, entries: usize) {
        for accounts in [&mut self.far, &mut self.near] {
            accounts.retain(|after, _| *after <= entries);
        }
    }
}

/// Those places, of a rising list, that can be given up. The first and the last stay.
pub(super) fn superfluous(places: &[usize]) -> Vec<usize> {
    let Some(newest) = places.last() else {
        return Vec::new();
    };
    let mut gone = Vec::new();
    let mut before = places.first().copied().unwrap_or_default();
    for pair in places.windows(2).skip(1) {
        let [place, after] = pair else { continue };
        // Without this one, undoing to just before the next one starts from the one before.
        if (after - before) * PART <= newest - before {
            gone.push(*place);
        } else {
            before = *place;
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::superfluous;

    #[test]
    fn a_long_log_has_few_snapshots_and_the_newest_lie_close() {
        let mut places = vec![0];
        for step in 1..=200 {
            places.push(step * 64);
            let gone = superfluous(&places);
            places.retain(|place| !gone.contains(place));
            // Twice the binary logarithm of how many there were.
            assert!(places.len() <= 16, "{places:?}");
            let newest = step * 64;
            for pair in places.windows(2) {
                let (distance, gap) = (newest - pair[0], pair[1] - pair[0]);
                assert!(gap <= 64.max(distance), "{places:?}");
            }
        }
        assert_eq!(places.first(), Some(&0));
        assert!(places.contains(&(199 * 64)), "{places:?}");
    }
}
