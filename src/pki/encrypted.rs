//! Private keys under a pass phrase: PKCS #8 with PBES2, that is PBKDF2 over HMAC-SHA256 and AES-256-CBC, which is what openssl 3
//! writes and reads. Written out, as the crates `cbc` and `pbkdf2` make the page larger.

use aes_gcm::aes::Aes256;
use aes_gcm::aes::cipher::{Array, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use x509_cert::der::asn1::ObjectIdentifier;

use super::der::{INTEGER, NULL, OCTET_STRING, OID, SEQUENCE, element, inside, integer, oid};

const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
const PBKDF2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.12");
const HMAC_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.2.9");
const AES_256_CBC: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.1.42");

/// Rounds of PBKDF2, as openssl 3 has them.
const ROUNDS: u32 = 2_048;
/// More rounds than this would keep a browser busy for seconds.
const MOST_ROUNDS: u32 = 1_000_000;
/// Bytes of a block of AES.
const BLOCK: usize = 16;

/// Why an encrypted key cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closed {
    /// It is damaged, or encrypted in another way.
    Unsupported,
    /// The pass phrase is another one.
    WrongPhrase,
}

/// Encrypts a key; returns the EncryptedPrivateKeyInfo in DER. Salt and initialization vector must never be used twice.
pub(super) fn close(key: &[u8], phrase: &[u8], salt: [u8; 8], iv: [u8; BLOCK]) -> Vec<u8> {
    let cipher = Aes256::new(&derive(phrase, &salt, ROUNDS).into());
    let padding = BLOCK - key.len() % BLOCK;
    let mut padded = key.to_vec();
    // At most sixteen.
    padded.resize(
        key.len() + padding,
        u8::try_from(padding).unwrap_or_default(),
    );
    let mut encrypted = Vec::with_capacity(padded.len());
    let mut before = iv;
    for block in padded.chunks(BLOCK) {
        let mut mixed = [0; BLOCK];
        for (index, byte) in mixed.iter_mut().enumerate() {
            *byte = block[index] ^ before[index];
        }
        let mut block = Array::from(mixed);
        cipher.encrypt_block(&mut block);
        before = block.into();
        encrypted.extend_from_slice(&before);
    }
    let function = element(SEQUENCE, &[&oid(HMAC_SHA256), &element(NULL, &[])]);
    let derivation = element(
        SEQUENCE,
        &[
            &element(OCTET_STRING, &[&salt]),
            &integer(&ROUNDS.to_be_bytes()),
            &function,
        ],
    );
    let derivation = element(SEQUENCE, &[&oid(PBKDF2), &derivation]);
    let encryption = element(
        SEQUENCE,
        &[&oid(AES_256_CBC), &element(OCTET_STRING, &[&iv])],
    );
    let scheme = element(SEQUENCE, &[&derivation, &encryption]);
    let algorithm = element(SEQUENCE, &[&oid(PBES2), &scheme]);
    element(
        SEQUENCE,
        &[&algorithm, &element(OCTET_STRING, &[&encrypted])],
    )
}

/// Decrypts an EncryptedPrivateKeyInfo; returns the PrivateKeyInfo in DER.
pub(super) fn open(der: &[u8], phrase: &[u8]) -> Result<Vec<u8>, Closed> {
    let locked = locked(der).ok_or(Closed::Unsupported)?;
    let cipher = Aes256::new(&derive(phrase, locked.salt, locked.rounds).into());
    let mut key = Vec::with_capacity(locked.encrypted.len());
    let mut before = locked.iv;
    for chunk in locked.encrypted.chunks(BLOCK) {
        let chunk: [u8; BLOCK] = chunk.try_into().map_err(|_| Closed::Unsupported)?;
        let mut block = Array::from(chunk);
        cipher.decrypt_block(&mut block);
        key.extend(block.iter().zip(before).map(|(byte, before)| byte ^ before));
        before = chunk;
    }
    let padding = key.last().map_or(0, |last| usize::from(*last));
    let padded = (1..=BLOCK).contains(&padding)
        && key[key.len() - padding..]
            .iter()
            .all(|byte| usize::from(*byte) == padding);
    if !padded {
        return Err(Closed::WrongPhrase);
    }
    key.truncate(key.len() - padding);
    Ok(key)
}

/// What an encrypted key tells about itself.
struct Locked<'a> {
    salt: &'a [u8],
    rounds: u32,
    iv: [u8; BLOCK],
    encrypted: &'a [u8],
}

fn locked(der: &[u8]) -> Option<Locked<'_>> {
    let [(SEQUENCE, algorithm), (OCTET_STRING, encrypted)] = inside(der, SEQUENCE)?[..] else {
        return None;
    };
    let scheme = parameters(algorithm, PBES2)?;
    let [(SEQUENCE, derivation), (SEQUENCE, encryption)] = super::der::elements(scheme)?[..] else {
        return None;
    };
    let iv = super::der::elements(encryption)?;
    let [(OID, cipher), (OCTET_STRING, iv)] = iv[..] else {
        return None;
    };
    let [
        (OCTET_STRING, salt),
        (INTEGER, rounds),
        (SEQUENCE, function),
    ] = super::der::elements(parameters(derivation, PBKDF2)?)?[..]
    else {
        return None;
    };
    let function = super::der::elements(function)?;
    let (OID, function) = *function.first()? else {
        return None;
    };
    if function != HMAC_SHA256.as_bytes() || cipher != AES_256_CBC.as_bytes() || rounds.len() > 4 {
        return None;
    }
    let rounds = rounds
        .iter()
        .fold(0, |rounds, digit| rounds << 8 | u32::from(*digit));
    (1..=MOST_ROUNDS).contains(&rounds).then_some(Locked {
        salt,
        rounds,
        iv: iv.try_into().ok()?,
        encrypted,
    })
}

/// The parameters behind an algorithm's name, where it is the wanted one.
fn parameters(algorithm: &[u8], wanted: ObjectIdentifier) -> Option<&[u8]> {
    match super::der::elements(algorithm)?[..] {
        [(OID, name), (SEQUENCE, parameters)] if name == wanted.as_bytes() => Some(parameters),
        _ => None,
    }
}

/// PBKDF2 for 32 bytes, which is one block of SHA-256.
fn derive(phrase: &[u8], salt: &[u8], rounds: u32) -> [u8; 32] {
    let keyed = keyed(phrase);
    let mut first = keyed.clone();
    first.update(salt);
    first.update(&1_u32.to_be_bytes());
    let mut round: [u8; 32] = first.finalize().into_bytes().into();
    let mut derived = round;
    for _ in 1..rounds {
        let mut next = keyed.clone();
        next.update(&round);
        round = next.finalize().into_bytes().into();
        for (byte, mixed) in derived.iter_mut().zip(round) {
            *byte ^= mixed;
        }
    }
    derived
}

/// HMAC under a pass phrase of any length, in the key form that cannot fail.
fn keyed(phrase: &[u8]) -> Hmac<Sha256> {
    use sha2::Digest;
    let mut block = [0; 64];
    if phrase.len() > block.len() {
        block[..32].copy_from_slice(&Sha256::digest(phrase));
    } else {
        block[..phrase.len()].copy_from_slice(phrase);
    }
    <Hmac<Sha256> as KeyInit>::new(&block.into())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::{Closed, close, open};
    use crate::sim::hex;

    #[test]
    fn the_same_key_and_phrase_give_the_same_bytes_for_ever() {
        let long = [b'x'; 70];
        let mut all = Sha256::new();
        for (length, phrase) in [(0, &b"phrase"[..]), (15, b""), (16, b"phrase"), (40, &long)] {
            let key: Vec<u8> = (0..length).collect();
            let der = close(&key, phrase, [7; 8], [9; 16]);
            assert_eq!(open(&der, phrase), Ok(key));
            assert_eq!(open(&der, b"another"), Err(Closed::WrongPhrase));
            all.update(der);
        }
        assert_eq!(
            hex(&all.finalize()),
            "e45c1e3d3dd8f76554830820bb19d2c0b6e646d1479742feac278a5a02ee45e0"
        );
    }
}
