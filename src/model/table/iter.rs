//! Going through a table in the order of its keys.

use std::slice;
use std::sync::Arc;

use super::Block;

/// The entries of a table in the order of their keys.
#[derive(Clone)]
pub struct Iter<'a, K, V> {
    pub(super) blocks: slice::Iter<'a, Arc<Block<K, V>>>,
    pub(super) front: slice::Iter<'a, Arc<(K, V)>>,
    pub(super) back: slice::Iter<'a, Arc<(K, V)>>,
    pub(super) left: usize,
}

pub(super) fn shown<K, V>(entry: &Arc<(K, V)>) -> (&K, &V) {
    (&entry.0, &entry.1)
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.nth(0)
    }

    /// Steps over whole blocks: a late page of a list costs little more than the first.
    fn nth(&mut self, mut place: usize) -> Option<Self::Item> {
        self.left = self.left.saturating_sub(place).saturating_sub(1);
        while place >= self.front.len() {
            place -= self.front.len();
            match self.blocks.next() {
                Some(block) => self.front = block.iter(),
                None => {
                    self.front = [].iter();
                    return self.back.nth(place).map(shown);
                }
            }
        }
        self.front.nth(place).map(shown)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.left = self.left.saturating_sub(1);
        loop {
            if let Some(entry) = self.back.next_back() {
                return Some(shown(entry));
            }
            match self.blocks.next_back() {
                Some(block) => self.back = block.iter(),
                None => return self.front.next_back().map(shown),
            }
        }
    }
}

impl<K, V> ExactSizeIterator for Iter<'_, K, V> {}

/// The values of a table in the order of their keys.
#[derive(Clone)]
pub struct Values<'a, K, V>(pub(super) Iter<'a, K, V>);

impl<'a, K, V> Iterator for Values<'a, K, V> {
    type Item = &'a V;

    fn next(&mut self) -> Option<&'a V> {
        self.nth(0)
    }

    fn nth(&mut self, place: usize) -> Option<&'a V> {
        self.0.nth(place).map(|(_, value)| value)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<K, V> DoubleEndedIterator for Values<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(_, value)| value)
    }
}

impl<K, V> ExactSizeIterator for Values<'_, K, V> {}
