//! Secrets as the log stores them: they can be compared and checked, but not read.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The single member of the JSON object that stands for a secret inside a request: `{"$secret": {…}}`.
pub const SECRET_MEMBER: &str = "$secret";

/// What is kept of a password, pass phrase or plaintext: a keyed hash under one key per account, so that equal secrets compare
/// equal, and the two properties that checks need. The text itself never reaches the log, a save or an export. A short secret can
/// still be guessed by trying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret {
    /// HMAC-SHA256 of the bytes under the account's key, in hexadecimal.
    pub mac: String,
    /// Length: characters of a text, bytes of a blob.
    pub length: usize,
    /// Whether every character is an ASCII letter or digit.
    pub alphanumeric: bool,
}

impl Secret {
    /// The form in which a secret stands inside a request.
    #[must_use]
    pub fn to_value(&self) -> Value {
        json!({ SECRET_MEMBER: self })
    }

    /// The secret that `value` stands for, if it is one.
    #[must_use]
    pub fn from_value(value: &Value) -> Option<Self> {
        let object = value.as_object()?;
        serde_json::from_value(object.get(SECRET_MEMBER)?.clone()).ok()
    }
}
