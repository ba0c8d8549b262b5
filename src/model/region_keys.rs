//! The KMS keys of a Region, found by their id and by their key store.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::{Key, Table};

/// The KMS keys of a Region by key id (a UUID). Read, it is the table of them; which keys are in which key store follows from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Table<String, Key>", into = "Table<String, Key>")]
pub struct Keys {
    all: Table<String, Key>,
    /// Ids of the keys in a key store, by its id; a store without keys is left out.
    stored: Table<String, Table<String, ()>>,
}

impl Keys {
    /// Adds a key.
    pub fn insert(&mut self, id: String, key: Key) {
        self.remove(&id);
        note(&mut self.stored, &id, &key);
        self.all.insert(id, key);
    }

    /// Takes a key out.
    pub fn remove(&mut self, id: &str) -> Option<Key> {
        let key = self.all.remove(id)?;
        if let Some(store) = key.store_id()
            && let Some(ids) = self.stored.get_mut(store)
        {
            ids.remove(id);
            if ids.is_empty() {
                self.stored.remove(store);
            }
        }
        Some(key)
    }

    /// A key, to change it; where its material is never changes.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Key> {
        self.all.get_mut(id)
    }

    /// Ids of the keys in a key store, those pending deletion included.
    pub fn in_store(&self, store: &str) -> impl Iterator<Item = &String> {
        self.stored.get(store).into_iter().flat_map(Table::keys)
    }
}

impl Deref for Keys {
    type Target = Table<String, Key>;
    fn deref(&self) -> &Table<String, Key> {
        &self.all
    }
}

impl From<Table<String, Key>> for Keys {
    fn from(all: Table<String, Key>) -> Self {
        let mut keys = Self {
            all,
            ..Self::default()
        };
        for (id, key) in &keys.all {
            note(&mut keys.stored, id, key);
        }
        keys
    }
}

impl From<Keys> for Table<String, Key> {
    fn from(keys: Keys) -> Self {
        keys.all
    }
}

/// Notes that a key is in its key store, where it is in one.
fn note(stored: &mut Table<String, Table<String, ()>>, id: &str, key: &Key) {
    let Some(store) = key.store_id() else {
        return;
    };
    if !stored.contains_key(store) {
        stored.insert(store.to_owned(), Table::new());
    }
    if let Some(ids) = stored.get_mut(store) {
        ids.insert(id.to_owned(), ());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{KeyMaterial, Timestamp};

    fn key(id: &str, store: Option<&str>) -> Key {
        Key {
            id: id.to_owned(),
            arn: String::new(),
            created: Timestamp(0),
            description: String::new(),
            enabled: true,
            deletion: None,
            material: match store {
                Some(store) => KeyMaterial::Hsm {
                    store_id: store.to_owned(),
                    handle: 6,
                },
                None => KeyMaterial::Kms {
                    material: String::new(),
                },
            },
            policy: String::new(),
            tags: std::collections::BTreeMap::new(),
        }
    }

    #[test]
    fn a_store_knows_its_keys_whatever_comes_and_goes() {
        let mut keys = Keys::default();
        for (id, store) in [
            ("a", Some("one")),
            ("b", None),
            ("c", Some("two")),
            ("d", Some("one")),
            ("e", Some("one")),
            ("d", Some("two")),
        ] {
            keys.insert(id.to_owned(), key(id, store));
        }
        for gone in ["e", "b", "nobody"] {
            keys.remove(gone);
        }
        let of = |keys: &Keys, store: &str| keys.in_store(store).cloned().collect::<String>();
        assert_eq!(
            (of(&keys, "one"), of(&keys, "two"), of(&keys, "three")),
            ("a".to_owned(), "cd".to_owned(), String::new())
        );
        // What is kept are the keys; the rest is found again.
        let again: Keys = serde_json::from_str(&serde_json::to_string(&keys).unwrap()).unwrap();
        assert_eq!(again, keys);
        keys.remove("a");
        assert_eq!(keys, Keys::from(Table::from(keys.clone())));
    }
}
