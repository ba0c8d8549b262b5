//! RSA key pairs.

use std::fmt;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use rsa::pkcs1::{DecodeRsaPrivateKey, EncodeRsaPrivateKey};
use rsa::pkcs8::EncodePublicKey;

use super::primes::{Candidates, Tested, Testing};
use super::{KeyProblem, RsaNumbers};

/// Bits of the keys that HSMs make.
const BITS: usize = 2048;

/// An RSA key pair.
#[derive(Clone)]
pub struct RsaKey(rsa::PrivateKey);

/// The public exponent of all keys.
const EXPONENT: u64 = 65_537;

/// A key pair that is being made, number by number: searching its primes takes up to seconds.
#[derive(Clone)]
pub struct Making {
    rng: ChaCha20Rng,
    bits: u32,
    /// The primes that were found.
    primes: Vec<rsa::BoxedUint>,
    /// The numbers among which the next one is.
    candidates: Option<Candidates>,
    /// The number that is looked at.
    testing: Option<Testing>,
}

impl Making {
    /// Begins the key pair of a seed with a modulus of so many bits; fewer than 1024 are not made, but 2048 instead.
    #[must_use]
    pub fn new(seed: [u8; 32], bits: usize) -> Self {
        let bits = if bits < rsa::PublicKey::MIN_SIZE {
            BITS
        } else {
            bits
        };
        Self {
            rng: ChaCha20Rng::from_seed(seed),
            bits: u32::try_from(bits).unwrap_or(u32::MAX),
            primes: Vec::new(),
            candidates: None,
            testing: None,
        }
    }

    /// Tries numbers until `pause` asks for a break; returns the key pair once it is there. Where the breaks fall changes nothing.
    pub fn go_on(&mut self, pause: &mut dyn FnMut() -> bool) -> Option<RsaKey> {
        loop {
            match self.testing.take().map(Testing::step) {
                Some(Tested::Testing(more)) => self.testing = Some(more),
                Some(Tested::Prime(number)) => {
                    self.primes.push(number);
                    self.candidates = None;
                }
                Some(Tested::Composite) | None => {
                    let next = self.candidates.as_mut().and_then(Iterator::next);
                    self.testing = next.map(Testing::new);
                    if self.testing.is_none() {
                        self.candidates = self.draw();
                    }
                }
            }
            if self.primes.len() == 2 {
                let primes = std::mem::take(&mut self.primes);
                // Fails where both are the same, or do not go with the exponent: then others are searched.
                if let Ok(key) = rsa::PrivateKey::from_primes(primes, EXPONENT.into()) {
                    return Some(RsaKey(key));
                }
            }
            if pause() {
                return None;
            }
        }
    }

    /// Draws where the search for the next prime begins.
    fn draw(&mut self) -> Option<Candidates> {
        let found = u32::try_from(self.primes.len()).unwrap_or_default();
        let bits = if found == 0 {
            self.bits / 2
        } else {
            self.bits.div_ceil(2)
        };
        Candidates::draw(&mut self.rng, bits)
    }
}

impl fmt::Debug for Making {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Making(…)")
    }
}

impl RsaKey {
    /// Bits of the modulus of a key pair, unless another length is asked for.
    pub const USUAL_BITS: usize = BITS;

    /// The 2048-bit key pair of a seed: the same on every platform.
    #[must_use]
    pub fn generate(seed: [u8; 32]) -> Self {
        Self::generate_bits(seed, BITS)
    }

    /// The key pair of a seed with a modulus of so many bits; fewer than 1024 are not made, but 2048 instead.
    #[must_use]
    pub fn generate_bits(seed: [u8; 32], bits: usize) -> Self {
        let mut making = Making::new(seed, bits);
        loop {
            if let Some(key) = making.go_on(&mut || false) {
                return key;
            }
        }
    }

    /// Reads an unencrypted key, PKCS #8 or PKCS #1.
    ///
    /// # Errors
    /// [`KeyProblem`].
    pub fn from_pem(pem: &str) -> Result<Self, KeyProblem> {
        Self::open(pem, None)
    }

    /// Reads a key, PKCS #8 or PKCS #1, encrypted or not. Text around it is ignored.
    ///
    /// # Errors
    /// [`KeyProblem`].
    pub fn open(pem: &str, phrase: Option<&[u8]>) -> Result<Self, KeyProblem> {
        RsaNumbers::open(pem, phrase)?
            .key()
            .ok_or(KeyProblem::Unsupported)
    }

    /// Its numbers, as files hold them.
    #[must_use]
    pub fn numbers(&self) -> RsaNumbers {
        let der = self.0.to_pkcs1_der().map(|der| der.as_bytes().to_vec());
        RsaNumbers::written(der.unwrap_or_default())
    }

    /// The key as an unencrypted PKCS #8 PEM text.
    #[must_use]
    pub fn to_pem(&self) -> String {
        self.numbers().to_pem()
    }

    /// The public key as SubjectPublicKeyInfo in DER.
    #[must_use]
    pub fn public_key_der(&self) -> Vec<u8> {
        self.0
            .to_public_key()
            .to_public_key_der()
            .map(|der| der.as_bytes().to_vec())
            .unwrap_or_default()
    }

    pub(super) fn signer(&self) -> rsa::pkcs1v15::SigningKey<sha2::Sha256> {
        rsa::pkcs1v15::SigningKey::new(self.0.clone())
    }
}

impl RsaNumbers {
    /// The key that can be used; `None` where the numbers do not belong together.
    #[must_use]
    pub fn key(&self) -> Option<RsaKey> {
        rsa::PrivateKey::from_pkcs1_der(self.der()).ok().map(RsaKey)
    }
}

impl fmt::Debug for RsaKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RsaKey(…)")
    }
}
