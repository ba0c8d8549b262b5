//! The numbers of an RSA private key as files hold them, whether they belong together or not.

use rsa::BoxedUint;
use x509_cert::der::asn1::ObjectIdentifier;

use super::der::{
    BIT_STRING, INTEGER, NULL, OCTET_STRING, OID, SEQUENCE, element, elements, inside, integer, oid,
};
use super::encrypted::{self, Closed};
use super::primes::is_prime;
use super::{read, request};

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// How many numbers stand in a key behind its version.
const COUNT: usize = 8;
/// Bytes of the longest number that is read, and of the longest prime: looking whether a longer one is prime would take a browser too long.
const LONGEST: usize = 512;
const LONGEST_PRIME: usize = 256;

/// The numbers of an RSA private key.
#[derive(Clone, PartialEq, Eq)]
pub struct RsaNumbers {
    /// RSAPrivateKey in DER.
    der: Vec<u8>,
}

/// Why a text does not give a usable private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// There is no private key in it.
    NoKey,
    /// The key is encrypted, and no pass phrase was given.
    NeedsPhrase,
    /// The key is encrypted under another pass phrase.
    WrongPhrase,
    /// It is a private key of another kind, or encrypted in another way than openssl 3 does.
    Unsupported,
}

/// Why numbers do not belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// The public exponent is 1.
    ExponentOne,
    /// The public exponent is even.
    ExponentEven,
    /// p is no prime.
    FirstPrime,
    /// q is no prime.
    SecondPrime,
    /// The modulus is not p times q.
    Modulus,
    /// p or q is 1, so nothing can be said of the exponents.
    NoOrder,
    /// The exponents are no inverses of each other.
    Exponents,
    /// The exponent for p is not that of the key.
    FirstExponent,
    /// The exponent for q is not that of the key.
    SecondExponent,
    /// q has no inverse modulo p.
    NoCoefficient,
    /// The coefficient is not the inverse of q.
    Coefficient,
}

impl RsaNumbers {
    /// Reads a key, PKCS #8 or PKCS #1, encrypted or not. Text around it is ignored.
    ///
    /// # Errors
    /// [`KeyProblem`].
    pub fn open(pem: &str, phrase: Option<&[u8]>) -> Result<Self, KeyProblem> {
        let (label, der) = read::private_key(pem).ok_or_else(|| {
            // The headers of a key under a pass phrase as openssl 1 wrote it.
            if pem.contains("Proc-Type:") {
                KeyProblem::Unsupported
            } else {
                KeyProblem::NoKey
            }
        })?;
        match label {
            "PRIVATE KEY" => Self::of_info(&der).ok_or(KeyProblem::Unsupported),
            "RSA PRIVATE KEY" => Self::of_der(&der).ok_or(KeyProblem::Unsupported),
            "ENCRYPTED PRIVATE KEY" => {
                let phrase = phrase.ok_or(KeyProblem::NeedsPhrase)?;
                let der = encrypted::open(&der, phrase).map_err(|closed| match closed {
                    Closed::Unsupported => KeyProblem::Unsupported,
                    Closed::WrongPhrase => KeyProblem::WrongPhrase,
                })?;
                // A wrong pass phrase may leave what looks like padding.
                Self::of_info(&der).ok_or(KeyProblem::WrongPhrase)
            }
            _ => Err(KeyProblem::Unsupported),
        }
    }

    /// The key inside a PrivateKeyInfo.
    fn of_info(der: &[u8]) -> Option<Self> {
        let [(INTEGER, _), (SEQUENCE, algorithm), (OCTET_STRING, key), ..] =
            inside(der, SEQUENCE)?[..]
        else {
            return None;
        };
        let (OID, algorithm) = *elements(algorithm)?.first()? else {
            return None;
        };
        (algorithm == RSA.as_bytes()).then(|| Self::of_der(key))?
    }

    /// An RSAPrivateKey with two primes.
    fn of_der(der: &[u8]) -> Option<Self> {
        let read = inside(der, SEQUENCE)?;
        let ((INTEGER, [0]), numbers) = read.split_first()? else {
            return None;
        };
        let read: Vec<&[u8]> = numbers
            .iter()
            .filter(|(tag, digits)| *tag == INTEGER && !digits.is_empty())
            .map(|(_, digits)| digits.strip_prefix(&[0]).unwrap_or(digits))
            .collect();
        let short = read.len() == numbers.len()
            && read.iter().all(|digits| digits.len() <= LONGEST)
            && matches!(read[..], [_, _, _, p, q, ..] if p.len().max(q.len()) <= LONGEST_PRIME);
        (short && read.len() == COUNT).then(|| Self { der: der.to_vec() })
    }

    /// The numbers of a key that was made here, in DER.
    pub(super) fn written(der: Vec<u8>) -> Self {
        Self { der }
    }

    /// The modulus, the exponents, the primes, the exponents for them and the coefficient: big-endian digits.
    fn all(&self) -> [&[u8]; COUNT] {
        let numbers = inside(&self.der, SEQUENCE).unwrap_or_default();
        let mut all = [&[][..]; COUNT];
        for (number, (_, digits)) in all.iter_mut().zip(numbers.iter().skip(1)) {
            *number = digits;
        }
        all
    }

    /// RSAPrivateKey in DER.
    pub(super) fn der(&self) -> &[u8] {
        &self.der
    }

    /// PrivateKeyInfo in DER.
    fn info(&self) -> Vec<u8> {
        element(
            SEQUENCE,
            &[
                &integer(&[]),
                &algorithm(),
                &element(OCTET_STRING, &[&self.der]),
            ],
        )
    }

    /// The key as an unencrypted PKCS #8 PEM text.
    #[must_use]
    pub fn to_pem(&self) -> String {
        request::to_pem("PRIVATE KEY", self.info())
    }

    /// The key under a pass phrase, as openssl 3 writes it. Salt and initialization vector must never be used twice.
    #[must_use]
    pub fn to_encrypted_pem(&self, phrase: &[u8], salt: [u8; 8], iv: [u8; 16]) -> String {
        request::to_pem(
            "ENCRYPTED PRIVATE KEY",
            encrypted::close(&self.info(), phrase, salt, iv),
        )
    }

    /// The public key as SubjectPublicKeyInfo in DER.
    #[must_use]
    pub fn public_key_der(&self) -> Vec<u8> {
        let [modulus, exponent, ..] = self.all();
        let key = element(
            SEQUENCE,
            &[
                &element(INTEGER, &[modulus]),
                &element(INTEGER, &[exponent]),
            ],
        );
        element(
            SEQUENCE,
            &[&algorithm(), &element(BIT_STRING, &[&[0], &key])],
        )
    }

    /// Why the numbers do not belong together, in the order in which openssl looks; none where they do.
    #[must_use]
    pub fn faults(&self) -> Vec<NumberFault> {
        let [_, _, _, p_digits, q_digits, ..] = self.all();
        let [n, e, d, p, q, first, second, coefficient] = self.all().map(wide);
        let one = BoxedUint::one();
        let mut found = Vec::new();
        let mut note = |holds: bool, fault: NumberFault| {
            if !holds {
                found.push(fault);
            }
        };
        if same(&e, &one) {
            note(false, NumberFault::ExponentOne);
        } else {
            note(is_odd(&e), NumberFault::ExponentEven);
        }
        note(is_prime_number(p_digits), NumberFault::FirstPrime);
        note(is_prime_number(q_digits), NumberFault::SecondPrime);
        note(same(&n, &p.wrapping_mul(&q)), NumberFault::Modulus);
        let (p_order, q_order) = (order(&p), order(&q));
        let both = d.wrapping_mul(&e);
        let (Some(from_p), Some(from_q)) = (rest(&both, &p_order), rest(&both, &q_order)) else {
            note(false, NumberFault::NoOrder);
            return found;
        };
        let inverse = |rest: &BoxedUint, order: &BoxedUint| same(rest, &one) || same(order, &one);
        note(
            inverse(&from_p, &p_order) && inverse(&from_q, &q_order),
            NumberFault::Exponents,
        );
        let is_rest = |given: &BoxedUint, order: &BoxedUint| {
            rest(&d, order).is_some_and(|rest| same(&rest, given))
        };
        note(is_rest(&first, &p_order), NumberFault::FirstExponent);
        note(is_rest(&second, &q_order), NumberFault::SecondExponent);
        if same(&greatest_divisor(p.clone(), q.clone()), &one) {
            let is_inverse = rest(&coefficient.wrapping_mul(&q), &p)
                .is_some_and(|rest| same(&rest, &one))
                && coefficient.cmp_vartime(&p).is_lt();
            note(is_inverse, NumberFault::Coefficient);
        } else {
            note(false, NumberFault::NoCoefficient);
        }
        found
    }
}

impl std::fmt::Debug for RsaNumbers {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("RsaNumbers(…)")
    }
}

fn algorithm() -> Vec<u8> {
    element(SEQUENCE, &[&oid(RSA), &element(NULL, &[])])
}

fn same(left: &BoxedUint, right: &BoxedUint) -> bool {
    left.cmp_vartime(right).is_eq()
}

/// A number with room for the product with another one.
fn wide(digits: &[u8]) -> BoxedUint {
    let bits = u32::try_from(2 * LONGEST * 8).unwrap_or(u32::MAX);
    BoxedUint::from_be_slice(digits, bits).unwrap_or_else(|_| BoxedUint::zero())
}

/// Looked at with no more room than it needs, which is much faster.
fn is_prime_number(digits: &[u8]) -> bool {
    is_prime(&BoxedUint::from_be_slice_vartime(digits))
}

fn is_odd(number: &BoxedUint) -> bool {
    number.as_words().first().is_some_and(|word| word & 1 == 1)
}

/// How many numbers below a prime there are. Below 0 is counted like below 2.
fn order(prime: &BoxedUint) -> BoxedUint {
    let one = BoxedUint::one();
    if prime.is_zero().into() {
        one
    } else {
        prime.wrapping_sub(&one)
    }
}

/// What is left of a number after dividing; `None` where nothing can be divided by.
fn rest(number: &BoxedUint, by: &BoxedUint) -> Option<BoxedUint> {
    by.as_nz_vartime().map(|by| number.rem_vartime(by))
}

fn greatest_divisor(mut left: BoxedUint, mut right: BoxedUint) -> BoxedUint {
    while let Some(less) = rest(&left, &right) {
        (left, right) = (right, less);
    }
    left
}
