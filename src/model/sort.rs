//! Sorting and collecting in order with one copy of the algorithm in the whole program. Those of the standard library are compiled
//! anew for every type, several kilobytes each; nothing here is long enough for their speed to be felt.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts slices; what is equal keeps its order.
pub trait Sort<T> {
    /// Sorts by a comparison.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by keys.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }

    /// Sorts by the items themselves.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> Sort<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |one, other| {
            compare(&self[one], &self[other])
        });
        rearrange(places, &mut |one, other| self.swap(one, other));
    }
}

/// Where each place of the sorted list takes its item from.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Takes each item to its place by swaps, once around every cycle.
fn rearrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start || from == at {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

/// A map of pairs; of those with one key the last stays.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// A set of items.
pub fn set_of<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut seed = 7_u32;
        for count in [0, 1, 2, 3, 10, 100, 1000] {
            let mut items: Vec<(u32, usize)> = (0..count)
                .map(|index| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 27, index)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(key, _)| *key);
            items.order_by_key(|(key, _)| *key);
            assert_eq!(items, expected, "{count}");

            expected.sort_by(|one, other| other.cmp(one));
            items.order_by(|one, other| other.cmp(one));
            assert_eq!(items, expected, "{count}");

            expected.sort();
            items.order();
            assert_eq!(items, expected, "{count}");
        }
    }

    #[test]
    fn the_last_of_one_key_stays() {
        let pairs = [(2, 'a'), (1, 'b'), (2, 'c')];
        assert_eq!(map_of(pairs), BTreeMap::from(pairs));
        assert_eq!(set_of([2, 1, 2]), BTreeSet::from([1, 2]));
    }
}
