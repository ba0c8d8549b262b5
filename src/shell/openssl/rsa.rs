//! `openssl rsa`: reads an RSA key, tells about it, and writes it under a pass phrase or without one.

use super::options::{Table, Takes, unknown_cipher};
use super::{Done, Tool};
use crate::pki;

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
    let key = tool.key(options.value("in"), "private key", phrase.as_deref())?;
    let public_key_der = key.public_key_der();
    if options.has("modulus") {
        let modulus = pki::modulus(&public_key_der).unwrap_or_default();
        tool.out.push_str(&format!("Modulus={modulus}\n"));
    }
    if options.has("check") {
        tool.out.push_str(if key.is_sound() {
            "RSA key ok\n"
        } else {
            "RSA key not ok\n"
        });
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
