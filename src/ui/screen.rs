//! What the terminal shows: typed lines with their output.

use std::rc::Rc;

use crate::api::Explanation;
use crate::shell::Offered;

/// Lines with their output that are kept on the screen.
const MOST_PRINTED: usize = 500;

/// A line that was typed, with what it printed.
#[derive(Debug)]
pub(super) struct Printed {
    /// Counts up, so that each keeps its place on the page while others come and go.
    pub(super) number: u64,
    pub(super) prompt: String,
    /// The line; empty when it was a secret.
    pub(super) line: String,
    pub(super) stdout: String,
    pub(super) stderr: String,
    pub(super) refused: Option<Explanation>,
    /// A file for the reader's own computer.
    pub(super) offered: Option<Offered>,
}

/// A list that grows and is compared by identity: comparing the terminal's output four times a second would be slow.
#[derive(Debug)]
pub(super) struct Shared<T>(Rc<Vec<Rc<T>>>);

impl<T> Shared<T> {
    pub(super) fn push(&mut self, item: T) {
        let items = Rc::make_mut(&mut self.0);
        items.push(Rc::new(item));
        self.keep(MOST_PRINTED);
    }

    /// Puts an item in the place of the last one.
    pub(super) fn replace(&mut self, item: T) {
        let items = Rc::make_mut(&mut self.0);
        items.pop();
        items.push(Rc::new(item));
    }

    /// Keeps the last so many.
    pub(super) fn keep(&mut self, count: usize) {
        let surplus = self.0.len().saturating_sub(count);
        if surplus > 0 {
            Rc::make_mut(&mut self.0).drain(..surplus);
        }
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = [Rc<T>];
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(Rc::default())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
