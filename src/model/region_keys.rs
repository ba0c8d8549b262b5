//! The KMS keys of a Region, found by their id, by their aliases and by their key store.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::table::Iter;
use super::{Alias, Key, Table, Timestamp};

/// The KMS keys of a Region by key id (a UUID). It derefs to that table; which keys are in which key store and which alias names
/// which key follows from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Table<String, Key>", into = "Table<String, Key>")]
pub struct Keys {
    all: Table<String, Key>,
    /// Ids of the keys in a key store, by its id; a store without keys is left out.
    stored: Table<String, Table<String, ()>>,
    /// Key ids by alias.
    named: Table<String, String>,
}

impl Keys {
    /// Adds a key.
    pub fn insert(&mut self, id: String, key: Key) {
        self.remove(&id);
        self.note(&id, &key);
        self.all.insert(id, key);
    }

    /// Removes a key.
    pub fn remove(&mut self, id: &str) -> Option<Key> {
        let key = self.all.remove(id)?;
        for alias in &key.aliases {
            self.named.remove(&alias.name);
        }
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

    /// A key, to change it; where its material is never changes, and aliases change by the methods for them.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Key> {
        self.all.get_mut(id)
    }

    /// Ids of the keys in a key store, those pending deletion included.
    pub fn in_store(&self, store: &str) -> impl Iterator<Item = &String> {
        self.stored.get(store).into_iter().flat_map(Table::keys)
    }

    /// An alias (`alias/…`) and the key that it names.
    #[must_use]
    pub fn alias(&self, name: &str) -> Option<(&Key, &Alias)> {
        let key = self.all.get(self.named.get(name)?)?;
        Some((key, key.aliases.iter().find(|alias| alias.name == name)?))
    }

    /// All aliases in the order of their names, each with the id of its key.
    #[must_use]
    pub fn aliases(&self) -> Iter<'_, String, String> {
        self.named.iter()
    }

    /// Gives an alias to a key; the alias may be new or belong to another key.
    pub fn set_alias(&mut self, name: &str, key: &str, now: Timestamp) {
        let created = self.remove_alias(name).map_or(now, |alias| alias.created);
        if let Some(key) = self.all.get_mut(key) {
            let alias = Alias {
                name: name.to_owned(),
                created,
                updated: now,
            };
            let place = key
                .aliases
                .partition_point(|other| other.name.as_str() < name);
            key.aliases.insert(place, alias);
            self.named.insert(name.to_owned(), key.id.clone());
        }
    }

    /// Removes an alias.
    pub fn remove_alias(&mut self, name: &str) -> Option<Alias> {
        let key = self.all.get_mut(&self.named.remove(name)?)?;
        let place = key.aliases.iter().position(|alias| alias.name == name)?;
        Some(key.aliases.remove(place))
    }

    /// Adds a key to the tables that find it by other things than its id.
    fn note(&mut self, id: &str, key: &Key) {
        for alias in &key.aliases {
            self.named.insert(alias.name.clone(), id.to_owned());
        }
        let Some(store) = key.store_id() else {
            return;
        };
        if !self.stored.contains_key(store) {
            self.stored.insert(store.to_owned(), Table::new());
        }
        if let Some(ids) = self.stored.get_mut(store) {
            ids.insert(id.to_owned(), ());
        }
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
        let mut keys = Self::default();
        for (id, key) in &all {
            keys.note(id, key);
        }
        keys.all = all;
        keys
    }
}

impl From<Keys> for Table<String, Key> {
    fn from(keys: Keys) -> Self {
        keys.all
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
            aliases: Vec::new(),
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
        // Only the keys are saved; the other tables are built from them.
        let again: Keys = serde_json::from_str(&serde_json::to_string(&keys).unwrap()).unwrap();
        assert_eq!(again, keys);
        keys.remove("a");
        assert_eq!(keys, Keys::from(Table::from(keys.clone())));
    }

    #[test]
    fn an_alias_names_one_key_and_goes_with_it() {
        let mut keys = Keys::default();
        for id in ["a", "b"] {
            keys.insert(id.to_owned(), key(id, None));
        }
        keys.set_alias("alias/x", "a", Timestamp(1));
        keys.set_alias("alias/y", "b", Timestamp(2));
        keys.set_alias("alias/x", "b", Timestamp(3));
        let shown = |keys: &Keys| -> Vec<(String, String, i64, i64)> {
            keys.aliases()
                .map(|(name, _)| {
                    let (key, alias) = keys.alias(name).unwrap();
                    let Alias {
                        name,
                        created,
                        updated,
                    } = alias.clone();
                    (name, key.id.clone(), created.0, updated.0)
                })
                .collect()
        };
        let x = ("alias/x".to_owned(), "b".to_owned(), 1, 3);
        let y = ("alias/y".to_owned(), "b".to_owned(), 2, 2);
        assert_eq!(shown(&keys), [x.clone(), y]);
        let again: Keys = serde_json::from_str(&serde_json::to_string(&keys).unwrap()).unwrap();
        assert_eq!(again, keys);
        keys.remove_alias("alias/y");
        assert_eq!(shown(&keys), [x]);
        keys.remove("b");
        assert!(keys.alias("alias/x").is_none());
        assert_eq!(keys, Keys::from(Table::from(keys.clone())));
    }
}
