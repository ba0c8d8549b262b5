//! `openssl rsa`: reads an RSA key, tells about it, and writes it under a pass phrase or without one.

use super::options::{Table, Takes, unknown_cipher};
use super::{Done, Tool, error};
use crate::pki::{self, NumberFault, RsaNumbers};

pub(super) const OPTIONS: Table = &[
    ("in", Takes::Value),
    ("out", Takes::Value),
    ("passin", Takes::Value),
    ("passout", Takes::Value),
    ("aes256", Takes::Nothing),
    ("aes-256-cbc", Takes::Nothing),
    ("pubout", Takes::Nothing),
    ("check", Takes::Nothing),
    ("noout", Takes::Nothing),
    ("modulus", Takes::Nothing),
    ("aes128", Takes::Absent),
    ("aes192", Takes::Absent),
    ("des3", Takes::Absent),
    ("inform", Takes::Absent),
    ("outform", Takes::Absent),
    ("pubin", Takes::Absent),
    ("text", Takes::Absent),
    ("traditional", Takes::Absent),
];

pub(super) fn run(tool: &mut Tool<'_, '_>, arguments: &[String]) -> Done<()> {
    let options = tool.options(OPTIONS, arguments, unknown_cipher)?;
    if !options.rest.is_empty() {
        return tool.misused("");
    }
    let phrase = tool.named_phrase(options.value("passin"))?;
    let new_phrase = tool.named_phrase(options.value("passout"))?;
    let key = tool.numbers(options.value("in"), "private key", phrase.as_deref())?;
    let public_key_der = key.public_key_der();
    if options.has("modulus") {
        let modulus = pki::modulus(&public_key_der).unwrap_or_default();
        tool.out.push_str(&format!("Modulus={modulus}\n"));
    }
    if options.has("check") {
        check(tool, &key);
    }
    if options.has("noout") {
        return Ok(());
    }
    if let Some(name) = options.value("out") {
        tool.writable(name)?;
    }
    tool.err.push_str("writing RSA key\n");
    let text = if options.has("pubout") {
        pki::to_pem("PUBLIC KEY", public_key_der)
    } else {
        let closed = options.has("aes256") || options.has("aes-256-cbc");
        let phrase = match new_phrase {
            _ if !closed => None,
            Some(phrase) => Some(phrase),
            None => Some(tool.new_phrase("Enter pass phrase:")?),
        };
        tool.closed(&key, phrase.as_deref())
    };
    tool.write(options.value("out"), text)
}

/// Says whether the numbers of a key belong together. The command goes on whatever comes of it.
fn check(tool: &mut Tool<'_, '_>, key: &RsaNumbers) {
    let faults = key.faults();
    if faults.is_empty() {
        tool.out.push_str("RSA key ok\n");
        return;
    }
    tool.err.push_str("RSA key not ok\n");
    for fault in faults {
        let (number, text, line) = match fault {
            NumberFault::ExponentOne => ("65", "bad e value", 60),
            NumberFault::ExponentEven => ("65", "bad e value", 64),
            NumberFault::FirstPrime => ("80", "p not prime", 70),
            NumberFault::SecondPrime => ("81", "q not prime", 76),
            NumberFault::Modulus => ("7F", "n does not equal p q", 105),
            NumberFault::Exponents => ("7B", "d e not congruent to 1", 157),
            NumberFault::FirstExponent => ("7C", "dmp1 not congruent to d", 172),
            NumberFault::SecondExponent => ("7D", "dmq1 not congruent to d", 186),
            NumberFault::Coefficient => ("7E", "iqmp not inverse of q", 196),
            NumberFault::NoOrder => {
                tool.err.push_str(&error(
                    "01800067:bignum routines:BN_div:div by zero:../crypto/bn/bn_div.c:217:",
                ));
                continue;
            }
            NumberFault::NoCoefficient => {
                tool.err.push_str(&error(
                    "0180006C:bignum routines:BN_mod_inverse:no inverse:../crypto/bn/bn_gcd.c:531:",
                ));
                continue;
            }
        };
        tool.err.push_str(&error(&format!(
            "020000{number}:rsa routines:rsa_validate_keypair_multiprime:{text}:../crypto/rsa/rsa_chk.c:{line}:"
        )));
    }
}
