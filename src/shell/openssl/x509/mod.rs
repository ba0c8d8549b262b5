//! `openssl x509`: tells about certificates, and signs requests.

mod extfile;
mod serial;
mod sign;

pub(super) use extfile::extension_problem;

use super::options::{Format, Options, Table, Takes, unknown_digest};
use super::{Done, Halt, Tool};
use crate::pki::{self, Certificate};
use crate::shell::bytes::from_bytes;
use crate::text::openssl as words;

pub(super) const OPTIONS: Table = &[
    ("in", Takes::Value),
    ("out", Takes::Value),
    ("outform", Takes::Format),
    ("inform", Takes::Format),
    ("req", Takes::Nothing),
    ("CA", Takes::Value),
    ("CAkey", Takes::Value),
    ("CAserial", Takes::Value),
    ("CAcreateserial", Takes::Nothing),
    ("set_serial", Takes::Value),
    ("signkey", Takes::Value),
    ("key", Takes::Value),
    ("passin", Takes::Value),
    ("days", Takes::Number),
    ("extfile", Takes::Value),
    ("extensions", Takes::Value),
    ("text", Takes::Nothing),
    ("noout", Takes::Nothing),
    ("pubkey", Takes::Nothing),
    ("subject", Takes::Nothing),
    ("issuer", Takes::Nothing),
    ("dates", Takes::Nothing),
    ("startdate", Takes::Nothing),
    ("enddate", Takes::Nothing),
    ("serial", Takes::Nothing),
    ("fingerprint", Takes::Nothing),
    ("modulus", Takes::Nothing),
    ("ext", Takes::Value),
    ("checkend", Takes::Long),
    ("sha1", Takes::Nothing),
    ("sha256", Takes::Nothing),
    ("sha384", Takes::Nothing),
    ("sha512", Takes::Nothing),
    ("md5", Takes::Absent),
    ("sha224", Takes::Absent),
    ("copy_extensions", Takes::Absent),
    ("email", Takes::Absent),
    ("hash", Takes::Absent),
    ("nameopt", Takes::Absent),
    ("new", Takes::Absent),
    ("purpose", Takes::Absent),
    ("subject_hash", Takes::Absent),
    ("x509toreq", Takes::Absent),
];

const DIGESTS: &[&str] = &["sha1", "sha256", "sha384", "sha512"];

pub(super) fn run(tool: &mut Tool<'_, '_>, arguments: &[String]) -> Done<()> {
    let options = tool.options(OPTIONS, arguments, unknown_digest)?;
    if !options.rest.is_empty() {
        return tool.misused("");
    }
    if options.days().is_some_and(|days| days < -1) {
        return tool.fail("x509: -days parameter arg must be >= -1\n");
    }
    warn(tool, &options);
    let certificate = if options.has("req") {
        sign::request(tool, &options)?
    } else {
        let signs = ["CA", "signkey", "key"]
            .iter()
            .find(|name| options.has(name));
        if let Some(name) = signs {
            return tool.fail(&words::only_requests(name));
        }
        let binary = options.format("inform") == Some(Format::Der);
        tool.certificate(options.value("in"), "certificate", binary)?
    };
    show(tool, &options, &certificate)
}

/// Says which options mean nothing without others.
fn warn(tool: &mut Tool<'_, '_>, options: &Options<'_>) {
    for name in ["CAkey", "CAserial", "CAcreateserial"] {
        if options.has(name) && !options.has("CA") {
            tool.err.push_str(&format!(
                "Warning: ignoring -{name} option since -CA option is not given\n"
            ));
        }
    }
    if options.has("extensions") && !options.has("extfile") {
        tool.err
            .push_str("Warning: ignoring -extensions option without -extfile\n");
    }
}

/// Prints what was asked, in the order in which it was asked, and writes the certificate.
fn show(tool: &mut Tool<'_, '_>, options: &Options<'_>, certificate: &Certificate) -> Done<()> {
    let mut shown = String::new();
    for name in facts(options) {
        shown += &match name {
            "text" => certificate.text(),
            "subject" => format!("subject={}\n", certificate.subject_name().oneline()),
            "issuer" => format!("issuer={}\n", certificate.issuer_name().oneline()),
            "serial" => format!("serial={}\n", pki::digits(certificate.serial())),
            "pubkey" => pki::to_pem("PUBLIC KEY", certificate.public_key_der()),
            "startdate" => format!("notBefore={}\n", pki::date(certificate.not_before())),
            "enddate" => format!("notAfter={}\n", pki::date(certificate.not_after())),
            "modulus" => {
                let modulus = pki::modulus(&certificate.public_key_der());
                format!(
                    "Modulus={}\n",
                    modulus
                        .as_deref()
                        .unwrap_or("No modulus for this public key type")
                )
            }
            "fingerprint" => {
                // A digest that was named is shown as it was named.
                let named = DIGESTS.iter().find(|digest| options.has(digest));
                let title = named.copied().unwrap_or("SHA1");
                let digest = pki::digest(&title.to_ascii_lowercase(), certificate.der());
                format!("{title} Fingerprint={}\n", digest.unwrap_or_default())
            }
            "ext" => {
                let words = options.value("ext").unwrap_or_default();
                let words: Vec<&str> = words.split(',').map(str::trim).collect();
                let text = certificate.extensions_text(&words);
                if text.is_empty() {
                    tool.err.push_str("No extensions in certificate\n");
                }
                text
            }
            _ => String::new(),
        };
    }
    if let Some(seconds) = options.number("checkend") {
        let now = tool.context.door.account().now.seconds();
        // After the year 9999 the real program cannot compare.
        let then = now.saturating_add(seconds);
        if certificate.not_after() < then && then < pki::END_OF_TIME {
            shown += "Certificate will expire\n";
            tool.write(options.value("out"), shown)?;
            return Err(Halt::Failed(1));
        }
        shown += "Certificate will not expire\n";
    }
    if !options.has("noout") {
        let der = certificate.der();
        shown += &if options.format("outform") == Some(Format::Der) {
            from_bytes(der)
        } else {
            pki::to_pem("CERTIFICATE", der.to_vec())
        };
    }
    tool.write(options.value("out"), shown)
}

/// What is to be printed: each fact once, where it was named last.
fn facts(options: &Options<'_>) -> Vec<&'static str> {
    let mut facts: Vec<&'static str> = Vec::new();
    for (name, _) in &options.given {
        let named: &[&'static str] = match *name {
            "dates" => &["startdate", "enddate"],
            _ => std::slice::from_ref(name),
        };
        facts.retain(|fact| !named.contains(fact));
        facts.extend(named);
    }
    facts
}
