//! RSA key pairs.

use std::fmt;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey, LineEnding};

/// Bits of the keys made here.
const BITS: usize = 2048;

/// An RSA key pair.
#[derive(Clone)]
pub struct RsaKey(rsa::PrivateKey);

/// A text does not hold a usable private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyProblem;

impl RsaKey {
    /// The 2048-bit key pair of a seed: the same on every platform.
    #[must_use]
    pub fn generate(seed: [u8; 32]) -> Self {
        let mut rng = ChaCha20Rng::from_seed(seed);
        loop {
            // Fails for a modulus too small only, which 2048 bits are not.
            if let Ok(key) = rsa::PrivateKey::new(&mut rng, BITS) {
                return Self(key);
            }
        }
    }

    /// Reads an unencrypted key, PKCS #8 or PKCS #1.
    ///
    /// # Errors
    /// [`KeyProblem`].
    pub fn from_pem(pem: &str) -> Result<Self, KeyProblem> {
        rsa::PrivateKey::from_pkcs8_pem(pem)
            .ok()
            .or_else(|| rsa::PrivateKey::from_pkcs1_pem(pem).ok())
            .map(Self)
            .ok_or(KeyProblem)
    }

    /// The key as an unencrypted PKCS #8 PEM text.
    #[must_use]
    pub fn to_pem(&self) -> String {
        self.0
            .to_pkcs8_pem(LineEnding::LF)
            .map(|pem| pem.to_string())
            .unwrap_or_default()
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

impl fmt::Debug for RsaKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RsaKey(…)")
    }
}
