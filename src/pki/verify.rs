//! Verifying signatures: RSA PKCS #1 v1.5 over SHA-2, which is what clusters accept.

use rsa::PublicKey;
use rsa::pkcs1v15::{Signature, VerifyingKey};
use rsa::pkcs8::DecodePublicKey;
use rsa::signature::Verifier;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode, Reader, SliceReader, asn1::AnyRef};

/// What came of verifying a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureCheck {
    /// The key made it.
    Valid,
    /// The key did not make it.
    Invalid,
    /// The kind of key or signature cannot be verified here.
    Unsupported,
}

pub(super) const RSA_SHA1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.5");
pub(super) const RSA_SHA256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
pub(super) const RSA_SHA384: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
pub(super) const RSA_SHA512: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");

/// Verifies the signature of a signed DER structure (certificate or request) over its own first element.
pub(super) fn check(
    der: &[u8],
    algorithm: ObjectIdentifier,
    signature: &[u8],
    public_key_der: &[u8],
) -> SignatureCheck {
    let (Ok(key), Some(signed)) = (
        PublicKey::from_public_key_der(public_key_der),
        first_element(der),
    ) else {
        return SignatureCheck::Unsupported;
    };
    let Ok(signature) = Signature::try_from(signature) else {
        return SignatureCheck::Invalid;
    };
    let outcome = match algorithm {
        RSA_SHA256 => VerifyingKey::<sha2::Sha256>::new(key).verify(signed, &signature),
        RSA_SHA384 => VerifyingKey::<sha2::Sha384>::new(key).verify(signed, &signature),
        RSA_SHA512 => VerifyingKey::<sha2::Sha512>::new(key).verify(signed, &signature),
        _ => return SignatureCheck::Unsupported,
    };
    if outcome.is_ok() {
        SignatureCheck::Valid
    } else {
        SignatureCheck::Invalid
    }
}

/// The first element of a sequence, as it stands. Encoding a parsed certificate again may change its bytes (times before 2050), and the
/// signature is over the original ones.
fn first_element(der: &[u8]) -> Option<&[u8]> {
    let outer = AnyRef::decode(&mut SliceReader::new(der).ok()?).ok()?;
    SliceReader::new(outer.value()).ok()?.tlv_bytes().ok()
}
