//! Variables of a session.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;

use super::budget::{VALUE, VARIABLES};
use crate::text::shell as words;

/// Variables by their names. A copy costs nothing until one of both changes.
#[derive(Clone)]
pub(super) struct Variables {
    values: Rc<BTreeMap<String, String>>,
    /// Bytes of all names and values.
    size: usize,
}

impl Variables {
    pub(super) fn new(values: BTreeMap<String, String>) -> Self {
        let size = values.iter().map(|(name, value)| name.len() + value.len());
        Self {
            size: size.sum(),
            values: Rc::new(values),
        }
    }

    /// Sets a variable.
    ///
    /// # Errors
    /// Why the value does not fit; the variable is then as before.
    pub(super) fn set(&mut self, name: &str, value: String) -> Result<(), String> {
        if value.len() > VALUE {
            return Err(words::value_too_long(name, VALUE));
        }
        let before = self.values.get(name);
        let before = before.map_or(0, |before| name.len() + before.len());
        let size = self.size - before + name.len() + value.len();
        if size > VARIABLES {
            return Err(words::variables_full(name, VARIABLES));
        }
        self.size = size;
        Rc::make_mut(&mut self.values).insert(name.to_owned(), value);
        Ok(())
    }

    pub(super) fn remove(&mut self, name: &str) {
        if let Some(value) = Rc::make_mut(&mut self.values).remove(name) {
            self.size -= name.len() + value.len();
        }
    }
}

impl Deref for Variables {
    type Target = BTreeMap<String, String>;
    fn deref(&self) -> &Self::Target {
        &self.values
    }
}
