//! RSA key pairs, made once. A key is a pure function of (seed, purpose), so keeping it outside the account changes nothing but time:
//! making one takes up to half a second in a browser.

use std::collections::BTreeMap;

use hmac::digest::Digest;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::pki::RsaKey;

/// Key pairs by purpose, as PEM.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Memo {
    keys: BTreeMap<String, String>,
}

impl Memo {
    /// The key pair of a purpose (such as an HSM id), made on first use.
    pub fn rsa(&mut self, seed: u64, purpose: &str) -> RsaKey {
        let name = format!("{seed}/{purpose}");
        if let Some(key) = self
            .keys
            .get(&name)
            .and_then(|pem| RsaKey::from_pem(pem).ok())
        {
            return key;
        }
        let digest = Sha256::new()
            .chain_update(b"rsa")
            .chain_update(name.as_bytes())
            .finalize();
        let key = RsaKey::generate(digest.into());
        self.keys.insert(name, key.to_pem());
        key
    }

    /// Whether the key pair of a purpose is there already.
    #[must_use]
    pub fn has(&self, seed: u64, purpose: &str) -> bool {
        self.keys.contains_key(&format!("{seed}/{purpose}"))
    }

    /// Takes over what another memo holds.
    pub fn absorb(&mut self, other: Self) {
        self.keys.extend(other.keys);
    }
}
