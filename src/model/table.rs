//! Sorted maps that cost nearly nothing to copy: what rules look at, snapshots and comparisons are copies of the account.

use std::borrow::Borrow;
use std::fmt::{self, Debug};
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

mod iter;
#[cfg(test)]
mod tests;

use iter::shown;
pub use iter::{Iter, Values};

/// The most entries of a block; a fuller one is split.
const BLOCK: usize = 64;

/// A sorted map. A copy shares all entries with its original; a change afterwards copies the one value, and which entries are around
/// it. To look at, it is like a `BTreeMap`.
#[derive(Clone)]
pub struct Table<K, V> {
    /// Rising keys from block to block; no block is empty.
    blocks: Vec<Arc<Block<K, V>>>,
    len: usize,
}

type Block<K, V> = Vec<Arc<(K, V)>>;

/// A key of a table.
pub trait TableKey: Clone + Ord {
    /// The form in which it is looked up.
    type Sought: Ord + ?Sized;
    /// The key in that form.
    fn sought(&self) -> &Self::Sought;
}

impl TableKey for String {
    type Sought = str;
    fn sought(&self) -> &str {
        self
    }
}

impl TableKey for u32 {
    type Sought = Self;
    fn sought(&self) -> &Self {
        self
    }
}

impl TableKey for u64 {
    type Sought = Self;
    fn sought(&self) -> &Self {
        self
    }
}

impl<K: TableKey, V: Clone> Table<K, V> {
    /// An empty table.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            blocks: Vec::new(),
            len: 0,
        }
    }

    /// Number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The block in which a key is or would be, and its place there.
    fn place(&self, key: &K::Sought) -> (usize, Result<usize, usize>) {
        let after = self
            .blocks
            .partition_point(|block| block.first().is_some_and(|entry| entry.0.sought() <= key));
        let block = after.saturating_sub(1);
        let place = self.blocks.get(block).map_or(Err(0), |block| {
            block.binary_search_by(|entry| entry.0.sought().cmp(key))
        });
        (block, place)
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &K::Sought) -> Option<&V> {
        let (block, place) = self.place(key);
        Some(&self.blocks.get(block)?.get(place.ok()?)?.1)
    }

    /// The value of a key, to change it.
    pub fn get_mut(&mut self, key: &K::Sought) -> Option<&mut V> {
        let (block, place) = self.place(key);
        let place = place.ok()?;
        let entry = Arc::make_mut(self.blocks.get_mut(block)?).get_mut(place)?;
        Some(&mut Arc::make_mut(entry).1)
    }

    /// Whether there is such a key.
    #[must_use]
    pub fn contains_key(&self, key: &K::Sought) -> bool {
        self.place(key).1.is_ok()
    }

    /// Puts a value in place of the one with its key.
    pub fn insert(&mut self, key: K, value: V) {
        let (at, place) = self.place(key.sought());
        let entry = Arc::new((key, value));
        let last = at + 1 >= self.blocks.len();
        let Some(block) = self.blocks.get_mut(at).map(Arc::make_mut) else {
            self.blocks.push(Arc::new(vec![entry]));
            self.len = 1;
            return;
        };
        match place {
            Ok(place) => block[place] = entry,
            Err(place) => {
                self.len += 1;
                // Keys that come in their order fill their blocks.
                if last && place == BLOCK {
                    self.blocks.push(Arc::new(vec![entry]));
                    return;
                }
                block.insert(place, entry);
                if block.len() > BLOCK {
                    let half = block.split_off(BLOCK / 2);
                    self.blocks.insert(at + 1, Arc::new(half));
                }
            }
        }
    }

    /// Takes the value of a key out.
    pub fn remove(&mut self, key: &K::Sought) -> Option<V> {
        let (at, place) = self.place(key);
        let place = place.ok()?;
        let block = Arc::make_mut(self.blocks.get_mut(at)?);
        let entry = block.remove(place);
        if block.is_empty() {
            self.blocks.remove(at);
        }
        self.len -= 1;
        Some(Arc::unwrap_or_clone(entry).1)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        *self = Self::new();
    }

    /// Keeps the entries that `keep` picks.
    pub fn retain(&mut self, keep: impl Fn(&K, &V) -> bool) {
        for block in &mut self.blocks {
            if !block.iter().all(|entry| keep(&entry.0, &entry.1)) {
                Arc::make_mut(block).retain(|entry| keep(&entry.0, &entry.1));
            }
        }
        self.blocks.retain(|block| !block.is_empty());
        self.len = self.blocks.iter().map(|block| block.len()).sum();
    }

    /// The entry of the lowest key.
    #[must_use]
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next()
    }

    /// The entry of the highest key.
    #[must_use]
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }

    /// The entry of the highest key that is not above this one.
    #[must_use]
    pub fn up_to(&self, key: &K::Sought) -> Option<(&K, &V)> {
        let (block, place) = self.place(key);
        let place = place.or_else(|after| after.checked_sub(1).ok_or(())).ok()?;
        self.blocks.get(block)?.get(place).map(shown)
    }

    /// The entries from a key on, in the order of the keys.
    #[must_use]
    pub fn starting_at(&self, key: &K::Sought) -> Iter<'_, K, V> {
        let (at, place) = self.place(key);
        let (Ok(place) | Err(place)) = place;
        let mut rest = self.iter();
        rest.blocks = self.blocks.get(at..).unwrap_or_default().iter();
        rest.left = rest.blocks.clone().map(|block| block.len()).sum();
        if let Some(before) = place.checked_sub(1) {
            rest.nth(before);
        }
        rest
    }

    /// All values with their keys, in the order of the keys.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter {
            blocks: self.blocks.iter(),
            front: [].iter(),
            back: [].iter(),
            left: self.len,
        }
    }

    /// All keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator {
        self.iter().map(|(key, _)| key)
    }

    /// All values in the order of their keys.
    #[must_use]
    pub fn values(&self) -> Values<'_, K, V> {
        Values(self.iter())
    }

    /// All values, to change them; each counts as changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.blocks
            .iter_mut()
            .flat_map(Arc::make_mut)
            .map(|entry| &mut Arc::make_mut(entry).1)
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self {
            blocks: Vec::new(),
            len: 0,
        }
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let others = other.blocks.iter().flat_map(|block| block.iter());
        let mut pairs = self
            .blocks
            .iter()
            .flat_map(|block| block.iter())
            .zip(others);
        self.len == other.len
            && pairs.all(|(entry, other)| Arc::ptr_eq(entry, other) || entry == other)
    }
}

impl<K: TableKey + Debug, V: Clone + Debug> Debug for Table<K, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self).finish()
    }
}

impl<K: TableKey, V: Clone, Q: Borrow<K::Sought> + ?Sized> Index<&Q> for Table<K, V> {
    type Output = V;
    fn index(&self, key: &Q) -> &V {
        match self.get(key.borrow()) {
            Some(value) => value,
            None => panic!("no such key"),
        }
    }
}

impl<K: TableKey, V: Clone> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut table = Self::new();
        for (key, value) in entries {
            table.insert(key, value);
        }
        table
    }
}

impl<'a, K: TableKey, V: Clone> IntoIterator for &'a Table<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<K: TableKey + Serialize, V: Clone + Serialize> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, K, V> Deserialize<'de> for Table<K, V>
where
    K: TableKey + Deserialize<'de>,
    V: Clone + Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for Entries<K, V>
where
    K: TableKey + Deserialize<'de>,
    V: Clone + Deserialize<'de>,
{
    type Value = Table<K, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Table<K, V>, A::Error> {
        let mut table = Table::new();
        while let Some((key, value)) = entries.next_entry()? {
            table.insert(key, value);
        }
        Ok(table)
    }
}
