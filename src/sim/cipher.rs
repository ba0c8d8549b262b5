//! Ciphertexts of the simulated KMS: real AES-256-GCM in a format of our own, bound to the key's ARN and to the encryption context. It is
//! plainly not the format of AWS: it begins with the letters `KSPG`.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use serde_json::Value;

use crate::model::Sort;

const MAGIC: &[u8] = b"KSPG\x01";
const NONCE: usize = 12;

/// Encrypts. `context` is the encryption context of the request, an object or null.
#[must_use]
pub fn encrypt(
    material: &[u8],
    nonce: &[u8],
    arn: &str,
    context: &Value,
    plaintext: &[u8],
) -> Option<Vec<u8>> {
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::try_from(material).ok()?);
    let nonce = nonce.get(..NONCE)?;
    let sealed = cipher
        .encrypt(
            &Nonce::try_from(nonce).ok()?,
            Payload {
                msg: plaintext,
                aad: &bound(arn, context),
            },
        )
        .ok()?;
    let length = u8::try_from(arn.len()).ok()?;
    Some([MAGIC, &[length], arn.as_bytes(), nonce, &sealed].concat())
}

/// The ARN of the key that made a ciphertext; `None` for what is no ciphertext of ours.
#[must_use]
pub fn key_arn(blob: &[u8]) -> Option<&str> {
    let rest = blob.strip_prefix(MAGIC)?;
    let (length, rest) = rest.split_first()?;
    std::str::from_utf8(rest.get(..usize::from(*length))?).ok()
}

/// Decrypts; `None` when the ciphertext was not made by this material with this context.
#[must_use]
pub fn decrypt(material: &[u8], context: &Value, blob: &[u8]) -> Option<Vec<u8>> {
    let arn = key_arn(blob)?;
    let rest = blob.get(MAGIC.len() + 1 + arn.len()..)?;
    let (nonce, sealed) = rest.split_at_checked(NONCE)?;
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::try_from(material).ok()?);
    cipher
        .decrypt(
            &Nonce::try_from(nonce).ok()?,
            Payload {
                msg: sealed,
                aad: &bound(arn, context),
            },
        )
        .ok()
}

/// What a ciphertext is bound to: the ARN and the pairs of the context, sorted by name, each with its length before it.
fn bound(arn: &str, context: &Value) -> Vec<u8> {
    let mut pairs: Vec<(&str, &str)> = context
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
        .collect();
    pairs.order();
    let mut out = Vec::new();
    for text in [arn]
        .into_iter()
        .chain(pairs.into_iter().flat_map(|(name, value)| [name, value]))
    {
        out.extend_from_slice(&(text.len() as u64).to_be_bytes());
        out.extend_from_slice(text.as_bytes());
    }
    out
}
