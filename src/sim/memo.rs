//! RSA key pairs, made once. A key is a pure function of (seed, purpose), so keeping it outside the account only saves time:
//! making one takes up to half a second in a browser.

use std::collections::{BTreeMap, BTreeSet};

use hmac::digest::Digest;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::pki::{Making, RsaKey};

/// Key pairs by purpose, as PEM.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Memo {
    keys: BTreeMap<String, String>,
    /// Names of the key pairs that are not kept anywhere else yet.
    #[serde(skip)]
    fresh: BTreeSet<String>,
    /// The key pair that is being made.
    #[serde(skip)]
    making: Option<Box<(String, Making)>>,
}

/// The seed of the key pair of a name.
fn seed_of(name: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update(b"rsa")
        .chain_update(name.as_bytes())
        .finalize()
        .into()
}

/// What is being made counts for nothing until it is there.
impl PartialEq for Memo {
    fn eq(&self, other: &Self) -> bool {
        (&self.keys, &self.fresh) == (&other.keys, &other.fresh)
    }
}

impl Memo {
    /// The 2048-bit key pair of a purpose (such as an HSM id), made on first use.
    pub fn rsa(&mut self, seed: u64, purpose: &str) -> RsaKey {
        self.rsa_of(seed, purpose, 2048)
    }

    /// The key pair of a purpose with a modulus of so many bits, made on first use.
    pub fn rsa_of(&mut self, seed: u64, purpose: &str, bits: usize) -> RsaKey {
        let name = format!("{seed}/{purpose}");
        if let Some(key) = self
            .keys
            .get(&name)
            .and_then(|pem| RsaKey::from_pem(pem).ok())
        {
            return key;
        }
        let key = RsaKey::generate_bits(seed_of(&name), bits);
        self.keep(name, &key);
        key
    }

    /// Goes on making the key pair of a purpose until `pause` asks for a break; returns whether it is made.
    pub fn make(
        &mut self,
        seed: u64,
        purpose: &str,
        bits: usize,
        pause: &mut dyn FnMut() -> bool,
    ) -> bool {
        if self.has(seed, purpose) {
            return true;
        }
        let name = format!("{seed}/{purpose}");
        let begun = self.making.take().filter(|begun| begun.0 == name);
        let (name, mut making) = *begun.unwrap_or_else(|| {
            let making = Making::new(seed_of(&name), bits);
            Box::new((name, making))
        });
        match making.go_on(pause) {
            Some(key) => {
                self.keep(name, &key);
                true
            }
            None => {
                self.making = Some(Box::new((name, making)));
                false
            }
        }
    }

    fn keep(&mut self, name: String, key: &RsaKey) {
        self.keys.insert(name.clone(), key.to_pem());
        self.fresh.insert(name);
    }

    /// Whether the key pair of a purpose is there already.
    #[must_use]
    pub fn has(&self, seed: u64, purpose: &str) -> bool {
        self.keys.contains_key(&format!("{seed}/{purpose}"))
    }

    /// Number of key pairs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Takes over what another memo holds.
    pub fn absorb(&mut self, other: Self) {
        for (name, pem) in other.keys {
            if !self.keys.contains_key(&name) {
                self.fresh.insert(name.clone());
                self.keys.insert(name, pem);
            }
        }
    }

    /// A memo of key pairs that were kept, by their names.
    #[must_use]
    pub fn kept(keys: BTreeMap<String, String>) -> Self {
        Self {
            keys,
            fresh: BTreeSet::new(),
            making: None,
        }
    }

    /// All key pairs by their names, as PEM.
    #[must_use]
    pub fn keys(&self) -> &BTreeMap<String, String> {
        &self.keys
    }

    /// The key pairs that are not kept yet.
    pub fn fresh(&self) -> impl Iterator<Item = (&String, &String)> {
        self.fresh
            .iter()
            .filter_map(|name| self.keys.get_key_value(name))
    }

    /// All of them are kept now.
    pub fn settle(&mut self) {
        self.fresh.clear();
    }
}
