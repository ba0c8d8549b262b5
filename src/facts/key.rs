//! KMS keys and ciphertexts as rules see them.

use super::AccountFacts;
use crate::model::{Key, KeyState};

/// What a request's `KeyId` turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum KeyReference {
    /// A key that exists.
    Found,
    /// A well-formed key id of no key; the ARN that it would have.
    Unknown(String),
    /// Neither key id nor ARN nor alias; the text.
    Malformed(String),
    /// An ARN of another Region; that Region.
    OtherRegion(String),
}

/// A KMS key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFacts {
    /// What the `KeyId` of the request is.
    pub reference: KeyReference,
    /// The key, if it exists.
    pub key: Option<Key>,
    /// Its state as DescribeKey shows it.
    pub state: Option<KeyState>,
}

/// A ciphertext that an operation is given.
#[derive(Clone, Debug, PartialEq)]
pub struct CiphertextFacts {
    /// The ARN of the key that made it; `None` when it is no ciphertext of ours.
    pub key_arn: Option<String>,
    /// Whether it decrypts under that key with the encryption context of the request.
    pub authentic: bool,
}

/// The key that the request names.
pub(super) fn named(_facts: &AccountFacts<'_>) -> Option<KeyFacts> {
    None
}

/// The ciphertext that the request carries.
pub(super) fn ciphertext(_facts: &AccountFacts<'_>) -> Option<CiphertextFacts> {
    None
}
