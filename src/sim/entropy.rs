//! Seeded bytes. There is no shared stream: every value is a function of the seed, the number of the command and a purpose, so a call
//! that is refused, or an operation that draws more than before, shifts nothing after it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::model::Secret;

const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// The source of all bytes of one command.
#[derive(Clone, Debug)]
pub struct Entropy {
    seed: u64,
    number: u64,
}

impl Entropy {
    /// The bytes of command `number` under `seed`.
    #[must_use]
    pub fn new(seed: u64, number: u64) -> Self {
        Self { seed, number }
    }

    /// 32 bytes for a purpose; the same purpose gives the same bytes.
    #[must_use]
    pub fn bytes(&self, purpose: &str) -> [u8; 32] {
        keyed(
            self.seed,
            &[b"entropy", &self.number.to_be_bytes(), purpose.as_bytes()],
        )
    }

    /// `count` bytes for a purpose.
    #[must_use]
    pub fn many(&self, purpose: &str, count: usize) -> Vec<u8> {
        (0..count.div_ceil(32))
            .flat_map(|block| self.bytes(&format!("{purpose}#{block}")))
            .take(count)
            .collect()
    }

    /// An id of EC2's form: `prefix-` and 17 hexadecimal digits.
    #[must_use]
    pub fn hex_id(&self, prefix: &str, purpose: &str) -> String {
        format!(
            "{prefix}-{}",
            &hex(&self.bytes(&format!("{prefix}/{purpose}")))[..17]
        )
    }

    /// An id of CloudHSM's form: `prefix-` and 11 characters of base32, which the service's own patterns accept.
    #[must_use]
    pub fn base32_id(&self, prefix: &str, purpose: &str) -> String {
        let letters: String = self.bytes(&format!("{prefix}/{purpose}"))[..11]
            .iter()
            .map(|byte| char::from(BASE32[usize::from(byte % 32)]))
            .collect();
        format!("{prefix}-{letters}")
    }

    /// A random (version 4) UUID.
    #[must_use]
    pub fn uuid(&self, purpose: &str) -> String {
        let mut bytes = self.bytes(&format!("uuid/{purpose}"));
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let text = hex(&bytes[..16]);
        [
            &text[..8],
            &text[8..12],
            &text[12..16],
            &text[16..20],
            &text[20..],
        ]
        .join("-")
    }

    /// A password of 32 letters and digits that nobody typed, as KMS gives to kmsuser.
    #[must_use]
    pub fn password(&self, purpose: &str) -> Secret {
        self.seal(hex(&self.bytes(&format!("password/{purpose}"))[..16]).as_bytes())
    }

    /// The form in which a secret is kept.
    #[must_use]
    pub fn seal(&self, clear: &[u8]) -> Secret {
        seal(self.seed, clear)
    }
}

/// The form in which an account with this seed keeps a secret.
#[must_use]
pub fn seal(seed: u64, clear: &[u8]) -> Secret {
    let text = std::str::from_utf8(clear).ok();
    Secret {
        mac: hex(&keyed(seed, &[b"secret", clear])),
        length: text.map_or(clear.len(), |text| text.chars().count()),
        alphanumeric: clear.iter().all(u8::is_ascii_alphanumeric),
    }
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads hexadecimal digits; `None` where they are not.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

fn keyed(seed: u64, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new(&seed.to_be_bytes().into_block());
    for part in parts {
        // The length goes first, so that no two lists of parts run together.
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Pads the seed to the block size of SHA-256, which is the key form that cannot fail.
trait IntoBlock {
    fn into_block(self) -> hmac::digest::array::Array<u8, hmac::digest::consts::U64>;
}

impl IntoBlock for [u8; 8] {
    fn into_block(self) -> hmac::digest::array::Array<u8, hmac::digest::consts::U64> {
        let mut block = hmac::digest::array::Array::default();
        block[..8].copy_from_slice(&self);
        block
    }
}
